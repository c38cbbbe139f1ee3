package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Scheme.Expectation.Vintage;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One bank's loans in some days, by vintage and risk group: those never late as sums, each other one by itself. */
@Component
class LoanBook {
    private static final int LATE = 1;
    private static final int VERY_LATE = 3;
    private static final String STRETCHES = " FROM repayment_fact_stretch WHERE partner = :bank AND from_on < :next AND until > :first";
    private static final String UNKNOWN = "unknown";

    /** Every loan once, in one pass: those never late by their vintage and group, the others by their numbers. */
    private static final String LOANS = "WITH loan AS MATERIALIZED (SELECT account_no, sum(balance_fen * (least(until, :next) - greatest(from_on, :first)))::bigint AS fen_days,"
            + " bool_or(overdue > 0 OR least(until, :next) > next_due + :silent) OR account_no = ANY(:hidden) AS late, min(from_on) AS told_from" + STRETCHES + " GROUP BY account_no),"
            + " origin AS MATERIALIZED (SELECT account_no, to_char(disbursed_on, :vintage) AS vintage, contributor FROM repayment_fact_origin WHERE partner = :bank),"
            + " known AS (SELECT l.*, coalesce(o.vintage, '" + UNKNOWN + "') AS vintage, coalesce(o.contributor, '" + UNKNOWN + "') AS risk_group FROM loan l LEFT JOIN origin o USING (account_no))"
            + " SELECT NULL AS account_no, vintage, risk_group, sum(fen_days)::bigint AS fen_days, count(*) AS loans, min(told_from) AS told_from FROM known WHERE NOT late"
            + " GROUP BY vintage, risk_group"
            + " UNION ALL SELECT account_no, vintage, risk_group, NULL, NULL, NULL FROM known WHERE late";

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final HiddenArrears arrears;
    private final WorkingCalendar calendar;
    private final JustRead<Asking, Told> justRead = new JustRead<>();

    LoanBook(JdbcClient jdbc, Exclusions exclusions, HiddenArrears arrears, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.arrears = arrears;
        this.calendar = calendar;
    }

    /** Loans never late. @param toldFrom the first day that counts */
    record Never(Cell cell, long loans, long fenDays, LocalDate toldFrom) {}

    /**
     * A loan that was late, or of which nothing was told.
     *
     * @param fenDays of the days that count, or of all when none does: all; one or two; three or more instalments late
     * @param paidForDays on which an instalment stood that somebody else had paid
     * @param out days that do not count, by why
     * @param untold due days of which nothing was told for a month
     * @param excluded why it was in nobody's hands on every day, of several the one of most days; null: it was in this bank's
     */
    record Late(
            String accountNo, Cell cell, List<Long> fenDays, int lateDays, int silentDays, int paidForDays, Map<String, Integer> out, List<String> messages, List<Untold> untold, @Nullable String excluded) {}

    /** A due day of which nothing was told on the same day of the next month. @param first the one before was told @param excluded why the loan was in nobody's hands then; null: it was in this bank's */
    record Untold(LocalDate dueOn, LocalDate judged, boolean first, @Nullable String excluded) {}

    record Loans(List<Never> never, List<Late> late) {
        /** Those that count, by what they are alike in. */
        Map<Cell, Exposure> cells() {
            Map<Cell, Exposure> cells = new TreeMap<>(Comparator.comparing(Cell::toString));
            never.forEach(one -> cells.merge(one.cell(), Exposure.of(one.loans(), 0, one.fenDays(), 0), Exposure::plus));
            late.stream().filter(one -> one.excluded() == null).forEach(one -> cells.merge(
                    one.cell(), Exposure.of(1, one.fenDays().get(1) > 0 ? 1 : 0, one.fenDays().get(0), one.fenDays().get(1)), Exposure::plus));
            return cells;
        }
    }

    private record Asking(PartnerId bank, Days days, int silentDays, Vintage vintage) {}

    /** What the ledger says. @param late loans that were, or of which nothing was told */
    private record Told(List<Never> never, Map<String, Cell> late, Map<String, List<Stretch>> stretches, Map<String, List<HiddenArrears.Hidden>> hidden) {}

