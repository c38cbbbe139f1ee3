package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.ToldLine;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.HostSerials;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.ResultRows;
import io.jinqiao.repayment.store.ResultRows.Made;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final Logger LOG = LoggerFactory.getLogger(BookedAgain.class);
    private final ResultRows rows;
    private final DeductionStore deductions;
    private final LoanBooks books;
    private final HostSerials serials;
    private final PaidTwice twice;
    private final FileStore files;

    BookedAgain(ResultRows rows, DeductionStore deductions, LoanBooks books, HostSerials serials, PaidTwice twice, FileStore files) {
        this.rows = rows;
        this.deductions = deductions;
        this.books = books;
        this.serials = serials;
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

    /** What the bank itself tells of a later day is not booked once more. @param file that counts now @return false when something could not be */
    boolean book(PartnerId bank, long file, TakenOut taken, Intake intake, Instant at) {
        twice.explained(bank, file);
        boolean all = true;
        for (Made made : taken.made()) {
            Optional<ToldLine> line = made.within() ? Optional.empty() : deductions.told(bank, made.messageId(), made.accountNo(), made.instalment());
            all &= line.isEmpty() || book(bank, made, line.get(), intake, at);
        }
        return all;
    }

    /** @param files of whose loans something may be missing now */
    void compare(PartnerId bank, List<Long> files) {
        twice.compare(bank, files);
    }

    /** A deduction that does not fit what the file says stops no file: it is a difference then. */
    private boolean book(PartnerId bank, Made made, ToldLine line, Intake intake, Instant at) {
        DeductionStore.Order order = deductions.find(bank, line.orderNo()).orElseThrow();
        DeductionResult result = new DeductionResult(made.fileNo(), line.orderNo(), null, line.accountingDate(), false, 1, new Money(line.told().paid().fen()), List.of(line.told()));
        List<String> accountNos = List.of(made.accountNo());
        Bookings bookings = new Bookings(result, order, books.of(bank, accountNos), serials.toldByTheBank(bank, accountNos));
        Money excess = bookings.add(line.told(), line.line());
        if (excess.fen() > 0) {
            twice.found(bank, line.orderNo(), line.line().lineNo(), excess);
        }
        Incoming incoming = new Incoming(bank, new MessageId(made.messageId()), at, result);
        boolean all = true;
        for (Bookings.Day day : bookings.days()) {
            FileResult taken = intake.take(day.again(incoming, made.fileNo(), files.next()), true);
            if (taken.outcome() != FileResult.Outcome.TAKEN) {
                LOG.error("ALARM deductions: {} of {} cannot be booked again on what a file tells: {} {} / 扣款无法按文件重新入账", made.fileNo(), bank, taken.problems(), taken.refused());
                all = false;
            }
        }
        return all;
    }
}
