package io.jinqiao.credit.ledger;

import io.jinqiao.credit.record.CreditRecord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record 210 the Center accepted: as much of it as decides what it accepts next.
 *
 * @param reported day of the report (信息报告日期)
 * @param event why it was sent (报告时点说明代码); of a correction or a special event the number of that record
 * @param month the month it tells of; null when it tells of a day between months
 * @param classified day of its five-category judgement (五级分类认定日期); null when it has none
 * @param closed whether it closes the account
 * @param specials its special transactions, type and day of each
 */
public record Accepted(LocalDate reported, String event, @Nullable YearMonth month, @Nullable LocalDate classified, boolean closed, Set<String> specials) {
    private static final String CLOSED = "3";
    private static final String CORRECTION = "212";

    public Accepted {
        specials = Set.copyOf(specials);
    }

    /** @param record 210, validated */
    public static Accepted of(CreditRecord record) {
        return of(record, Objects.requireNonNull(record.value("RptDateCode")));
    }

    /** @param record of another type that tells of an account: a correction, an event; it goes by the number of its type */
    public static Accepted beside(CreditRecord record) {
        return of(record, record.type().number());
    }

    /** Whether it says again, rightly, what another said of its month. */
    boolean corrects(Accepted other) {
        return event.equals(CORRECTION) && month != null && month.equals(other.month) && reported.equals(other.reported);
    }

    /** What a correction makes of this one: its day and event stay, and so do special transactions, which no correction of a month touches. */
    Accepted as(Accepted corrected) {
        return new Accepted(reported, event, corrected.month, corrected.classified, corrected.closed, specials);
    }

    private static Accepted of(CreditRecord record, String event) {
        String month = record.value("Month");
        String classified = record.value("FiveCateAdjDate");
        return new Accepted(
                LocalDate.parse(Objects.requireNonNull(record.value("RptDate"))),
                event,
                month == null ? null : YearMonth.parse(month),
                classified == null ? null : LocalDate.parse(classified),
                CLOSED.equals(record.value("AcctStatus")),
                specials(record));
    }

    static Set<String> specials(CreditRecord record) {
        if (record.type().segments().stream().noneMatch(segment -> segment.mark().equals("K"))) {
            return Set.of();
        }
        return record.rows("K").stream().map(row -> row.get("ChanTranType") + " " + row.get("TranDate")).collect(Collectors.toSet());
    }
}
