package io.jinqiao.repayment.collection;

import io.jinqiao.message.CollectionOrder.Reason;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import java.time.LocalDate;
import java.util.List;

/** A collector of the centre orders a step the ladder does not, or not yet. */
public record OrderByHand(
        String orderNo, CollectionStep step, List<Party.Role> whom, int instalments, LocalDate overdueSince, Money owed, LocalDate dueOn) implements CaseMove {
    @Override
    public CaseStep on(CollectionCase from) {
        if (!(from.state() instanceof CaseState.Collecting)) {
            throw CaseMove.forbidden(from.state());
        }
        CollectionCase.Ordered latest = from.latest();
        if (latest != null && latest.state().open()) {
            throw CaseMove.forbidden(latest.state());
        }
        CaseEvent order = new CaseEvent.Order(
                orderNo, null, step, Reason.OVERDUE, whom, instalments, overdueSince, owed, dueOn, latest == null ? null : latest.orderNo());
        return CaseStep.of(from.reaching(from.reached(), new CollectionCase.Ordered(orderNo, OrderState.ISSUED, dueOn)), order);
    }
}
