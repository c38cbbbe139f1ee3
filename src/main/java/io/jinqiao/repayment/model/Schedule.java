package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.Repricing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a loan, worked off instalment by instalment: what it plans next depends on what was paid so far. Sum of the principal paid and balance are
 * the loan's amount at any moment.
 */
public final class Schedule {
    private record Step(LocalDate from, AnnualRate rate) {}

    private final Terms terms;
    private final List<Step> steps = new ArrayList<>();
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
        changes.stream()
                .filter(change -> terms.method() != RepaymentMethod.SINGLE_REPAYMENT && change.on().isAfter(terms.disbursedOn()))
                .sorted(Comparator.comparing(RateChange::on))
                .forEach(change -> steps.add(new Step(terms.repricing().reaches(change.on(), terms.disbursedOn()), change.rate())));
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
        LocalDate from = terms.from(next);
        LocalDate dueOn = terms.method() == RepaymentMethod.SINGLE_REPAYMENT ? terms.firstDue() : terms.dueOn(next);
        AnnualRate before = rateOn(from);
        Step change = changeWithin(from, dueOn);
        AnnualRate planned = change == null || terms.repricing().straddling() == Repricing.Straddling.OLD_RATE ? before : change.rate();
        if (!planned.equals(counted)) {
            counted = planned;
            equal = equal(planned);
        }
        long full = interest(planned);
        long principal = next == last ? balance : Math.min(balance, Math.max(0, principal(full)));
        long interest = change != null && terms.repricing().straddling() == Repricing.Straddling.BY_DAYS
                ? byDays(from, dueOn, before, change)
                : full;
        balance -= principal;
        return new Planned(next++, dueOn, principal, interest, balance);
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
        int left = last - next + 1;
        return switch (terms.method()) {
            case EQUAL_INSTALMENT -> Interest.equalInstalment(balance, rate, left);
            case EQUAL_PRINCIPAL -> (balance * 2 + left) / (2L * left);
            default -> balance;
        };
    }

    private long principal(long interest) {
        return terms.method() == RepaymentMethod.EQUAL_INSTALMENT ? equal - interest : equal;
    }

    private long interest(AnnualRate rate) {
        return Interest.due(terms, next, balance, rate);
    }

    private long byDays(LocalDate from, LocalDate dueOn, AnnualRate before, Step change) {
        long old = ChronoUnit.DAYS.between(from, change.from());
        long all = ChronoUnit.DAYS.between(from, dueOn);
        long atOld = interest(before);
        long atNew = interest(change.rate());
        return (2 * (atOld * old + atNew * (all - old)) + all) / (2 * all);
    }

    private AnnualRate rateOn(LocalDate day) {
        AnnualRate rate = terms.rate();
        for (Step step : steps) {
            rate = step.from().isAfter(day) ? rate : step.rate();
        }
        return rate;
    }

    /** The last change after the first day and before the due day; a change on the due day itself is the next instalment's. */
    private @Nullable Step changeWithin(LocalDate from, LocalDate dueOn) {
        Step found = null;
        for (Step step : steps) {
            found = step.from().isAfter(from) && step.from().isBefore(dueOn) ? step : found;
        }
        return found;
    }
}
