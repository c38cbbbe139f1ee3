package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books compared, a row for each day, which counts on the day its book was due by the contract of that day: a difference that is the centre's own is on neither side, so that nobody gains by telling what no book has. A book that
 * never came counts as one in which nothing matched, on the day it was due. And the interest that came in, by day.
 */
@Component
class BookCases implements Source {
    private static final String EARLIER = "earlier-days";
    private static final String HERE = "(d.state <> 'waiting' OR d.compared_at IS NOT NULL)";
    /** Holidays never make more of working days than this. */
    private static final int DAYS_OF_A_WORKING_DAY = 3;

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    BookCases(JdbcClient jdbc, Contracts contracts, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What came in on a day. @param loans that paid interest: as many items its book has at least */
    private record Receipts(LocalDate day, long interest, long penalty, long loans, List<String> messages) {
        private Counted counted(String caseNo) {
            return new Counted(Measure.RECEIPT, caseNo, null, day.toString(), day, List.of(interest, penalty), false, null, null, messages);
        }
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Set<LocalDate> counted = counted(asked);
        List<Counted> rows = new ArrayList<>(compared(asked).stream().filter(row -> !counted.contains(LocalDate.parse(row.caseNo()))).toList());
        Before before = before(asked);
        LocalDate from = from(asked);
        List<Receipts> receipts = receipts(asked, from, before.first());
        rows.addAll(withheld(asked, receipts.stream().filter(one -> !one.day().isBefore(from) && !counted.contains(one.day())).toList()));
        receipts.stream().filter(one -> asked.days().has(one.day())).forEach(one -> rows.add(one.counted(one.day().toString())));
        rows.addAll(earlier(asked, before, receipts));
        return rows;
    }

    private List<Counted> compared(Asked asked) {
        return jdbc.sql("SELECT d.day, d.items, d.message_ids, coalesce(f.theirs, 0) AS theirs, coalesce(f.ours, 0) AS ours FROM repayment_fact_day d"
                        + " LEFT JOIN (SELECT day, count(*) FILTER (WHERE owner = 'bank') AS theirs, count(*) FILTER (WHERE owner <> 'bank') AS ours FROM repayment_fact_difference"
                        + " WHERE partner = :bank AND day BETWEEN :first AND :last GROUP BY day) f ON f.day = d.day"
                        + " WHERE d.partner = :bank AND d.day BETWEEN :first AND :last AND " + HERE + " ORDER BY d.day")
                .param("bank", asked.bank().value())
                .param("first", from(asked))
                .param("last", asked.days().last())
                .query((row, i) -> day(row, asked))
                .list()
                .stream()
                .filter(row -> asked.days().has(row.on()))
                .toList();
    }

    /** Days whose book an earlier period counted, also where its contract was written otherwise then. */
    private Set<LocalDate> counted(Asked asked) {
        return new HashSet<>(jdbc.sql("SELECT c.case_no::date FROM assessment_case c JOIN assessment_period p ON p.period_no = c.period_no"
                        + " WHERE p.bank = ? AND p.state <> 'running' AND p.last_day < ? AND c.measure = 'reconciliation'")
                .params(asked.bank().value(), asked.days().last())
                .query(LocalDate.class)
                .list());
    }

    /** When the book of a day is due: whether it came the day before the period ended or the day after moves it into no other period, nor does a contract that follows. */
    private LocalDate due(LocalDate day, PartnerId bank) {
        Integer within = within(contracts.lastOn(bank, day));
        return within == null ? day : calendar.plus(day, within);
    }

    private static @Nullable Integer within(Contract contract) {
        return contract.time().statementDays();
    }

    private Counted day(ResultSet row, Asked asked) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        long ours = Math.min(row.getLong("items"), row.getLong("ours"));
        long items = row.getLong("items") - ours;
        long theirs = Math.min(items, row.getLong("theirs"));
        return new Counted(
                Measure.RECONCILIATION, day.toString(), null, day.toString(), due(day, asked.bank()), List.of(items, items - theirs), theirs > 0, null,
                theirs + " of " + items + " differ" + (ours > 0 ? ", " + ours + " more are the centre's" : ""), Rows.texts(row, "message_ids"));
    }

