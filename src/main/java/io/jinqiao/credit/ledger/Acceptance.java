package io.jinqiao.credit.ledger;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the Center would refuse a record 210 for what it has of the account already: rules of its database, told before the record leaves. */
public final class Acceptance {
    private static final String WHOLE = "0000";
    private static final Set<String> CLOSING = Set.of("20", "32");
    private static final String RECOVERED = "40";

    private final AccountHistory history;
    private final Accepted next;
    private final List<Finding> findings = new ArrayList<>();

    private Acceptance(AccountHistory history, Accepted next) {
        this.history = history;
        this.next = next;
    }

    /** @param record 210, found sound by itself @return every rule that would refuse it */
    public static List<Finding> of(AccountHistory history, CreditRecord record) {
        Acceptance acceptance = new Acceptance(history, Accepted.of(record));
        acceptance.account(record);
        acceptance.days();
        acceptance.classified();
        acceptance.specials();
        return List.copyOf(acceptance.findings);
    }

    private void account(CreditRecord record) {
        if (!history.known()) {
            if (!record.has("C") || !record.has("H")) {
                add("BLR004", WHOLE, "首次报送应有基本信息段和月度表现信息段", "the first report of an account tells the loan and the month");
            }
            return;
        }
        if (!history.type().equals(record.value("AcctType"))) {
            add("BLR019", "AcctType", "账户类型与已入库的不一致", "the account has another type at the Center");
        }
        if (history.closed()) {
            add("BLR020", WHOLE, "账户已关闭，不再接收记录", "the account is closed: nothing more is accepted");
        }
        if (history.transferred()) {
            add("BLR025", WHOLE, "账户已转出，不再接收记录", "the account was handed over: nothing more is accepted");
        }
    }

    private void days() {
        boolean sameEvent = history.records().stream().anyMatch(record -> record.reported().equals(next.reported()) && record.event().equals(next.event()));
        if (sameEvent) {
            add("ABR004", WHOLE, "同一天同一时点的记录已入库", "a record of this day and event is there already");
        }
        boolean closes = next.closed() || CLOSING.contains(next.event());
        if (closes && history.known() && next.reported().isBefore(history.latest())) {
            add("BLR021", "RptDate", "关闭记录早于已入库的记录", "a closing record older than one that is there");
        }
        if (next.month() != null && history.month(next.month()).filter(there -> !there.reported().isBefore(next.reported())).isPresent()) {
            add("BLR027", "Month", "该月已有同日或更新的记录", "the month is there already with this or a newer day of report");
        }
        boolean special = next.event().equals(RECOVERED)
                && history.records().stream().anyMatch(record -> record.reported().equals(next.reported()) && !record.specials().isEmpty());
        if (special) {
            add("BLR028", "RptDate", "当天已有特殊交易", "a special transaction was told on that day");
        }
    }

    /** The day of the judgement never lies before that of the record before, nor after that of the record after. */
    private void classified() {
        LocalDate day = next.classified();
        if (day != null && !fits(day, next.reported(), history.records())) {
            add("BLR022", "FiveCateAdjDate", "五级分类认定日期与前后记录的先后不符", "the day of the judgement goes back");
        }
    }

    static boolean fits(LocalDate day, LocalDate reported, List<Accepted> records) {
        LocalDate before = nearest(records.stream().filter(record -> !record.reported().isAfter(reported)).toList(), Comparator.naturalOrder());
        LocalDate after = nearest(records.stream().filter(record -> record.reported().isAfter(reported)).toList(), Comparator.reverseOrder());
        return (before == null || !day.isBefore(before)) && (after == null || !day.isAfter(after));
    }

    private static @Nullable LocalDate nearest(List<Accepted> records, Comparator<LocalDate> order) {
        return records.stream().map(Accepted::classified).filter(Objects::nonNull).max(order).orElse(null);
    }

    private void specials() {
        next.specials().stream()
                .filter(special -> history.records().stream().anyMatch(record -> record.specials().contains(special)))
                .forEach(special -> add("BLR023", "ChanTranType", "特殊交易已报送过", "this special transaction was told before"));
    }

    private void add(String rule, String item, String zh, String en) {
        findings.add(new Finding(rule, item, zh, en));
    }

    /** A special event, record 215: handing over comes in the month after the last one told, newer than everything, of an open account. */
    public static List<Finding> ofHandingOver(AccountHistory history, YearMonth month, LocalDate reported) {
        boolean lawful = history.known()
                && !history.closed()
                && !history.transferred()
                && history.latestMonth().filter(last -> last.plusMonths(1).equals(month)).isPresent()
                && reported.isAfter(history.latest());
        return lawful ? List.of() : List.of(new Finding("BQR004", WHOLE, "转出应在最后一个月度记录的次月、晚于全部记录且账户未关闭", "handing over follows the last month told, of an open account"));
    }
}
