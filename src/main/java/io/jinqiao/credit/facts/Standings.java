package io.jinqiao.credit.facts;

import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a loan stood at the end of a month. What its bank has not told yet is never taken for paid. */
final class Standings {
    private static final String PREPAID = "4";
    private static final String PAID_OFF_EARLY = "5";

    private final ReportingRules rules;

    Standings(ReportingRules rules) {
        this.rules = rules;
    }

    /** @throws NotKnown when the ledger is not complete */
    MonthFacts of(MonthRow row) {
        LocalDate closed = row.paidOff() ? row.paidOn() : null;
        if (row.paidOff() && closed == null) {
            throw new NotKnown("settled-on");
        }
        if (closed == null) {
            requireTold(row);
        }
        return of(row, closed, closed == null ? row.end() : closed);
    }

    /** On the day of its latest payment, in a month that is not over. @throws NotKnown when nothing was paid in it, or the ledger is not complete up to that day */
    MonthFacts paid(MonthRow row) {
        LocalDate on = row.paidOn();
        if (on == null || !row.month().equals(YearMonth.from(on))) {
            throw new NotKnown("payment");
        }
        if (row.toldUntil() == null || row.toldUntil().isBefore(on)) {
            throw new NotKnown("ledger");
        }
        if (!row.paidOff() && row.dueOn() == null && row.mayFallDueBy(on)) {
            throw new NotKnown("instalment");
        }
        return of(row, row.paidOff() ? on : null, on);
    }

    private MonthFacts of(MonthRow row, @Nullable LocalDate closed, LocalDate categorised) {
        return new MonthFacts(
                row.month(),
                row.dueOn(),
                row.balance(),
                closed == null ? row.remaining() : 0,
                row.overdue(),
                row.days(),
                row.owed(),
                row.owedPrincipal(),
                new MonthFacts.Aged(row.to60(), row.to90(), row.to180(), row.longer()),
                row.fell(),
                row.paid(),
                row.paidAfterDue(),
                row.paidOn() == null ? row.disbursedOn() : row.paidOn(),
                rules.category(row.days()),
                categorised,
                closed,
                specials(row, closed));
    }

    private static void requireTold(MonthRow row) {
        boolean whole = row.toldUntil() != null && !row.toldUntil().isBefore(row.end());
        if (!whole || row.fallsDue() && row.dueOn() == null) {
            throw new NotKnown(whole ? "instalment" : "ledger");
        }
    }

    private static List<MonthFacts.Special> specials(MonthRow row, @Nullable LocalDate closed) {
        LocalDate paid = row.paidOn();
        boolean inMonth = paid != null && row.month().equals(YearMonth.from(paid));
        if (!inMonth || row.prepaid().fen() == 0) {
            return List.of();
        }
        Money amount = row.prepaid();
        boolean early = closed != null && closed.isBefore(row.lastDue());
        return List.of(new MonthFacts.Special(early ? PAID_OFF_EARLY : PREPAID, paid, amount, early ? 0 : row.shortened()));
    }
}
