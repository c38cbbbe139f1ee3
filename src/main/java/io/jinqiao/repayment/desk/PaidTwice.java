package io.jinqiao.repayment.desk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.GapStore;
import io.jinqiao.repayment.store.TwiceStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    private final GapStore gaps;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PaidTwice(TwiceStore store, GapStore gaps, Agreements agreements, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.gaps = gaps;
        this.agreements = agreements;
        this.calendar = calendar;
        this.clock = clock;
    }

    void found(PartnerId bank, String orderNo, int lineNo, Money excess) {
        LocalDate dueOn = dueOn(bank);
        store.insert(orderNo, lineNo, excess, dueOn, clock.instant());
        LOG.error("ALARM deductions: {} deducted {} fen beyond what is owed, line {} of {}; the centre clears it by {} / 重复扣款，须由中心处理", bank, excess.fen(), lineNo, orderNo, dueOn);
    }

    private LocalDate dueOn(PartnerId bank) {
        Agreement.Reconciling agreed = agreements.with(bank).reconciliation();
        return calendar.plus(WorkingCalendar.today(clock), agreed == null ? USUALLY_WITHIN : agreed.clearWithin());
    }

    /** What results told was deducted is held against what counts as paid now. @param files of whose loans something may be missing now */
    void compare(PartnerId bank, List<Long> files) {
        if (!gaps.some(bank, files)) {
            return;
        }
        LocalDate dueOn = dueOn(bank);
        gaps.gone(bank).forEach(line -> LOG.info("deductions: {} tells of line {} again / 银行已补报该笔扣款", bank, line));
        gaps.found(bank, files, dueOn, clock.instant())
                .forEach(line -> LOG.error("ALARM deductions: a file of {} does not tell of line {} any more, though its result did; to be cleared by {} / 更正文件漏报已扣款项，须查清", bank, line, dueOn));
    }

    /** The file tells of the money after all: it was one of the payments of its instalment. */
    void explained(PartnerId bank, long file) {
        store.explained(bank, file).forEach(line -> LOG.info("deductions: {} tells of line {} as paid once / 银行文件已说明该笔扣款", bank, line));
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
