package io.jinqiao.repayment.desk;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.collection.CaseState;
import io.jinqiao.repayment.collection.PromiseSays;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.PromiseStore;
import io.jinqiao.repayment.store.WatchStore;
import io.jinqiao.repayment.store.WatchStore.ByDay;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every promise to pay ends as kept or broken: the one the steps of a case wait for as part of the case, the others here. */
@Component
class Promises {
    /** Days after its last one within which a bank's next file of agreed days comes. */
    private static final int LONGEST_PAUSE = 31;

    private final PromiseStore store;
    private final WatchStore watch;
    private final CaseDesk desk;
    private final Agreements agreements;
    private final WorkingCalendar calendar;

    Promises(PromiseStore store, WatchStore watch, CaseDesk desk, Agreements agreements, WorkingCalendar calendar) {
        this.store = store;
        this.watch = watch;
        this.desk = desk;
        this.agreements = agreements;
        this.calendar = calendar;
    }

    /** Broken it is when its last day was told of whole, or what was told of the loan since shows that it was not paid. */
    PromiseSays says(PartnerId bank, long account, CaseState.Promised promise) {
        ByDay then = watch.by(account, promise.payBy());
        long paid = then.paid().fen() - watch.by(account, promise.given()).paid().fen();
        boolean told = then.known() || watch.isTold(bank, promise.payBy(), file(bank, promise.payBy()));
        return new PromiseSays(promise.amount(), new Money(Math.max(0, paid)), told ? then.owed() : null);
    }

    /** Accounting date of the file that tells of a day: its own, or that of the next day on which there is one. */
    private @Nullable LocalDate file(PartnerId bank, LocalDate day) {
        Agreement agreed = agreements.with(bank);
        return Stream.iterate(day, next -> next.plusDays(1)).limit(LONGEST_PAUSE).filter(next -> agreed.expects(next, calendar)).findFirst().orElse(null);
    }

    /** Promises no case waits for: given while another one runs, one too many, or of a case that was excluded. */
    void follow(PartnerId bank) {
        for (PromiseStore.Open open : store.open(bank)) {
            PromiseSays says = says(bank, open.account(), open.promise());
            boolean cured = open.closedOn() != null && !open.closedOn().isAfter(open.promise().payBy());
            if (cured || says.known()) {
                desk.promise(bank, open.caseNo(), open.promise().recordNo(), cured || says.kept());
            }
        }
    }
}
