package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.ToldLine;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.PaymentStore.Corrected;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import io.jinqiao.repayment.store.PaymentStore.Standing;
import io.jinqiao.repayment.store.PaymentStore.Taken;
import io.jinqiao.repayment.store.ResultRows;
import io.jinqiao.repayment.store.ResultRows.Made;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A bank's row is what it knows of a day; a row made of a result is the deduction on what the ledger knew then. So a row the bank tells of a day before, or of the day as it stood when
 * its books were closed, contradicts no result: the deduction is booked again on what is known now.
 */
@Component
class BookedAgain {
    static final long NO_FILE = 0;
    /** Instalments that are held in memory. */
    private static final int AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(BookedAgain.class);
    private final ResultRows rows;
    private final DeductionStore deductions;
    private final LoanBooks books;
    private final PaymentStore payments;
    private final PaidTwice twice;
    private final FileStore files;

    BookedAgain(ResultRows rows, DeductionStore deductions, LoanBooks books, PaymentStore payments, PaidTwice twice, FileStore files) {
        this.rows = rows;
        this.deductions = deductions;
        this.books = books;
        this.payments = payments;
        this.twice = twice;
        this.files = files;
    }

    /** @param others the report in which the other rows of each report go on */
    record TakenOut(List<Made> made, Map<Long, Long> others) {
        static final TakenOut NOTHING = new TakenOut(List.of(), Map.of());

        List<String> accountNos() {
            return made.stream().map(Made::accountNo).distinct().toList();
        }
    }

    /** Takes out what was made without knowing of a file. @return what was, to be booked when the file counts */
    TakenOut takeOut(PartnerId bank, long file, LocalDate first, Instant at) {
        return takeOut(bank, file, rows.overtaken(bank, file, first), at);
    }

    /** What was made of one loan, of days after that on which it ended: whoever ordered it did not know. */
    TakenOut takeOutAfter(PartnerId bank, String accountNo, LocalDate day, Instant at) {
        return takeOut(bank, NO_FILE, rows.after(bank, accountNo, day), at);
    }

    private TakenOut takeOut(PartnerId bank, long file, List<Made> made, Instant at) {
        Map<Long, List<Made>> reports = made.stream().collect(Collectors.groupingBy(Made::file, LinkedHashMap::new, Collectors.toList()));
        Map<Long, Long> others = new LinkedHashMap<>();
        reports.forEach((report, some) -> others.put(report, rows.takeOut(bank, some, file, at)));
        return new TakenOut(made, others);
    }

    /** Nothing the file tells of these loans counts, so what was made of results of them stays. */
    TakenOut putBack(PartnerId bank, long file, TakenOut taken, Collection<String> accountNos, Instant at) {
        if (accountNos.isEmpty()) {
            return taken;
        }
        taken.others().forEach(rows::putBack);
        return takeOut(bank, file, taken.made().stream().filter(made -> !accountNos.contains(made.accountNo())).toList(), at);
    }

    /** @param report our number of the report that corrects what has this number */
    Optional<Long> now(PartnerId bank, String fileNo, long report) {
        return rows.now(bank, fileNo, report);
    }

    boolean isOne(long report) {
        return rows.isOne(report);
    }

    void carryOnOthers(long result, long report, Instant at) {
        rows.carryOnOthers(result, report, at);
    }

    /** What counts of the deductions of a loan before a report takes the place of what was told of it. */
    Map<Instalment, Standing> before(PartnerId bank, String accountNo) {
        return payments.standing(payments.of(bank, accountNo));
    }

    /** A report took the place of what was told: what it tells less of with the serial of a deduction was taken back, and what it tells more of was taken all the same. */
    void takenBack(PartnerId bank, long report, long corrected, String messageId, Map<Instalment, Standing> before) {
        Map<Instalment, Standing> now = payments.standing(before.keySet());
        for (Corrected row : payments.corrected(report, corrected)) {
            Standing then = before.get(row.instalment());
            if (then != null) {
                then.taken().forEach(one -> takenBack(row, one, counted(now.get(row.instalment()), one), messageId));
            }
        }
    }

    private void takenBack(Corrected row, Taken one, long now, String messageId) {
        long back = Math.min(one.counted() - now, row.less());
        boolean named = one.deduction().isLastOf(row.before()) || row.before().serial() == null && row.before().resultOf() == null;
        if (back > 0 && named) {
            deductions.takenBack(one.deduction().orderNo(), one.deduction().lineNo(), back, messageId);
        } else if (now > one.counted() && row.now() != null && one.deduction().isLastOf(row.now())) {
            deductions.takenBack(one.deduction().orderNo(), one.deduction().lineNo(), one.counted() - now, messageId);
        }
    }

