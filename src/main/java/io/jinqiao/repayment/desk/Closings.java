package io.jinqiao.repayment.desk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.ClosingStore;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs of deductions that do not end because their bank does not tell: an alarm once, and an end two people put to them. */
@Component
class Closings {
    private static final Logger LOG = LoggerFactory.getLogger(Closings.class);
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DOCUMENT = 64;

    private final Timetable timetable;
    private final FileStore files;
    private final ClosingStore store;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Closings(Timetable timetable, FileStore files, ClosingStore store, Agreements agreements, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.timetable = timetable;
        this.files = files;
        this.store = store;
        this.agreements = agreements;
        this.calendar = calendar;
        this.clock = clock;
    }

    @PostConstruct
    void declare() {
        timetable.every("repayment-late-runs", Duration.ofMinutes(15), this::look);
    }

    /** @return numbers of the runs that are late since this look */
    List<String> look() {
        LocalDate today = WorkingCalendar.today(clock);
        List<String> late = new ArrayList<>();
        for (ClosingStore.Open run : store.unnoticed()) {
            LocalDate last = last(run);
            if (today.isAfter(last) && store.late(run.runNo(), last)) {
                LOG.error("ALARM deductions: {} does not tell what came of run {}, expected by {}{}; no other run opens there meanwhile / 扣款批次逾期未回结果，其间该行不能另开批次",
                        run.bank(), run.runNo(), last, run.isBelieved() ? "" : ", though the bank named " + run.expected() + " / 银行所报日期过晚，不予采用");
                late.add(run.runNo());
            }
        }
        return late;
    }

    long propose(String runNo, String reason, @Nullable String document, String by) {
        if (reason.isBlank()) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_MISSING));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_TOO_LONG, "" + LONGEST_REASON));
        }
        if (document != null && (document.isBlank() || document.length() > LONGEST_DOCUMENT)) {
            throw new Refusal(Problem.at("document", FailureCode.FIELD_TOO_LONG, "" + LONGEST_DOCUMENT));
        }
        requireLate(runNo, document);
        return store.insert(runNo, reason, document, by, clock.instant()).orElseThrow(() -> new Refusal(Problem.at("runNo", FailureCode.DEDUCTION_CLOSING_WAITS)));
    }

    void answer(long number, boolean confirmed, String by) {
        ClosingStore.Proposed proposed = store.find(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(proposed.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        files.oneAtATime(proposed.bank());
        if (!store.answer(number, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (confirmed && !store.close(proposed.runNo(), clock.instant()) && !store.isGivenUp(proposed.runNo())) {
            throw new Refusal(Problem.at("runNo", FailureCode.DEDUCTION_RUN_CLOSED));
        }
    }

    /** The bank's answer may come when the run was given up already. */
    private void requireLate(String runNo, @Nullable String document) {
        ClosingStore.Open run = store.open(runNo).orElse(null);
        if (run == null) {
            if (document == null || !store.isGivenUp(runNo)) {
                throw new Refusal(Problem.at("runNo", FailureCode.DEDUCTION_RUN_CLOSED));
            }
        } else if (!WorkingCalendar.today(clock).isAfter(last(run))) {
            throw new Refusal(Problem.at("runNo", FailureCode.DEDUCTION_RUN_NOT_LATE, last(run).toString()));
        }
    }

    private LocalDate last(ClosingStore.Open run) {
        Agreement.Deduction agreed = agreements.with(run.bank()).deduction();
        return calendar.plus(run.awaited(), agreed == null ? Agreement.Deduction.USUALLY_WITHIN : agreed.within());
    }
}
