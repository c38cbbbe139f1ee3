package io.jinqiao.repayment.desk;

import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionRecord.Proof;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.collection.CaseStep;
import io.jinqiao.repayment.collection.EndOrder;
import io.jinqiao.repayment.collection.OrderState;
import io.jinqiao.repayment.collection.TakePromise;
import io.jinqiao.repayment.rules.Ladder;
import io.jinqiao.repayment.rules.Ladders;
import io.jinqiao.repayment.store.CaseStore;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.RecordStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** A bank says what it did: judged against the order, the ladder and what was told before, then written down with what follows. */
@Component
class RecordDesk {
    private static final Set<CollectionRecord.Outcome> NOBODY_REACHED =
            EnumSet.of(CollectionRecord.Outcome.NOT_REACHED, CollectionRecord.Outcome.WRONG_CONTACT, CollectionRecord.Outcome.OTHER);

    private final CaseStore cases;
    private final OrderStore orders;
    private final RecordStore records;
    private final CaseDesk desk;
    private final Ladders ladders;
    private final OverdueLedger ledger;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RecordDesk(
            CaseStore cases,
            OrderStore orders,
            RecordStore records,
            CaseDesk desk,
            Ladders ladders,
            OverdueLedger ledger,
            WorkingCalendar calendar,
            @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.records = records;
        this.desk = desk;
        this.ladders = ladders;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    Outcome take(Incoming incoming) {
        CollectionRecord record = (CollectionRecord) incoming.message();
        PartnerId bank = incoming.partner();
        if (!records.oneAtATime(bank, record.loanAccountNo())) {
            throw new Refusal(Problem.at("loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN));
        }
        LocalDate day = OrderStore.day(record.doneAt());
        Optional<CaseStore.Stored> found = record.orderNo() == null
                ? cases.ofLoan(bank, record.loanAccountNo(), day)
                : cases.find(order(bank, record.orderNo()).caseNo());
        CaseStore.Stored stored = found.orElseThrow(() -> new Refusal(Problem.at("doneAt", FailureCode.COLLECTION_NOTHING_OVERDUE)));
        // read again, now that its case is held
        OrderStore.Stored order = record.orderNo() == null ? null : order(bank, record.orderNo());
        Ladder ladder = ladders.at(day).orElseThrow(() -> new Refusal(Problem.at("doneAt", FailureCode.COLLECTION_NOTHING_OVERDUE)));
        requirePossible(incoming, record, order, ladder);
        Instant now = clock.instant();
        records.insert(incoming, record, stored.one().caseNo(), now, calendar.plus(day, ladder.filingWithin()));
        orders.event(stored.one().caseNo(), "record", record.orderNo(), record.recordNo(), Words.of(record.outcome()), incoming.id().value(), now);
        LocalDate promiseDue = follow(stored, record, order, ladder, day, incoming.id().value());
        return Outcome.accepted(new CollectionRecord.Answer(record.recordNo(), record.orderNo(), promiseDue).content());
    }

    private OrderStore.Stored order(PartnerId bank, String orderNo) {
        return orders.find(bank, orderNo).orElseThrow(() -> new Refusal(Problem.at("orderNo", FailureCode.COLLECTION_ORDER_UNKNOWN)));
    }

    private @Nullable LocalDate follow(
            CaseStore.Stored stored, CollectionRecord record, OrderStore.@Nullable Stored order, Ladder ladder, LocalDate day, String messageId) {
        CaseDesk.Cause cause = new CaseDesk.Cause(CaseDesk.GATEWAY, messageId, null);
        CaseStore.Stored now = stored;
        OrderState became = NOBODY_REACHED.contains(record.outcome()) ? OrderState.TRIED : OrderState.DONE;
        if (order != null && order.state().next().contains(became)) {
            now = write(now, new EndOrder(order.orderNo(), order.state(), became).on(now.one()), cause);
        }
        CollectionRecord.Promise promise = record.promise();
        if (promise != null) {
            write(now, new TakePromise(record.recordNo(), day, promise.payBy(), promise.amount(), ladder.pauses()).on(now.one()), cause);
        }
        return promise == null ? null : promise.payBy();
    }

    private CaseStore.Stored write(CaseStore.Stored stored, CaseStep step, CaseDesk.Cause cause) {
        desk.write(stored, step, stored.seen(), cause);
        return new CaseStore.Stored(step.now(), stored.bank(), stored.account(), stored.accountNo(), stored.applicationNo(), stored.openedOn(), stored.seen());
    }

    private void requirePossible(Incoming incoming, CollectionRecord record, OrderStore.@Nullable Stored order, Ladder ladder) {
        List<Problem> problems = new ArrayList<>();
        Instant earliest = order == null ? Instant.MIN : order.orderedAt();
        Instant now = clock.instant();
        // a bank's clock tells whole seconds
        if (record.doneAt().isAfter(now) || record.doneAt().plusSeconds(1).isBefore(earliest)) {
            problems.add(Problem.at(
                    "doneAt", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, order == null ? "-" : OrderStore.day(earliest).toString(), OrderStore.day(now).toString()));
        }
        if (order != null) {
            fitsOrder(record, order, problems);
        }
        if (ladder.contact().steps().contains(record.step())) {
            mayContact(incoming.partner(), record, ladder.contact(), problems);
        }
        proof(incoming.partner(), record, problems);
        promise(record, ladder, problems);
        debt(incoming.partner(), record, now, problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void fitsOrder(CollectionRecord record, OrderStore.Stored order, List<Problem> problems) {
        if (!order.accountNo().equals(record.loanAccountNo())) {
            problems.add(Problem.at("loanAccountNo", FailureCode.COLLECTION_ORDER_DIFFERS, order.accountNo()));
        }
        if (!order.step().equals(Words.of(record.step()))) {
            problems.add(Problem.at("step", FailureCode.COLLECTION_ORDER_DIFFERS, Spoken.step(Words.parse(order.step(), CollectionStep.class))));
        }
        if (order.isWithdrawnAt(record.doneAt())) {
            problems.add(Problem.at("orderNo", FailureCode.COLLECTION_STATE_FORBIDS, order.state().told()));
        }
    }

    private void mayContact(PartnerId bank, CollectionRecord record, Ladder.Contact contact, List<Problem> problems) {
        String clause = contact.clause().toString();
        LocalTime time = LocalTime.ofInstant(record.doneAt(), WorkingCalendar.ZONE);
        if (time.isBefore(contact.from()) || !time.isBefore(contact.to())) {
            problems.add(Problem.at("doneAt", FailureCode.COLLECTION_TIME_FORBIDDEN, contact.from().toString(), contact.to().toString(), clause));
        }
        if (!contact.persons().contains(record.contacted())) {
            problems.add(Problem.at("contacted", FailureCode.COLLECTION_PERSON_FORBIDDEN, clause));
        }
        List<String> steps = contact.steps().stream().map(Words::of).toList();
        for (RecordStore.Contact other : records.contacts(bank, record.loanAccountNo(), record.contacted(), steps)) {
            boolean otherFirst = other.doneAt().isBefore(record.doneAt());
            String first = otherFirst ? other.outcome() : Words.of(record.outcome());
            Duration apart = NOBODY_REACHED.stream().map(Words::of).anyMatch(first::equals) ? contact.apartNotReached() : contact.apart();
            if (Duration.between(other.doneAt(), record.doneAt()).abs().compareTo(apart) < 0) {
                problems.add(Problem.at("doneAt", FailureCode.COLLECTION_TOO_SOON, "" + apart.toHours(), clause));
                return;
            }
        }
    }

    private void proof(PartnerId bank, CollectionRecord record, List<Problem> problems) {
        Set<Proof> fitting = proofs(record.step());
        if (!fitting.contains(record.reference().kind())) {
            problems.add(Problem.at("reference.kind", FailureCode.COLLECTION_PROOF_UNFIT, Spoken.proofs(fitting)));
        }
        if (records.proofUsed(bank, record.reference())) {
            problems.add(Problem.at("reference.number", FailureCode.COLLECTION_PROOF_USED));
        }
    }

    private static Set<Proof> proofs(CollectionStep step) {
        return switch (step) {
            case RE_DEDUCT -> EnumSet.of(Proof.DEDUCTION);
            case MESSAGE -> EnumSet.of(Proof.MESSAGE_RECEIPT);
            case PHONE -> EnumSet.of(Proof.CALL_RECORDING);
            case LETTER -> EnumSet.of(Proof.LETTER_TRACKING);
            case VISIT -> EnumSet.of(Proof.VISIT_SHEET);
            case GUARANTOR -> EnumSet.of(Proof.CALL_RECORDING, Proof.LETTER_TRACKING, Proof.VISIT_SHEET, Proof.MESSAGE_RECEIPT);
            case LAWSUIT -> EnumSet.of(Proof.COURT_CASE);
        };
    }

    private static void promise(CollectionRecord record, Ladder ladder, List<Problem> problems) {
        LocalDate day = OrderStore.day(record.doneAt());
        CollectionRecord.Promise promise = record.promise();
        if (promise != null && (promise.payBy().isBefore(day) || promise.payBy().isAfter(day.plusDays(ladder.longestPromise())))) {
            problems.add(Problem.at("promise.payBy", FailureCode.COLLECTION_PROMISE_TOO_FAR, day.toString(), day.plusDays(ladder.longestPromise()).toString()));
        }
    }

    /** Nobody can promise more than all that is owed of the loan: principal, due or not, and what fell due besides. */
    private void debt(PartnerId bank, CollectionRecord record, Instant now, List<Problem> problems) {
        CollectionRecord.Promise promise = record.promise();
        if (promise == null) {
            return;
        }
        ledger.standing(new OverdueLedger.At(OrderStore.day(now), now), bank, record.loanAccountNo()).ifPresent(standing -> {
            long owed = standing.balance().fen() + standing.owed().fen() - standing.owedPrincipal().fen();
            if (promise.amount().fen() > owed) {
                problems.add(Problem.at("promise.amount", FailureCode.COLLECTION_PROMISE_TOO_MUCH, "" + owed));
            }
        });
    }
}