    private static long counted(Standing standing, Taken of) {
        return standing.taken().stream().filter(one -> one.deduction().equals(of.deduction())).mapToLong(Taken::counted).findFirst().orElse(0);
    }

    /** What was taken out and no file tells. */
    void bookAgain(PartnerId bank, TakenOut taken, Intake intake, Instant at) {
        bookAgain(bank, NO_FILE, null, taken, intake, at);
    }

    /**
     * What no row counts any more is booked on what is known now: what was taken out, what another payment took the place of, and what paid nothing as long as nothing was owed. What a
     * bank told of itself and forgot in a correction is not booked for it.
     *
     * @param file that counts now
     * @param corrected in whose place it counts; null: none
     */
    void bookAgain(PartnerId bank, long file, @Nullable Long corrected, TakenOut taken, Intake intake, Instant at) {
        if (!payments.some(bank)) {
            return;
        }
        Set<PaidTwice.Line> beyond = new HashSet<>();
        Set<Instalment> some = new LinkedHashSet<>(payments.touched(bank, file, corrected));
        Set<PaidTwice.Line> done = new HashSet<>();
        for (Made made : taken.made()) {
            deductions.told(bank, made.messageId(), made.accountNo(), made.instalment()).ifPresent(line -> {
                Instalment instalment = new Instalment(line.line().account(), made.instalment());
                some.add(instalment);
                PaidTwice.Line key = new PaidTwice.Line(line.orderNo(), line.line().lineNo());
                if (done.add(key) && !book(bank, made.fileNo(), line, bookable(instalment, key), intake, at)) {
                    beyond.add(key);
                }
            });
        }
        List<Instalment> all = List.copyOf(some);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Instalment> these = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            payments.standing(these).values().forEach(standing -> standing.taken().stream()
                    .filter(one -> one.bookable() > 0 && (one.open() == Gap.PAID_TWICE || standing.isBooked(one)))
                    .forEach(one -> {
                        PaidTwice.Line key = new PaidTwice.Line(one.deduction().orderNo(), one.deduction().lineNo());
                        if (done.add(key) && !book(bank, one, intake, at)) {
                            beyond.add(key);
                        }
                    }));
            twice.look(bank, these, beyond);
        }
    }

    private long bookable(Instalment instalment, PaidTwice.Line line) {
        Standing standing = payments.standing(List.of(instalment)).get(instalment);
        return standing == null ? 0 : standing.taken().stream()
                .filter(one -> one.deduction().orderNo().equals(line.orderNo()) && one.deduction().lineNo() == line.lineNo())
                .mapToLong(Taken::bookable)
                .sum();
    }

    private boolean book(PartnerId bank, Taken one, Intake intake, Instant at) {
        ToldLine line = deductions.told(one.deduction().orderNo(), one.deduction().lineNo()).orElseThrow();
        LoanBook loan = books.of(bank, List.of(one.accountNo())).get(one.accountNo());
        return !loan.owesNothing(line.line().instalment()) && book(bank, MessageReport.RESULT + line.resultNo(), line, one.bookable(), intake, at);
    }

    /**
     * A deduction that does not fit what the file says stops no file: it is a difference then.
     *
     * @param fen of it that is to be booked
     * @return false when it was more than is owed
     */
    private boolean book(PartnerId bank, String fileNo, ToldLine line, long fen, Intake intake, Instant at) {
        DeductionStore.Order order = deductions.find(bank, line.orderNo()).orElseThrow();
        DeductionResult result = new DeductionResult(fileNo, line.orderNo(), null, line.accountingDate(), false, 1, new Money(line.told().paid().fen()), List.of(line.told()));
        Bookings bookings = new Bookings(result, order, books.of(bank, List.of(line.line().accountNo())));
        Money excess = bookings.add(line.told(), line.line(), line.told().paid().fen() - fen);
        Incoming incoming = new Incoming(bank, new MessageId(line.messageId()), at, result);
        for (Bookings.Day day : bookings.days()) {
            FileResult taken = intake.take(day.again(incoming, fileNo, files.next()), true);
            if (taken.outcome() != FileResult.Outcome.TAKEN) {
                LOG.error("ALARM deductions: {} of {} cannot be booked again on what a file tells: {} {} / 扣款无法按文件重新入账", fileNo, bank, taken.problems(), taken.refused());
            }
        }
        return excess.fen() == 0;
    }
}