    /** @param ends the day after its last @param nextDue first due day nothing is told of yet @param every months between due days @param lastDue null: unknown @param silentDays after each */
    private record Stretch(
            String accountNo, LocalDate begins, LocalDate ends, long balance, int overdue, @Nullable LocalDate oldestDue,
            @Nullable LocalDate nextDue, int every, @Nullable LocalDate lastDue, int silentDays, @Nullable String message) {

        /** The due day after so many that passed; null: none is after the last, but for one where something is left of which nothing is owed by what was told. */
        private @Nullable LocalDate due(int passed) {
            LocalDate due = nextDue == null ? null : nextDue.plusMonths((long) passed * every);
            boolean exists = due != null && (lastDue == null || !YearMonth.from(due).isAfter(YearMonth.from(lastDue)) || passed == 0 && overdue == 0);
            return exists ? due : null;
        }
    }

    /** @param silentDays after a due day of which nothing was told */
    Loans read(PartnerId bank, Days days, int silentDays, Vintage vintage) {
        Asking asking = new Asking(bank, days, silentDays, vintage);
        return judged(asking, state(bank).flatMap(state -> justRead.take(asking, state)).orElseGet(() -> told(asking)));
    }

    /** Of a bank that will be asked for itself soon. */
    Loans readAhead(PartnerId bank, Days days, int silentDays, Vintage vintage) {
        Asking asking = new Asking(bank, days, silentDays, vintage);
        // asked before anything is read: what arrives meanwhile makes it another one, so that what was read is not used
        Optional<String> before = state(bank);
        Told told = told(asking);
        before.ifPresent(state -> justRead.keep(asking, state, told));
        return judged(asking, told);
    }

    private Optional<String> state(PartnerId bank) {
        return jdbc.sql("SELECT state FROM repayment_fact_state WHERE partner = ?").param(bank.value()).query(String.class).optional();
    }

    private Told told(Asking asking) {
        List<Never> never = new ArrayList<>();
        Map<String, Cell> late = new LinkedHashMap<>();
        Map<String, List<HiddenArrears.Hidden>> hidden = arrears.of(asking.bank(), asking.days(), asking.silentDays());
        statement(asking, LOANS)
                .param("silent", asking.silentDays())
                .param("hidden", hidden.keySet().toArray(String[]::new))
                .param("vintage", asking.vintage() == Vintage.MONTH ? "YYYY-MM" : "YYYY\"Q\"Q")
                .query(row -> {
                    Cell cell = new Cell(row.getString("vintage"), row.getString("risk_group"));
                    String account = row.getString("account_no");
                    if (account == null) {
                        never.add(new Never(cell, row.getLong("loans"), row.getLong("fen_days"), row.getObject("told_from", LocalDate.class)));
                    } else {
                        late.put(account, cell);
                    }
                });
        return new Told(never, late, stretches(asking, late.keySet()), hidden);
    }

    private Loans judged(Asking asking, Told told) {
        Exclusions.Spans spans = exclusions.of(asking.bank(), asking.days().last());
        List<Late> rows = new ArrayList<>();
        told.stretches().forEach((account, stretches) -> rows.add(
                late(account, Objects.requireNonNull(told.late().get(account)), stretches, told.hidden().getOrDefault(account, List.of()), spans)));
        return new Loans(told.never(), rows);
    }

