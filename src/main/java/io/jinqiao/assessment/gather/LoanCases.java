package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances by daily average. Loans that were never late are one row together; each other loan is a row of its own. */
@Component
class LoanCases implements Source {
    private static final String NEVER_LATE = "never-late";
    private static final int LATE = 1;
    private static final int VERY_LATE = 3;
    private static final String STRETCHES = " FROM repayment_fact_stretch WHERE partner = :bank AND from_on < :next AND until > :first";

    /** Every loan once, in one pass: those never late together, the others by their numbers. */
    private static final String LOANS = "WITH loan AS MATERIALIZED (SELECT account_no, sum(balance_fen * (least(until, :next) - greatest(from_on, :first)))::bigint AS fen_days,"
            + " bool_or(overdue > 0 OR least(until, :next) > next_due + :silent) AS late, min(from_on) AS told_from" + STRETCHES + " GROUP BY account_no)"
            + " SELECT NULL AS account_no, sum(fen_days)::bigint AS fen_days, count(*) AS loans, min(told_from) AS told_from FROM loan WHERE NOT late HAVING count(*) > 0"
            + " UNION ALL SELECT account_no, NULL, NULL, NULL FROM loan WHERE late";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    LoanCases(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @param ends the day after its last */
    private record Stretch(
            String accountNo, LocalDate begins, LocalDate ends, long balance, int overdue, @Nullable LocalDate oldestDue, LocalDate silentFrom, @Nullable String message) {}

    @Override
    public List<Counted> rows(Asked asked) {
        List<Counted> rows = new ArrayList<>();
        Map<String, String> excluded = excluded(asked);
        late(asked, numbers(asked, rows)).forEach((account, stretches) -> rows.add(row(asked, account, stretches, excluded.get(account))));
        return rows;
    }

    /** @return accounts that were late, or of which nothing was told */
    private List<String> numbers(Asked asked, List<Counted> rows) {
        List<String> late = new ArrayList<>();
        statement(asked, LOANS).param("silent", asked.contract().time().silentDays()).query(row -> {
            String account = row.getString("account_no");
            if (account == null) {
                rows.add(neverLate(asked, row));
            } else {
                late.add(account);
            }
        });
        return late;
    }

    /** The messages are the bank's files and reports of all days since the first that counts. */
    private Counted neverLate(Asked asked, ResultSet row) throws SQLException {
        long loans = row.getLong("loans");
        List<String> messages = jdbc.sql("SELECT DISTINCT message_id FROM repayment_fact_file WHERE partner = ? AND stands AND accounting_date BETWEEN ? AND ? ORDER BY 1")
                .params(asked.bank().value(), row.getObject("told_from", LocalDate.class), asked.days().last())
                .query(String.class)
                .list();
        return new Counted(
                Measure.LOAN, NEVER_LATE, null, null, asked.days().last(), List.of(row.getLong("fen_days"), 0L, 0L, loans), false, null, loans + " loans", messages);
    }

    private Map<String, List<Stretch>> late(Asked asked, List<String> accounts) {
        Map<String, List<Stretch>> loans = new LinkedHashMap<>();
        statement(asked, "SELECT account_no, greatest(from_on, :first) AS begins, least(until, :next) AS ends, balance_fen, overdue, oldest_due, next_due + :silent AS silent_from, message_id"
                        + STRETCHES + " AND account_no = ANY (:accounts) ORDER BY account_no, begins")
                .param("silent", asked.contract().time().silentDays())
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, i) -> new Stretch(
                        row.getString("account_no"), row.getObject("begins", LocalDate.class), row.getObject("ends", LocalDate.class), row.getLong("balance_fen"),
                        row.getInt("overdue"), row.getObject("oldest_due", LocalDate.class), row.getObject("silent_from", LocalDate.class), row.getString("message_id")))
                .list()
                .forEach(one -> loans.computeIfAbsent(one.accountNo(), account -> new ArrayList<>()).add(one));
        return loans;
    }

    private JdbcClient.StatementSpec statement(Asked asked, String sql) {
        return jdbc.sql(sql)
                .param("first", asked.days().first())
                .param("next", asked.days().next())
                .param("bank", asked.bank().value());
    }

    private Counted row(Asked asked, String account, List<Stretch> stretches, @Nullable String excluded) {
        long[] fenDays = new long[3];
        int lateDays = 0;
        int silentDays = 0;
        Set<String> messages = new LinkedHashSet<>();
        for (Stretch one : stretches) {
            for (LocalDate day = one.begins(); day.isBefore(one.ends()); day = day.plusDays(1)) {
                int late = late(one, day);
                boolean silent = late == 0 && !day.isBefore(one.silentFrom());
                lateDays += late > 0 ? 1 : 0;
                silentDays += silent ? 1 : 0;
                fenDays[0] += one.balance();
                fenDays[1] += silent || late >= LATE && late < VERY_LATE ? one.balance() : 0;
                fenDays[2] += late >= VERY_LATE ? one.balance() : 0;
            }
            if (one.message() != null) {
                messages.add(one.message());
            }
        }
        String remark = lateDays + " days late" + (silentDays > 0 ? ", " + silentDays + " days nothing told of an instalment" : "");
        boolean isShort = excluded == null && (fenDays[1] > 0 || fenDays[2] > 0);
        return new Counted(
                Measure.LOAN, account, account, null, asked.days().last(), List.of(fenDays[0], fenDays[1], fenDays[2], 1L), isShort, excluded, remark, List.copyOf(messages));
    }

    /** A due day that is no working day counts from the next one. */
    private int late(Stretch one, LocalDate day) {
        return one.oldestDue() == null || !day.isAfter(calendar.workedOnOrAfter(one.oldestDue())) ? 0 : one.overdue();
    }

    /** Loans a court, an insolvency, another bank's past or the centre's own word took out of this bank's hands. */
    private Map<String, String> excluded(Asked asked) {
        Map<String, String> excluded = new HashMap<>();
        jdbc.sql("SELECT account_no, exclusion FROM repayment_fact_case WHERE partner = ? AND exclusion IS NOT NULL AND opened_on <= ? ORDER BY opened_on")
                .params(asked.bank().value(), asked.days().last())
                .query((row, i) -> excluded.put(row.getString(1), row.getString(2)))
                .list();
        return excluded;
    }
}
