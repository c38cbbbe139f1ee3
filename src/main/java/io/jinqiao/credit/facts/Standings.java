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
                closed == null ? row.end() : closed,
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
