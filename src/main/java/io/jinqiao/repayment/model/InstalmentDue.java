package io.jinqiao.repayment.model;

import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What instalments of one loan come to by its terms and the rates that reached it. */
public final class InstalmentDue {
    private final Terms terms;
    private final Rates rates;
    private final List<Planned> plan;

    public InstalmentDue(Terms terms, List<RateChange> changes) {
        this.terms = terms;
        this.rates = new Rates(terms, changes);
        this.plan = Schedule.plan(terms, changes);
    }

    /** @param before principal that was not due yet when its period began */
    public Money interest(int instalment, Money before) {
        return new Money(rates.interest(instalment, before.fen()));
    }

    /** @param before principal that was not due yet when its period began */
    public Owed owed(int instalment, Money before) {
        long rest = before.fen();
        long full = rates.full(instalment, rest);
        long interest = rates.interest(instalment, rest);
        Money principal = principal(instalment, before);
        if (principal != null || instalment >= plan.size()) {
            long all = principal == null ? rest : principal.fen();
            return new Owed(all, all, interest);
        }
        int left = terms.instalments() - instalment + 1;
        // of each instalment before it rounding may have left a fen to the rest
        long rounded = instalment / left;
        long sameTerm = within(Schedule.equal(terms, rest, rates.planned(instalment), left), full, rest);
        long sameInstalment = within(mostPlanned(instalment), full, rest);
        return new Owed(Math.max(0, Math.min(sameTerm, sameInstalment) - rounded), Math.max(sameTerm, sameInstalment), interest);
    }

    /** Equal instalment or equal principal, the largest planned so far: where the term became shorter a lower rate makes the instalment less smaller than that of the plan. */
    private long mostPlanned(int instalment) {
        return plan.subList(0, instalment).stream()
                .mapToLong(one -> one.principal() + (terms.method() == RepaymentMethod.EQUAL_INSTALMENT ? rates.full(one.number(), one.balance() + one.principal()) : 0))
                .max()
                .orElse(0);
    }

    private long within(long equal, long interest, long rest) {
        return Math.min(rest, Math.max(0, terms.method() == RepaymentMethod.EQUAL_INSTALMENT ? equal - interest : equal));
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
