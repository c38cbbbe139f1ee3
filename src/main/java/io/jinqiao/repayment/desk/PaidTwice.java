package io.jinqiao.repayment.desk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import io.jinqiao.repayment.store.PaymentStore.Taken;
import io.jinqiao.repayment.store.TwiceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Money that was deducted and is counted nowhere as paid, since nothing was owed any more or a corrected file forgot it: two people clear it with a document. */
@Component
class PaidTwice {
    private static final Logger LOG = LoggerFactory.getLogger(PaidTwice.class);
    private static final int USUALLY_WITHIN = 3;

    private final TwiceStore store;
    private final PaymentStore payments;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PaidTwice(TwiceStore store, PaymentStore payments, Agreements agreements, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.payments = payments;
        this.agreements = agreements;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A line of an order. */
    record Line(String orderNo, int lineNo) {}

    /** What results told was deducted is held against what counts as paid now. @param beyond lines that were more than was owed when they were booked */
    void look(PartnerId bank, Collection<Instalment> some, Set<Line> beyond) {
        payments.standing(some).values().forEach(standing -> standing.taken().forEach(one -> look(bank, one, beyond)));
    }

    private void look(PartnerId bank, Taken one, Set<Line> beyond) {
        Line line = new Line(one.deduction().orderNo(), one.deduction().lineNo());
        if (one.missing() > 0) {
            open(bank, line, one.missing(), one.open() == null ? beyond.contains(line) ? Gap.PAID_TWICE : Gap.NOT_IN_LEDGER : one.open());
        } else if (one.open() != null && store.end(line.orderNo(), line.lineNo())) {
            LOG.info("deductions: line {} of {} is counted as paid, or was taken back / 该笔扣款已入账或已退回", line.lineNo(), line.orderNo());
        }
    }

    /** A difference that was settled is over; what is missing beyond it is another one. */
    private void open(PartnerId bank, Line line, long fen, Gap usual) {
        List<Gap> settled = store.settled(line.orderNo(), line.lineNo());
        Gap other = usual == Gap.PAID_TWICE ? Gap.NOT_IN_LEDGER : Gap.PAID_TWICE;
        Gap gap = settled.contains(usual) && !settled.contains(other) ? other : usual;
        LocalDate dueOn = dueOn(bank);
        if (settled.contains(gap)) {
            LOG.error("ALARM deductions: {} fen of line {} of {} at {} are counted nowhere, beyond what was settled twice / 已两次处理的扣款仍有差额", fen, line.lineNo(), line.orderNo(), bank);
        } else if (store.open(line.orderNo(), line.lineNo(), gap, fen, dueOn, clock.instant())) {
            if (gap == Gap.PAID_TWICE) {
                LOG.error("ALARM deductions: {} deducted {} fen beyond what is owed, line {} of {}; the centre clears it by {} / 重复扣款，须由中心处理", bank, fen, line.lineNo(), line.orderNo(), dueOn);
            } else {
                LOG.error("ALARM deductions: {} does not tell of {} fen of line {} of {}, though its result did; to be cleared by {} / 银行漏报已扣款项，须查清", bank, fen, line.lineNo(), line.orderNo(), dueOn);
            }
        }
    }

    private LocalDate dueOn(PartnerId bank) {
        Agreement.Reconciling agreed = agreements.with(bank).reconciliation();
        return calendar.plus(WorkingCalendar.today(clock), agreed == null ? USUALLY_WITHIN : agreed.clearWithin());
    }

    void settle(Gap gap, String orderNo, int lineNo, TwiceOutcome outcome, String document, String by) {
        if (document.isBlank()) {
            throw new Refusal(Problem.at("document", FailureCode.FIELD_MISSING));
        }
        if (!store.settle(gap, orderNo, lineNo, outcome, document, by, clock.instant())) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }

    void confirm(Gap gap, String orderNo, int lineNo, boolean confirmed, String by) {
        String settledBy = store.settledBy(gap, orderNo, lineNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(settledBy, by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        store.confirm(gap, orderNo, lineNo, confirmed, by, clock.instant());
    }
}
