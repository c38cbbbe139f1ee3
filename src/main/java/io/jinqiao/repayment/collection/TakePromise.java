package io.jinqiao.repayment.collection;

import io.jinqiao.message.Money;
import java.time.LocalDate;

/**
 * The borrower promised to pay. Only so many promises stop the steps of a case: the others are kept, and the steps go on.
 *
 * @param pauses how many
 */
public record TakePromise(String recordNo, LocalDate given, LocalDate payBy, Money amount, int pauses) implements CaseMove {
    @Override
    public CaseStep on(CollectionCase from) {
        boolean stops = from.state() instanceof CaseState.Collecting && from.promises() < pauses;
        CaseEvent taken = new CaseEvent.PromiseTaken(recordNo, payBy, amount, stops);
        CaseState state = stops ? new CaseState.Promised(recordNo, given, payBy, amount) : from.state();
        return CaseStep.of(from.promised(state), taken);
    }
}
