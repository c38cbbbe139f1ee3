package io.jinqiao.credit.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the Center has of one account, in the order of the days of the reports.
 *
 * @param transferred whether it was handed to another reporter
 */
public record AccountHistory(String type, List<Accepted> records, boolean transferred) {
    private static final Comparator<Accepted> BY_DAY = Comparator.comparing(Accepted::reported);

    public AccountHistory {
        records = records.stream().sorted(BY_DAY).toList();
    }

    /**
     * With corrections in their place: a month that was corrected (212) says what its last correction says, under the event and the day it was first told with.
     *
     * @param told in the order the Center accepted it
     */
    public static AccountHistory corrected(String type, List<Accepted> told, boolean transferred) {
        List<Accepted> records = new ArrayList<>();
        for (Accepted one : told) {
            Optional<Accepted> wrong = records.stream().filter(one::corrects).findFirst();
            wrong.ifPresent(records::remove);
            records.add(wrong.map(before -> before.as(one)).orElse(one));
        }
        return new AccountHistory(type, records, transferred);
    }

    /** An account the Center does not know. */
    public static AccountHistory none(String type) {
        return new AccountHistory(type, List.of(), false);
    }

    public boolean known() {
        return !records.isEmpty();
    }

    public boolean closed() {
        return records.stream().anyMatch(Accepted::closed);
    }

    /** Day of the latest report. @throws java.util.NoSuchElementException when there is none */
    public LocalDate latest() {
        return records.stream().map(Accepted::reported).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether a month was told with this day of report or a later one. */
    public boolean told(YearMonth month, LocalDate reported) {
        return month(month).filter(there -> !there.reported().isBefore(reported)).isPresent();
    }

    /** Whether every month that was told lies before this one. */
    public boolean monthBefore(YearMonth month) {
        return latestMonth().filter(last -> !last.isBefore(month)).isEmpty();
    }

    Optional<YearMonth> latestMonth() {
        return records.stream().map(Accepted::month).filter(month -> month != null).max(Comparator.naturalOrder());
    }

    /** The version of a month that holds: the one reported last. */
    public Optional<Accepted> month(YearMonth month) {
        return records.stream().filter(record -> month.equals(record.month())).max(BY_DAY);
    }

    public AccountHistory with(Accepted record) {
        List<Accepted> more = new ArrayList<>(records);
        more.add(record);
        return new AccountHistory(type, more, transferred);
    }

    public AccountHistory handedOver() {
        return new AccountHistory(type, records, true);
    }
}
