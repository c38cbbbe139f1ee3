package io.jinqiao.assessment.gather;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A loan of which nothing is told for a month is late and not cured, and nobody was contacted: without a row it has no case and no order, and would be better off
 * than one that was told. What a case about the same arrears counts is not counted again.
 */
@Component
class SilentCases {
    private final JdbcClient jdbc;

    SilentCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case of collection. */
    private record Case(LocalDate since, LocalDate opened, @Nullable LocalDate closed) {
        private boolean isAbout(LocalDate due) {
            return since.equals(due) || runs(due);
        }

        private boolean runs(LocalDate due) {
            return !opened.isAfter(due.plusMonths(1)) && (closed == null || closed.isAfter(due));
        }
    }

    List<Counted> rows(PartnerId bank, List<LoanBook.Late> loans) {
        List<LoanBook.Late> silent = loans.stream().filter(one -> !one.untold().isEmpty()).toList();
        Map<String, List<Case>> cases = cases(bank, silent.stream().map(LoanBook.Late::accountNo).toArray(String[]::new));
        List<Counted> rows = new ArrayList<>();
        for (LoanBook.Late loan : silent) {
            List<Case> own = cases.getOrDefault(loan.accountNo(), List.of());
            for (LoanBook.Untold one : loan.untold()) {
                if (one.first() && own.stream().noneMatch(known -> known.isAbout(one.dueOn()))) {
                    rows.add(row(Measure.CURE, loan, one));
                }
                if (own.stream().noneMatch(known -> known.runs(one.dueOn()))) {
                    rows.add(row(Measure.CONTACT, loan, one));
                }
            }
        }
        return rows;
    }

    private static Counted row(Measure measure, LoanBook.Late loan, LoanBook.Untold one) {
        return Counted.one(
                measure, loan.accountNo() + "/" + one.dueOn(), loan.accountNo(), null, one.judged(), false, one.excluded(), "nothing told of " + one.dueOn() + " by " + one.judged(), loan.messages());
    }

    private Map<String, List<Case>> cases(PartnerId bank, String[] accounts) {
        Map<String, List<Case>> cases = new HashMap<>();
        jdbc.sql("SELECT account_no, overdue_since, opened_on, closed_on FROM repayment_fact_case WHERE partner = ? AND account_no = ANY (?)").params(bank.value(), accounts).query(row -> {
            cases.computeIfAbsent(row.getString("account_no"), no -> new ArrayList<>())
                    .add(new Case(row.getObject("overdue_since", LocalDate.class), row.getObject("opened_on", LocalDate.class), Rows.day(row, "closed_on")));
        });
        return cases;
    }
}
