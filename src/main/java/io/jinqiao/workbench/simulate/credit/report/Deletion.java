package io.jinqiao.workbench.simulate.credit.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What record 213 takes out of an account: a segment, over an interval of report dates; a blank end is open. */
record Deletion(String mark, LocalDate from, LocalDate to) {

    static Deletion of(Reported record) {
        return new Deletion(
                record.value("DelSgmtCode"),
                Reported.day(record.value("DelStartDate")).orElse(LocalDate.MIN),
                Reported.day(record.value("DelEndDate")).orElse(LocalDate.MAX));
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Performance goes with the version it made; of the rest the version stays. */
    void from(@Nullable Account account) {
        if (account == null) {
            return;
        }
        switch (mark) {
            case "H" -> account.versions().values().removeIf(v -> covers(v.reported()) && v.month() != null);
            case "J" -> account.versions().values().removeIf(v -> covers(v.reported()) && v.month() == null);
            case "K" -> account.versions().replaceAll((day, v) -> covers(day) ? v.withoutTransactions() : v);
            default -> { } // nothing later is judged by the others
        }
    }
}
