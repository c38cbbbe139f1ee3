package io.jinqiao.repayment.desk;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.CollectionBanks;
import io.jinqiao.repayment.collection.CaseEvent;
import io.jinqiao.repayment.collection.CaseStep;
import io.jinqiao.repayment.store.CaseStore;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.RecordStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** One move of one case, written down: the case, what follows from it, its line of time, and what the bank must be told. */
@Component
class CaseDesk {
    static final String GATEWAY = "gateway";
    /** What the number of an order ends with that takes another back. */
    private static final String WITHDRAWAL = "-X";

    private final CaseStore cases;
    private final OrderStore orders;
    private final RecordStore records;
    private final CollectionBanks banks;
    private final Clock clock;

    CaseDesk(CaseStore cases, OrderStore orders, RecordStore records, CollectionBanks banks, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.records = records;
        this.banks = banks;
        this.clock = clock;
    }

    /**
     * Who moved it.
     *
     * @param by log-in name, or the gateway
     * @param messageId message that caused it
     * @param remark for the bank, along with an order
     */
    record Cause(String by, @Nullable String messageId, @Nullable String remark) {
        static final Cause LEDGER = new Cause(GATEWAY, null, null);
    }

    /** @return what the bank must be told */
    List<Outgoing> write(CaseStore.Stored stored, CaseStep step, CaseStore.Seen seen, Cause cause) {
        Instant now = clock.instant();
        List<Outgoing> tell = new ArrayList<>();
        for (CaseEvent event : step.events()) {
            happened(stored, event, cause, now, tell);
        }
        cases.update(step.now(), seen, now);
        return tell;
    }

    private void happened(CaseStore.Stored stored, CaseEvent event, Cause cause, Instant now, List<Outgoing> tell) {
        String caseNo = stored.one().caseNo();
        PartnerId bank = stored.bank();
        if (event instanceof CaseEvent.Order order) {
            boolean hears = banks.hears(bank, Operation.COLLECTION_ORDER);
            orders.insert(order, caseNo, bank, cause.by(), hears ? null : FailureCode.OPERATION_NOT_IN_SERVICE.code(), now);
            orders.event(caseNo, "order", order.orderNo(), null, Words.of(order.step()), cause.messageId(), now);
            if (hears) {
                tell.add(new Outgoing(bank, message(stored, order, cause.remark())));
            }
        } else if (event instanceof CaseEvent.OrderEnded ended) {
            orders.end(ended.orderNo(), ended.state(), now);
            orders.event(caseNo, "order-ended", ended.orderNo(), null, Words.of(ended.state()), cause.messageId(), now);
        } else if (event instanceof CaseEvent.PromiseTaken taken) {
            records.promisePauses(bank, taken.recordNo(), taken.pauses());
            orders.event(caseNo, "promise-taken", null, taken.recordNo(), taken.payBy().toString(), cause.messageId(), now);
        } else if (event instanceof CaseEvent.PromiseKept kept) {
            promise(bank, caseNo, kept.recordNo(), true);
        } else if (event instanceof CaseEvent.PromiseBroken broken) {
            promise(bank, caseNo, broken.recordNo(), false);
        } else if (event instanceof CaseEvent.Excluded excluded) {
            orders.event(caseNo, "excluded", null, null, Words.of(excluded.reason()), null, now);
        } else if (event instanceof CaseEvent.Closed closed) {
            orders.event(caseNo, "closed", null, null, closed.state().word(), null, now);
        } else {
            orders.event(caseNo, "resumed", null, null, null, null, now);
        }
    }

    void promise(PartnerId bank, String caseNo, String recordNo, boolean kept) {
        Instant now = clock.instant();
        records.promiseBecame(bank, recordNo, kept, now);
        orders.event(caseNo, kept ? "promise-kept" : "promise-broken", null, recordNo, null, null, now);
    }

    /** Whatever the reason: nothing more is to be done for them. Whom they were about is said by the orders they follow. */
    List<Outgoing> withdrawn(PartnerId bank) {
        if (!banks.hears(bank, Operation.COLLECTION_ORDER)) {
            return List.of();
        }
        return orders.tellWithdrawn(bank, clock.instant()).stream()
                .map(order -> new Outgoing(
                        bank,
                        new CollectionOrder(
                                order.orderNo() + WITHDRAWAL, order.accountNo(), order.applicationNo(), CollectionOrder.Reason.WITHDRAWN, order.step(),
                                order.whom().stream().map(role -> new CollectionOrder.Contact(role, null, null)).toList(), 0, null, Money.ZERO, order.dueOn(),
                                order.orderNo(), null)))
                .toList();
    }

    /** Names and telephone numbers are not this room's: whoever keeps them adds them on the way. */
    private static CollectionOrder message(CaseStore.Stored stored, CaseEvent.Order order, @Nullable String remark) {
        return new CollectionOrder(
                order.orderNo(), stored.accountNo(), stored.applicationNo(), order.reason(), order.step(),
                order.whom().stream().map(role -> new CollectionOrder.Contact(role, null, null)).toList(), order.instalments(), order.overdueSince(), order.owed(),
                order.dueOn(), order.follows(), remark);
    }
}
