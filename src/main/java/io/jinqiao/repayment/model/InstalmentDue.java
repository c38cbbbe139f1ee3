package io.jinqiao.repayment.model;

import io.jinqiao.message.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What instalments of one loan come to by its terms, at the rate of its disbursement. */
public final class InstalmentDue {
    private final Terms terms;
    private final List<Planned> plan;

    public InstalmentDue(Terms terms) {
        this.terms = terms;
        this.plan = Schedule.plan(terms, List.of());
    }

    /** @param before principal that was not due yet when its period began */
    public Money interest(int instalment, Money before) {
        return new Money(Interest.due(terms, instalment, before.fen(), terms.rate()));
    }

    /** @return null when the loan is not on its plan any more: after a prepayment, or a rate that changed, another one is in force */
    public @Nullable Money principal(int instalment, Money before) {
        if (instalment > plan.size()) {
            return null;
        }
        Planned planned = plan.get(instalment - 1);
        return planned.balance() + planned.principal() == before.fen() ? new Money(planned.principal()) : null;
    }
}