    private Map<String, List<Stretch>> stretches(Asking asking, Set<String> accounts) {
        Map<String, List<Stretch>> loans = new LinkedHashMap<>();
        statement(asking, "SELECT account_no, greatest(from_on, :first) AS begins, least(until, :next) AS ends, balance_fen, overdue, oldest_due, next_due, message_id,"
                        + " coalesce((SELECT o.every_months FROM repayment_fact_origin o WHERE o.partner = :bank AND o.account_no = repayment_fact_stretch.account_no), 1) AS every,"
                        + " (SELECT o.last_due FROM repayment_fact_origin o WHERE o.partner = :bank AND o.account_no = repayment_fact_stretch.account_no) AS last_due"
                        + STRETCHES + " AND account_no = ANY (:accounts) ORDER BY account_no, begins")
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, i) -> new Stretch(
                        row.getString("account_no"), row.getObject("begins", LocalDate.class), row.getObject("ends", LocalDate.class), row.getLong("balance_fen"),
                        row.getInt("overdue"), row.getObject("oldest_due", LocalDate.class),
                        row.getObject("next_due", LocalDate.class), row.getInt("every"), row.getObject("last_due", LocalDate.class), asking.silentDays(), row.getString("message_id")))
                .list()
                .forEach(one -> loans.computeIfAbsent(one.accountNo(), account -> new ArrayList<>()).add(one));
        return loans;
    }

    private JdbcClient.StatementSpec statement(Asking asking, String sql) {
        return jdbc.sql(sql)
                .param("first", asking.days().first())
                .param("next", asking.days().next())
                .param("bank", asking.bank().value());
    }

    /** Some days of a loan, added up. */
    private static final class Sum {
        private final long[] fenDays = new long[3];
        private int lateDays;
        private int silentDays;
        private int paidForDays;

        private void add(long balance, int told, int silent, int paidFor) {
            int late = told + silent + paidFor;
            lateDays += told > 0 ? 1 : 0;
            silentDays += silent > 0 ? 1 : 0;
            paidForDays += paidFor > 0 ? 1 : 0;
            fenDays[0] += balance;
            fenDays[1] += late >= LATE && late < VERY_LATE ? balance : 0;
            fenDays[2] += late >= VERY_LATE ? balance : 0;
        }
    }

    private Late late(String account, Cell cell, List<Stretch> stretches, List<HiddenArrears.Hidden> hidden, Exclusions.Spans spans) {
        Sum counts = new Sum();
        Sum outOfHands = new Sum();
        Map<String, Integer> out = new TreeMap<>();
        boolean any = false;
        Set<String> messages = new LinkedHashSet<>();
        for (Stretch one : stretches) {
            for (LocalDate day = one.begins(); day.isBefore(one.ends()); day = day.plusDays(1)) {
                String why = spans.on(account, day);
                any |= why == null;
                (why == null ? counts : outOfHands).add(
                        one.balance(), told(one, day), silent(one, day) + HiddenArrears.count(hidden, false, day), HiddenArrears.count(hidden, true, day));
                if (why != null) {
                    out.merge(why, 1, Integer::sum);
                }
            }
            if (one.message() != null) {
                messages.add(one.message());
            }
        }
        hidden.stream().map(HiddenArrears.Hidden::message).filter(Objects::nonNull).forEach(messages::add);
        Sum sum = any ? counts : outOfHands;
        return new Late(
                account, cell, List.of(sum.fenDays[0], sum.fenDays[1], sum.fenDays[2]), sum.lateDays, sum.silentDays, sum.paidForDays, out, List.copyOf(messages), untold(account, stretches, hidden, spans),
                any ? null : out.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null));
    }

    /** A due day that is no working day counts from the next one. */
    private int told(Stretch one, LocalDate day) {
        return one.oldestDue() == null || !day.isAfter(calendar.workedOnOrAfter(one.oldestDue())) ? 0 : one.overdue();
    }

    /** Due days that passed without a word: what a bank stops telling of grows older as if it had told. */
    private static int silent(Stretch one, LocalDate day) {
        int passed = 0;
        LocalDate due = one.due(0);
        while (due != null && !day.isBefore(due.plusDays(one.silentDays()))) {
            due = one.due(++passed);
        }
        return passed;
    }

    /** Of a loan that owed nothing by what was told: one that did has its case, whatever is told of it afterwards. */
    private static List<Untold> untold(String account, List<Stretch> stretches, List<HiddenArrears.Hidden> hidden, Exclusions.Spans spans) {
        List<Untold> untold = new ArrayList<>();
        for (Stretch one : stretches) {
            LocalDate due = one.due(0);
            for (int passed = 0; due != null && one.overdue() == 0 && due.plusMonths(1).isBefore(one.ends()); passed++) {
                add(untold, account, due, !due.plusMonths(1).isBefore(one.begins()), passed == 0, spans);
                due = one.due(passed + 1);
            }
        }
        for (HiddenArrears.Hidden one : hidden) {
            LocalDate judged = one.dueOn().plusMonths(1);
            boolean owedNothing = stretches.stream().anyMatch(stretch -> stretch.overdue() == 0 && !judged.isBefore(stretch.begins()) && judged.isBefore(stretch.ends()));
            add(untold, account, one.dueOn(), owedNothing && one.untoldOn(judged), true, spans);
        }
        return untold;
    }

    private static void add(List<Untold> untold, String account, LocalDate due, boolean counts, boolean first, Exclusions.Spans spans) {
        LocalDate judged = due.plusMonths(1);
        if (counts) {
            untold.add(new Untold(due, judged, first, spans.on(account, judged)));
        }
    }
}
