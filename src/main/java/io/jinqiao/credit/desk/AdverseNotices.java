package io.jinqiao.credit.desk;

import io.jinqiao.credit.notice.AdverseGate;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.notice.Notice;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.store.NoticeStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Who must be told before a record leaves, and whether they were. */
public final class AdverseNotices {
    private final NoticeStore notices;

    public AdverseNotices(NoticeStore notices) {
        this.notices = notices;
    }

    /**
     * For whom an adverse record waits; their notices become due.
     *
     * @param standing what the record tells
     * @param leaves the day its file is made
     */
    List<AdverseGate.Hold> holds(AccountFacts account, MonthFacts standing, Duties duties, LocalDate leaves, Instant now) {
        LocalDate late = standing.lateSince();
        LocalDate since = late == null ? standing.month().atDay(1) : late;
        LocalDate day = standing.month().atEndOfMonth();
        AdverseGate.Arrears arrears = new AdverseGate.Arrears(since, day, notices.accepted(account.account(), since, day));
        SortedMap<LocalDate, Map<String, Notice>> known = notices.of(account.account(), duties.notice());
        List<AdverseGate.Hold> holds = AdverseGate.holds(account.parts(), arrears, known, duties, leaves);
        LocalDate episode = AdverseGate.episode(arrears, known);
        holds.forEach(hold -> notices.due(account.account(), episode, hold.person(), since, now));
        return holds;
    }
}