    /** Days with receipts whose book was due in the period and is not here. The messages are those that told of the receipts. */
    private List<Counted> withheld(Asked asked, List<Receipts> receipts) {
        Set<LocalDate> here = new HashSet<>(jdbc.sql("SELECT d.day FROM repayment_fact_day d WHERE d.partner = ? AND d.day BETWEEN ? AND ? AND " + HERE)
                .params(asked.bank().value(), from(asked), asked.days().last())
                .query(LocalDate.class)
                .list());
        LocalDate today = WorkingCalendar.today(clock);
        List<Counted> withheld = new ArrayList<>();
        for (Receipts one : receipts) {
            LocalDate due = due(one.day(), asked.bank());
            boolean agreed = within(contracts.lastOn(asked.bank(), one.day())) != null;
            if (agreed && one.loans() > 0 && !here.contains(one.day()) && asked.days().has(due) && due.isBefore(today)) {
                withheld.add(new Counted(
                        Measure.RECONCILIATION, one.day().toString(), null, one.day().toString(), due, List.of(one.loans(), 0L), true, null,
                        "no book of " + one.day() + " by " + due + ", " + one.loans() + " loans paid", one.messages()));
            }
        }
        return withheld;
    }

    /** No book of an earlier day is due in the period, by whichever contract. */
    private LocalDate from(Asked asked) {
        return contracts.of(asked.bank()).stream()
                .map(BookCases::within)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .map(most -> asked.days().first().minusDays((long) most * DAYS_OF_A_WORKING_DAY + 14))
                .orElse(asked.days().first());
    }

    /** By day; also those before the period whose book is due in it, and those of earlier periods: the rows are read once. @param due first day whose book may be due in the period @param since first day of the earliest period; null: there is none */
    private List<Receipts> receipts(Asked asked, LocalDate due, @Nullable LocalDate since) {
        LocalDate from = since != null && since.isBefore(due) ? since : due;
        return jdbc.sql("SELECT accounting_date AS day, sum(interest)::bigint AS interest, sum(penalty)::bigint AS penalty, sum(loans)::bigint AS loans,"
                        + " array_agg(message_id ORDER BY message_id) AS message_ids FROM (SELECT accounting_date, message_id, sum(interest_fen) AS interest, sum(penalty_fen) AS penalty,"
                        + " count(DISTINCT account_no) FILTER (WHERE interest_fen > 0) AS loans FROM repayment_fact_receipt"
                        + " WHERE partner = ? AND accounting_date BETWEEN ? AND ? GROUP BY accounting_date, message_id) m GROUP BY accounting_date ORDER BY 1")
                .params(asked.bank().value(), from, asked.days().last())
                .query((row, i) -> receipts(row))
                .list();
    }

    private static Receipts receipts(ResultSet row) throws SQLException {
        return new Receipts(row.getObject("day", LocalDate.class), row.getLong("interest"), row.getLong("penalty"), row.getLong("loans"), Rows.texts(row, "message_ids"));
    }

    /** What files that came since tell of the days of earlier periods, less what those periods counted: a fen of interest counts once, whichever day a correction moves it to. */
    private static List<Counted> earlier(Asked asked, Before before, List<Receipts> receipts) {
        List<Receipts> told = receipts.stream().filter(one -> before.first() != null && !one.day().isBefore(before.first()) && one.day().isBefore(asked.days().first())).toList();
        long interest = told.stream().mapToLong(Receipts::interest).sum() - before.interest();
        long penalty = told.stream().mapToLong(Receipts::penalty).sum() - before.penalty();
        if (interest == 0 && penalty == 0) {
            return List.of();
        }
        List<String> messages = told.stream().flatMap(one -> one.messages().stream()).distinct().filter(one -> !before.messages().contains(one)).sorted().toList();
        return List.of(new Receipts(asked.days().first().minusDays(1), interest, penalty, 0, messages).counted(EARLIER));
    }

    /** What earlier periods counted as received. @param first day of the earliest; null: there is none */
    private record Before(@Nullable LocalDate first, long interest, long penalty, Set<String> messages) {}

    private Before before(Asked asked) {
        return jdbc.sql("SELECT min(p.first_day) AS first, coalesce(sum(c.amounts[1]), 0)::bigint AS interest, coalesce(sum(c.amounts[2]), 0)::bigint AS penalty,"
                        + " ARRAY(SELECT DISTINCT unnest(o.message_ids) FROM assessment_case o JOIN assessment_period q ON q.period_no = o.period_no"
                        + " WHERE o.measure = 'receipt' AND q.bank = :bank AND q.state <> 'running' AND q.last_day < :first) AS message_ids"
                        + " FROM assessment_period p LEFT JOIN assessment_case c ON c.period_no = p.period_no AND c.measure = 'receipt'"
                        + " WHERE p.bank = :bank AND p.state <> 'running' AND p.last_day < :first")
                .param("bank", asked.bank().value())
                .param("first", asked.days().first())
                .query((row, i) -> new Before(Rows.day(row, "first"), row.getLong("interest"), row.getLong("penalty"), Set.copyOf(Rows.texts(row, "message_ids"))))
                .single();
    }
}
