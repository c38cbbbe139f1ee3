package io.jinqiao.credit.desk;

import io.jinqiao.credit.notice.AdverseGate;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.NoticeStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who must be told before a record leaves, and whether they were. */
public final class AdverseNotices {
    private final NoticeStore notices;

    public AdverseNotices(NoticeStore notices) {
        this.notices = notices;
    }

    /**
     * For whom an adverse record waits; their notices become due.
     *
     * @param latest what the Center accepted last; null when it does not know the account
     */
    List<AdverseGate.Hold> holds(AccountFacts account, HistoryStore.@Nullable Latest latest, YearMonth month, Duties duties, LocalDate leaves, Instant now) {
        boolean before = latest != null && latest.adverse();
        if (!AdverseGate.waits(before, false, duties)) { // told already, or told by the bank: the notices need not be looked at
            return List.of();
        }
        LocalDate episode = notices.open(account.account(), lastTold(latest)).orElse(month.atDay(1));
        boolean earlier = duties.notice().oncePerLoan() && notices.toldBefore(account.account(), episode, duties.notice());
        if (AdverseGate.waits(before, earlier, duties)) {
            account.parts().forEach(person -> notices.due(account.account(), episode, person, leaves, now));
        }
        return AdverseGate.holds(before, earlier, duties, notices.of(account.account(), episode, duties.notice()), leaves);
    }

    private static @Nullable LocalDate lastTold(HistoryStore.@Nullable Latest latest) {
        return latest == null ? null : latest.history().latest();
    }
}
