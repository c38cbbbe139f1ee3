package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.repayment.Repricing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rates of one loan, from its disbursement on, and the interest of its instalments at them. Everything that reckons interest asks here. */
public final class Rates {
    private record Step(LocalDate from, AnnualRate rate) {}

    private final Terms terms;
    private final List<Step> steps = new ArrayList<>();

    /** @param changes as for {@link Schedule#of} */
    public Rates(Terms terms, List<RateChange> changes) {
        this.terms = terms;
        changes.stream()
                .filter(change -> terms.method() != RepaymentMethod.SINGLE_REPAYMENT && change.on().isAfter(terms.disbursedOn()))
                .sorted(Comparator.comparing(RateChange::on))
                .forEach(change -> steps.add(new Step(terms.repricing().reaches(change.on(), terms.disbursedOn()), change.rate())));
    }

    /** In force on a day. */
    public AnnualRate on(LocalDate day) {
        AnnualRate rate = terms.rate();
        for (Step step : steps) {
            rate = step.from().isAfter(day) ? rate : step.rate();
        }
        return rate;
    }

    /** First days of changed rates after one day and before another, in order. */
    public List<LocalDate> changedBetween(LocalDate after, LocalDate before) {
        return steps.stream().map(Step::from).filter(day -> day.isAfter(after) && day.isBefore(before)).distinct().toList();
    }

    /** At which an instalment is planned. */
    AnnualRate planned(int instalment) {
        Step change = within(instalment);
        return change == null || terms.repricing().straddling() == Repricing.Straddling.OLD_RATE ? on(terms.from(instalment)) : change.rate();
    }

    /** At the rate it is planned at. @param balance principal that is not due yet when its period begins */
    long full(int instalment, long balance) {
        return Interest.due(terms, instalment, balance, planned(instalment));
    }

    /** What falls due of it. */
    long interest(int instalment, long balance) {
        Step change = within(instalment);
        if (change == null || terms.repricing().straddling() != Repricing.Straddling.BY_DAYS) {
            return full(instalment, balance);
        }
        LocalDate from = terms.from(instalment);
        long old = ChronoUnit.DAYS.between(from, change.from());
        long all = ChronoUnit.DAYS.between(from, terms.dueOn(instalment));
        long atOld = Interest.due(terms, instalment, balance, on(from));
        long atNew = Interest.due(terms, instalment, balance, change.rate());
        return (2 * (atOld * old + atNew * (all - old)) + all) / (2 * all);
    }

    /** The last change after the first day and before the due day; a change on the due day itself is the next instalment's. */
    private @Nullable Step within(int instalment) {
        LocalDate from = terms.from(instalment);
        LocalDate dueOn = terms.dueOn(instalment);
        Step found = null;
        for (Step step : steps) {
            found = step.from().isAfter(from) && step.from().isBefore(dueOn) ? step : found;
        }
        return found;
    }
}
