package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditNotices;
import io.jinqiao.credit.NoticeStep;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Notice;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.notice.NoticeRules;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.NoticeStore;
import io.jinqiao.credit.store.ReleaseStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class NoticeDesk implements CreditNotices {
    private final NoticeStore store;
    private final ReleaseStore releases;
    private final ReportingRules rules;
    private final PersonalData data;
    private final Clock clock;

    NoticeDesk(NoticeStore store, ReleaseStore releases, ReportingRules rules, PersonalData data, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.releases = releases;
        this.rules = rules;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public void step(NoticeStep step) {
        if (step.on().isAfter(WorkingCalendar.today(clock))) {
            throw new Refusal(Problem.at("on", FailureCode.FIELDS_DISAGREE, "today"));
        }
        add(step.account(), step.episode(), step.person(), event(step));
    }

    private NoticeEvent event(NoticeStep step) {
        return switch (step.what()) {
            case DISPATCHED -> dispatched(step);
            case ARRIVED -> new NoticeEvent.Arrived(step.on());
            case CAME_BACK -> new NoticeEvent.CameBack(step.on());
        };
    }

    private NoticeEvent dispatched(NoticeStep step) {
        if (step.channel() == null || step.content() == null || step.address() == null) {
            Map<String, Boolean> missing = new LinkedHashMap<>();
            missing.put("channel", step.channel() == null);
            missing.put("content", step.content() == null);
            missing.put("address", step.address() == null);
            throw new Refusal(missing.entrySet().stream().filter(Map.Entry::getValue).map(one -> Problem.at(one.getKey(), FailureCode.FIELD_MISSING)).toList());
        }
        return new NoticeEvent.Dispatched(Words.parse(step.channel(), Channel.class), step.content(), data.pseudonym(step.address().strip()), step.on());
    }

    /** Refused when it cannot follow; the step's number keeps two at once from both being it. */
    private void add(String account, LocalDate episode, String person, NoticeEvent event) {
        NoticeRules.after(find(account, episode, person), event, rules.notice());
        store.add(account, episode, person, event, clock.instant());
    }

    private Notice find(String account, LocalDate episode, String person) {
        Notice notice = store.of(account, episode, rules.notice()).get(person);
        if (notice == null) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        return notice;
    }

    @Override
    public long proposeRelease(String account, LocalDate episode, String person, String reason, String by) {
        if (!(find(account, episode, person) instanceof Notice.Undeliverable)) {
            throw new Refusal(FailureCode.CREDIT_NOTICE_DELIVERABLE);
        }
        return releases.propose(account, episode, person, reason, by, clock.instant()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_RELEASE_OPEN));
    }

    @Override
    public void answerRelease(long number, boolean confirmed, String by) {
        ReleaseStore.Proposal proposal = releases.open(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(Objects.requireNonNull(proposal.proposedBy()), by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (confirmed) {
            add(proposal.account(), proposal.episode(), proposal.person(), new NoticeEvent.Release(proposal.proposedBy(), by, WorkingCalendar.today(clock)));
        }
        releases.answer(number, confirmed, by, clock.instant());
    }
}
