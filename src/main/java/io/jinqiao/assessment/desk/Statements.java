package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.score.Fee;
import io.jinqiao.assessment.score.Score;
import io.jinqiao.assessment.store.EscalationStore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.StatementStore;
import io.jinqiao.assessment.store.StatementStore.Line;
import io.jinqiao.message.EntrustedLoanFee;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the fee comes to in money: a statement with every final score, adjustments of closed periods in the next one, and the settlement of what was held back. */
@Component
class Statements {
    private static final int LONGEST_DOCUMENT = 200;

    private final StatementStore store;
    private final EscalationStore escalated;
    private final PeriodStore periods;
    private final Clock clock;

    Statements(StatementStore store, EscalationStore escalated, PeriodStore periods, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.escalated = escalated;
        this.periods = periods;
        this.clock = clock;
    }

    void ofPeriod(Period period, EntrustedLoanFee fee, String by) {
        List<Line> lines = new ArrayList<>(List.of(
                new Line("fee", period.no(), fee.amount().fen(), null), new Line("held-back", period.no(), -fee.heldBack().fen(), null)));
        lines.addAll(store.unstated(period.bank()));
        put(period.no(), period.bank(), lines, by, null);
    }

    private void put(String no, PartnerId bank, List<Line> lines, String by, @org.jspecify.annotations.Nullable String document) {
        store.put(no, bank, lines, WorkingCalendar.today(clock), by, clock.instant(), document);
    }

    boolean isSettled(Period period) {
        return store.isSettled(period.no());
    }

    /** @param score what the closed period would have come to @return false when the bank would owe for having been right: then nothing is adjusted */
    boolean adjust(Period period, Scheme scheme, Score score, long ruling) {
        StatementStore.Fee stated = store.fee(period.no());
        Fee fee = Fee.of(stated.base(), stated.percent(), scheme.capPercent(), score.coefficient());
        long amount = fee.due().fen() - stated.due().fen() - store.adjusted(period.no());
        if (amount < 0) {
            return false;
        }
        store.adjust(period.no(), ruling, score, fee.due(), amount, clock.instant());
        return true;
    }

    long propose(SettleFee settle) {
        if (settle.document().isBlank() || settle.document().length() > LONGEST_DOCUMENT) {
            throw new Refusal(Problem.at("document", FailureCode.FIELD_WRONG_FORM, "1-" + LONGEST_DOCUMENT));
        }
        requireHeldBack(settle.bank(), settle.until());
        return store.propose(settle, clock.instant()).orElseThrow(() -> new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "settlement"));
    }

    /** After a settlement nobody could be right any more, so that it waits for all a final score waits for. */
    private List<Line> requireHeldBack(PartnerId bank, java.time.LocalDate until) {
        List<Line> lines = store.heldBack(bank, until);
        if (lines.isEmpty()) {
            throw new Refusal(Problem.at("until", FailureCode.ASSESSMENT_FORBIDDEN, "nothing to settle"));
        }
        if (store.isContested(bank, until)) {
            throw new Refusal(Problem.at("until", FailureCode.ASSESSMENT_FORBIDDEN, "objections"));
        }
        java.time.LocalDate today = WorkingCalendar.today(clock);
        lines.stream().flatMap(line -> escalated.waits(line.periodNo(), today).stream()).findFirst().ifPresent(what -> {
            throw new Refusal(Problem.at("until", FailureCode.ASSESSMENT_FORBIDDEN, what));
        });
        return lines;
    }

    void answer(long number, boolean confirmed, String by) {
        StatementStore.Settlement settlement = store.settlement(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(settlement.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        // whoever contests a case holds its period until his objection is there: what is asked below sees it, or he sees the settlement
        periods.holdUntil(settlement.bank(), settlement.until());
        periods.hold(settlement.bank());
        if (!store.answer(number, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (confirmed) {
            List<Line> lines = new ArrayList<>(requireHeldBack(settlement.bank(), settlement.until()));
            lines.addAll(store.unstated(settlement.bank()));
            put(settlement.bank().value() + "-S" + number, settlement.bank(), lines, by, settlement.document());
        }
    }
}
