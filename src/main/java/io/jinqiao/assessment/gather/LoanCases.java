package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
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
    private static final String STRETCHES = "SELECT * FROM (SELECT account_no, greatest(from_on, :first) AS begins, least(until, :next) AS ends, balance_fen, overdue, oldest_due,"
            + " next_due + :silent AS silent_from, message_id, bool_or(overdue > 0 OR least(until, :next) > next_due + :silent) OVER (PARTITION BY account_no) AS late"
            + " FROM repayment_fact_stretch WHERE partner = :bank AND from_on < :next AND until > :first) s";

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
        neverLate(asked, rows);
        Map<String, String> excluded = excluded(asked);
        late(asked).forEach((account, stretches) -> rows.add(row(asked, account, stretches, excluded.get(account))));
        return rows;
    }

    private void neverLate(Asked asked, List<Counted> rows) {
        statement(asked, "SELECT coalesce(sum(balance_fen * (ends - begins)), 0)::bigint AS fen_days, count(DISTINCT account_no) AS loans,"
                        + " coalesce(array_agg(DISTINCT message_id) FILTER (WHERE message_id IS NOT NULL), '{}') AS messages FROM (" + STRETCHES + ") t WHERE NOT late")
                .query((row, i) -> new Counted(
                        Measure.LOAN, NEVER_LATE, null, null, asked.days().last(), List.of(row.getLong("fen_days"), 0L, 0L, row.getLong("loans")), false, null,
                        row.getLong("loans") + " loans", Rows.texts(row, "messages")))
                .list()
                .stream()
                .filter(all -> all.amounts().get(3) > 0)
                .forEach(rows::add);
    }

    private Map<String, List<Stretch>> late(Asked asked) {
        Map<String, List<Stretch>> loans = new LinkedHashMap<>();
        statement(asked, STRETCHES + " WHERE late ORDER BY account_no, begins")
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
                .param("silent", asked.contract().time().silentDays())
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
