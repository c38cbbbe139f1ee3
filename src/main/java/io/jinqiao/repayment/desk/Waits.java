package io.jinqiao.repayment.desk;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.WatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a bank is still to tell of a loan: until then nobody knows what it owes, so nothing begins, goes on or ends, nothing is deducted, and nobody orders by hand. While a bank is silent
 * nothing new is ordered.
 */
@Component
class Waits {
    /** Working days for a chain of corrections, for a row that went back, and for a file that is missing. */
    private static final int TOLD_AGAIN_WITHIN = 3;
    /** Days after its own until a file is surely late. */
    private static final int LATE_AFTER = 2;

    private final WatchStore watch;
    private final Agreements agreements;
    private final WorkingCalendar calendar;

    Waits(WatchStore watch, Agreements agreements, WorkingCalendar calendar) {
        this.watch = watch;
        this.agreements = agreements;
        this.calendar = calendar;
    }

    /** @param what in Chinese and English */
    record Awaited(LocalDate until, String what) {}

    /** The last day before that of the bank's latest file whose own is agreed, is missing and may still come; empty: none. */
    Optional<LocalDate> missing(PartnerId bank, LocalDate today) {
        return watch.latestFile(bank).flatMap(latest -> Stream.iterate(latest.minusDays(1), day -> !today.isAfter(lastDay(day)), day -> day.minusDays(1)).filter(day -> isMissing(bank, day)).findFirst());
    }

    /** The last day after that of the bank's latest file whose own is agreed and surely late; empty: the bank is not silent. */
    Optional<LocalDate> silent(PartnerId bank, LocalDate today) {
        return watch.latestFile(bank).flatMap(latest -> Stream.iterate(today.minusDays(LATE_AFTER), day -> day.isAfter(latest), day -> day.minusDays(1)).filter(day -> isMissing(bank, day)).findFirst());
    }

    private boolean isMissing(PartnerId bank, LocalDate day) {
        return agreements.with(bank).expects(day, calendar) && !watch.isTold(bank, day, day);
    }

    LocalDate lastDay(LocalDate missing) {
        return calendar.plus(missing, TOLD_AGAIN_WITHIN);
    }

    /** A file that is missing may tell that what was owed before its day was paid on it, unless it was told of since. @param oldestDue null: nothing is overdue */
    boolean mayBePaid(long account, @Nullable LocalDate oldestDue, @Nullable LocalDate missing) {
        return missing != null && oldestDue != null && !oldestDue.isAfter(missing) && !watch.by(account, missing.plusDays(1)).known();
    }

    /** What was owed may be paid since, and a bank that is silent does not tell. */
    boolean isSilentOf(long account, @Nullable LocalDate oldestDue, @Nullable LocalDate silent) {
        return silent != null && oldestDue != null && !oldestDue.isAfter(silent) && !watch.by(account, silent).known();
    }

    /** @param since when the last row of a loan was left out or went back; null: none was */
    boolean isToBeToldAgain(@Nullable Instant since, LocalDate today) {
        return since != null && !today.isAfter(toldAgainUntil(since));
    }

    /** Loans of which a correction left out, or a file had sent back, what was told last. */
    Map<Long, Awaited> toldAgain(Collection<Long> accounts, LocalDate today) {
        Map<Long, Awaited> awaited = new HashMap<>();
        watch.leftOut(accounts).forEach((account, since) -> awaited.put(account, new Awaited(toldAgainUntil(since), "更正文件遗漏或退回的行 / a row that a correction left out or that went back")));
        awaited.values().removeIf(one -> today.isAfter(one.until()));
        return awaited;
    }

    Awaited file(LocalDate missing) {
        return new Awaited(lastDay(missing), "%1$s 的文件 / the file of %1$s".formatted(missing));
    }

    /** What is waited for of a loan that is being collected. @param oldestDue null: nothing is overdue */
    Optional<Awaited> of(PartnerId bank, long account, @Nullable LocalDate oldestDue, LocalDate today) {
        Awaited again = toldAgain(List.of(account), today).get(account);
        if (again != null) {
            return Optional.of(again);
        }
        return silent(bank, today).filter(day -> isSilentOf(account, oldestDue, day)).or(() -> missing(bank, today).filter(day -> mayBePaid(account, oldestDue, day))).map(this::file);
    }

    private LocalDate toldAgainUntil(Instant since) {
        return calendar.plus(OrderStore.day(since), TOLD_AGAIN_WITHIN);
    }
}
