package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.Repricing;
import java.time.LocalDate;

/**
 * What a loan was paid out under.
 *
 * @param amount DKFFE, at most a thousand million yuan
 * @param months number of instalments (DKQS); of a single repayment the months until it
 * @param rate DKLL on the day of disbursement
 * @param firstDue due day of instalment 1; the others as {@link DueDays} says
 */
public record Terms(Money amount, int months, AnnualRate rate, RepaymentMethod method, LocalDate disbursedOn, LocalDate firstDue, Repricing repricing) {
    private static final long MOST = 100_000_000_000L;
    private static final int LONGEST = 360;
    private static final int LONGEST_SINGLE = 12;

    public Terms {
        if (amount.fen() == 0 || amount.fen() > MOST) {
            throw new IllegalArgumentException("no loan has this amount: " + amount);
        }
        if (months < 1 || months > (method == RepaymentMethod.SINGLE_REPAYMENT ? LONGEST_SINGLE : LONGEST)) {
            throw new IllegalArgumentException("no loan runs " + months + " months: " + method);
        }
        if (method == RepaymentMethod.FREE || method == RepaymentMethod.OTHER) {
            throw new IllegalArgumentException("a schedule cannot be made for " + method);
        }
        if (!firstDue.isAfter(disbursedOn)) {
            throw new IllegalArgumentException("due before it is paid out: " + firstDue);
        }
    }

    /** Interest or penalty no instalment comes to, in fen: an amount in the wrong unit. */
    public long implausible() {
        return Interest.most(this) + 1;
    }

    /** How many due days there are. */
    public int instalments() {
        return method == RepaymentMethod.SINGLE_REPAYMENT ? 1 : months;
    }

    public LocalDate dueOn(int instalment) {
        return new DueDays(disbursedOn, firstDue).of(instalment);
    }

    /** Day from which an instalment's interest runs. */
    LocalDate from(int instalment) {
        return instalment == 1 ? disbursedOn : dueOn(instalment - 1);
    }
}
