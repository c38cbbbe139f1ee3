package io.jinqiao.repayment.desk;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.collection.CaseState;
import io.jinqiao.repayment.collection.PromiseSays;
import io.jinqiao.repayment.store.PromiseStore;
import io.jinqiao.repayment.store.WatchStore;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Every promise to pay ends as kept or broken: the one the steps of a case wait for as part of the case, the others here. */
@Component
class Promises {
    private final PromiseStore store;
    private final WatchStore watch;
    private final CaseDesk desk;

    Promises(PromiseStore store, WatchStore watch, CaseDesk desk) {
        this.store = store;
        this.watch = watch;
        this.desk = desk;
    }

    /** @param day latest accounting date the bank told of */
    PromiseSays says(PartnerId bank, long account, CaseState.Promised promise, LocalDate day) {
        LocalDate until = day.isBefore(promise.payBy()) ? day : promise.payBy();
        long paid = watch.paid(account, until) - watch.paid(account, promise.given());
        Money owed = watch.reaches(bank, account, promise.payBy()) ? new Money(watch.owed(account, promise.payBy())) : null;
        return new PromiseSays(promise.amount(), new Money(Math.max(0, paid)), owed);
    }

    /** Promises no case waits for: given while another one runs, one too many, or of a case that was excluded. */
    void follow(PartnerId bank, LocalDate day) {
        for (PromiseStore.Open open : store.open(bank)) {
            PromiseSays says = says(bank, open.account(), open.promise(), day);
            boolean cured = open.closedOn() != null && !open.closedOn().isAfter(open.promise().payBy());
            if (cured || says.known()) {
                desk.promise(bank, open.caseNo(), open.promise().recordNo(), cured || says.kept());
            }
        }
    }
}
