package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.repayment.DayCount;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of a loan, worked off instalment by instalment: what it plans next depends on what was paid so far. Sum of the principal paid and balance are
 * the loan's amount at any moment.
 */
public final class Schedule {
    private final Terms terms;
    private final Rates rates;
    private long balance;
    private int next = 1;
    private int last;
    /** Equal instalment or equal principal in force. */
    private long equal;
    private AnnualRate counted;

    private Schedule(Terms terms, List<RateChange> changes) {
        this.terms = terms;
        this.balance = terms.amount().fen();
        this.last = terms.instalments();
        this.counted = terms.rate();
        this.rates = new Rates(terms, changes);
        this.equal = equal(counted);
    }

    /** @param changes published changes of the rate that applies to this loan, in any order; those until the disbursement are in its
     *     rate, and a loan of a single repayment keeps its own */
    public static Schedule of(Terms terms, List<RateChange> changes) {
        return new Schedule(terms, changes);
    }

    /** The whole plan when everything is paid as planned. */
    public static List<Planned> plan(Terms terms, List<RateChange> changes) {
        Schedule schedule = of(terms, changes);
        List<Planned> plan = new ArrayList<>();
        while (schedule.runs()) {
            plan.add(schedule.pay());
        }
        return plan;
    }

    public boolean runs() {
        return balance > 0 && next <= last;
    }

    /** Principal still owed, in fen. */
    public long balance() {
        return balance;
    }

    /** Works the next instalment off as planned. */
    public Planned pay() {
        AnnualRate planned = rates.planned(next);
        if (!planned.equals(counted)) {
            counted = planned;
            equal = equal(planned);
        }
        long full = rates.full(next, balance);
        long interest = rates.interest(next, balance);
        long principal = next == last ? balance : Math.min(balance, Math.max(0, principal(full)));
        balance -= principal;
        Planned paid = new Planned(next, terms.dueOn(next), principal, interest, balance);
        next++;
        return paid;
    }

    /**
     * The borrower pays principal back before it is due, after the instalment worked off last. Keeping the term makes the instalments smaller, keeping the
     * instalment makes them fewer.
     *
     * @return what was taken: never more than the balance
     */
    public long prepay(long fen, boolean keepTerm) {
        long taken = Math.min(Math.max(0, fen), balance);
        balance -= taken;
        if (balance > 0 && taken > 0) {
            if (keepTerm || terms.method() == RepaymentMethod.SINGLE_REPAYMENT) {
                equal = equal(counted);
            } else {
                last = Math.min(last, next + fewer() - 1);
            }
        }
        return taken;
    }

    private int fewer() {
        if (terms.method() == RepaymentMethod.EQUAL_PRINCIPAL) {
            return equal == 0 ? last - next + 1 : Math.toIntExact((balance + equal - 1) / equal);
        }
        int months = 1;
        for (long left = balance; ; months++) {
            long part = equal - Interest.month(left, counted);
            if (part <= 0) {
                return last - next + 1;
            }
            left -= part;
            if (left <= 0) {
                return months;
            }
        }
    }

    private long equal(AnnualRate rate) {
        return equal(terms, balance, rate, last - next + 1);
    }

    /** Equal instalment or equal principal that pays a balance back in so many instalments. */
    static long equal(Terms terms, long balance, AnnualRate rate, int left) {
        return switch (terms.method()) {
            case EQUAL_INSTALMENT -> Interest.equalInstalment(balance, rate, left);
            case EQUAL_PRINCIPAL -> (balance * 2 + left) / (2L * left);
            default -> balance;
        };
    }

    private long principal(long interest) {
        return terms.method() == RepaymentMethod.EQUAL_INSTALMENT ? equal - interest : equal;
    }
}
