package io.jinqiao.repayment.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.rules.Ladders;
import io.jinqiao.repayment.store.CaseStore;
import io.jinqiao.repayment.store.ExclusionStore;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.PenaltyStore;
import io.jinqiao.repayment.store.PlanStore;
import io.jinqiao.repayment.store.PromiseStore;
import io.jinqiao.repayment.store.RecordStore;
import io.jinqiao.repayment.store.WatchStore;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collection on a real database, with a bank whose files and letters a test writes in one line each. */
final class Collectors implements AutoCloseable {
    static final PartnerId BANK = new PartnerId("bank-a");
    static final PartnerId DEAF = new PartnerId("bank-deaf");
    /** A Friday, and the due day of every loan's first instalment. */
    static final LocalDate DUE = LocalDate.of(2026, 11, 20);

    final Ledgers ledgers = new Ledgers();
    final CollectionCases cases;
    private final AtomicInteger numbers = new AtomicInteger();

    Collectors() {
        cases = on(ledgers, this::nextId);
    }

    static CollectionCases on(Ledgers ledgers, IdGenerator ids) {
        return on(ledgers, Path.of("."), ids);
    }

    /** With what is agreed there. */
    static CollectionCases on(Ledgers ledgers, Path home, IdGenerator ids) {
        WorkingCalendar calendar = new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(), Set.of())));
        Ladders ladders = new Ladders(new Sources(Path.of(".")));
        CaseStore stored = new CaseStore(ledgers.jdbc);
        OrderStore orders = new OrderStore(ledgers.jdbc);
        RecordStore records = new RecordStore(ledgers.jdbc);
        CaseDesk desk = new CaseDesk(stored, orders, records, (bank, operation) -> !bank.equals(DEAF), ledgers.clock);
        WatchStore watch = new WatchStore(ledgers.jdbc);
        Agreements agreements = new Agreements(new Sources(home));
        Waits waits = new Waits(watch, agreements, calendar);
        return new CollectionDesk(
                new RoundDesk(watch, stored, orders, desk, new Promises(new PromiseStore(ledgers.jdbc), watch, desk, agreements, calendar), ladders, waits, calendar, ids, ledgers.clock),
                new RecordDesk(stored, orders, records, desk, ladders, new LedgerDesk(ledgers.jdbc, new PenaltyStore(ledgers.jdbc, Ledgers.RATES), new PlanStore(ledgers.jdbc, Ledgers.RATES)), calendar, ledgers.clock), desk, stored, orders, new ExclusionStore(ledgers.jdbc), watch, waits, ladders, calendar, ids,
                ledgers.clock);
    }

    MessageId nextId() {
        return new MessageId("%05d".formatted(numbers.incrementAndGet()));
    }

    void open(PartnerId bank, String account) {
        ledgers.open(Ledgers.loan(bank, account, 1_000_000, DUE.minusMonths(1)));
    }

    /** The bank's file of a day; then the clock stands at three in the night after it, and a round is made. */
    List<CollectionOrder> told(PartnerId bank, LocalDate day, Told... rows) {
        ledgers.clock.set(day.plusDays(1) + "T01:00:00Z");
        if (rows.length > 0) {
            TestFile file = new TestFile(bank, "F" + numbers.incrementAndGet(), null, day, List.of(rows));
            org.assertj.core.api.Assertions.assertThat(ledgers.take(file).refusedRows()).isZero();
        }
        return round(bank);
    }

    List<CollectionOrder> round(PartnerId bank) {
        Outcome outcome = in(() -> cases.round(new CollectionRound(bank)));
        List<CollectionOrder> orders = new ArrayList<>();
        outcome.outgoing().forEach(one -> orders.add((CollectionOrder) one.message()));
        return orders;
    }

    /** Unpaid at the end of a day. */
    static Told unpaid(String account, LocalDate day) {
        return Told.unpaid(account, 1, DUE, 8_000, 1_000_000).on(day);
    }

    /** Paid on a day by whoever. */
    static Told paid(String account, LocalDate day, String source) {
        return Told.paid(account, 1, DUE, 8_000, 992_000).on(day).with("paidOn", day).with("source", source);
    }

    void answer(CollectionOrder order, Reply reply) {
        in(() -> cases.answered(new Answered(BANK, new MessageId("M-" + order.orderNo()), order, reply)));
    }

    CollectionRecord.Answer record(CollectionRecord record, Instant toldAt) {
        if (toldAt.isAfter(ledgers.clock.instant())) {
            ledgers.clock.set(toldAt.toString());
        }
        Incoming incoming = new Incoming(BANK, new MessageId("R-" + record.recordNo()), toldAt, (CanonicalMessage) record);
        return CollectionRecord.Answer.of(((Reply.Accepted) in(() -> cases.record(incoming)).reply()).content());
    }

    static CollectionRecord act(
            String recordNo, @Nullable String orderNo, String account, CollectionStep step, String doneAt, CollectionRecord.Outcome outcome,
            CollectionRecord.@Nullable Promise promise) {
        CollectionRecord.Proof proof = switch (step) {
            case RE_DEDUCT -> CollectionRecord.Proof.DEDUCTION;
            case MESSAGE -> CollectionRecord.Proof.MESSAGE_RECEIPT;
            case PHONE -> CollectionRecord.Proof.CALL_RECORDING;
            case LETTER -> CollectionRecord.Proof.LETTER_TRACKING;
            case VISIT, GUARANTOR -> CollectionRecord.Proof.VISIT_SHEET;
            case LAWSUIT -> CollectionRecord.Proof.COURT_CASE;
        };
        return new CollectionRecord(
                recordNo, orderNo, account, null, step, Party.Role.BORROWER, Instant.parse(doneAt), "T1", outcome, promise,
                new CollectionRecord.Reference(proof, "P-" + recordNo, null), null);
    }

    static CollectionRecord.Promise promise(long fen, LocalDate payBy) {
        return new CollectionRecord.Promise(new Money(fen), payBy);
    }

    <T> T in(Supplier<T> work) {
        return ledgers.in(work);
    }

    /** One line of a fact view for a loan. */
    String fact(String columns, String view, String account) {
        return String.join("; ", ledgers.lines("SELECT concat_ws(' ', " + columns + ") FROM repayment_fact_" + view + " WHERE account_no = '" + account + "' ORDER BY 1"));
    }

    @Override
    public void close() {
        ledgers.close();
    }
}
