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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A bank's row is what it knows of a day; a row made of a result is the deduction on what the ledger knew then. So a row the bank tells of a day before, or of the day as it stood when
 * its books were closed, contradicts no result: the deduction is booked again on what is known now.
 */
@Component
class BookedAgain {
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

    /** Takes out what was made without knowing of a file. @return what was, to be booked when the file counts */
    List<Made> takeOut(PartnerId bank, long file, LocalDate first, Instant at) {
        List<Made> overtaken = rows.overtaken(bank, file, first);
        Map<Long, List<Made>> reports = overtaken.stream().collect(Collectors.groupingBy(Made::file, LinkedHashMap::new, Collectors.toList()));
        reports.values().forEach(made -> rows.takeOut(bank, made, at));
        return overtaken;
    }

    /** @param file that counts now */
    void book(PartnerId bank, long file, List<Made> overtaken, Intake intake, Instant at) {
        twice.explained(bank, file);
        for (Made made : overtaken) {
            deductions.told(bank, made.messageId(), made.accountNo(), made.instalment()).ifPresent(line -> book(bank, made, line, intake, at));
        }
    }

    private void book(PartnerId bank, Made made, ToldLine line, Intake intake, Instant at) {
        DeductionStore.Order order = deductions.find(bank, line.orderNo()).orElseThrow();
        DeductionResult result = new DeductionResult(made.fileNo(), line.orderNo(), null, line.accountingDate(), false, 1, new Money(line.told().paid().fen()), List.of(line.told()));
        List<String> accountNos = List.of(made.accountNo());
        Bookings bookings = new Bookings(result, order, books.of(bank, accountNos), serials.toldByTheBank(bank, accountNos));
        Money excess = bookings.add(line.told(), line.line());
        if (excess.fen() > 0) {
            twice.found(bank, line.orderNo(), line.line().lineNo(), excess);
        }
        Incoming incoming = new Incoming(bank, new MessageId(made.messageId()), at, result);
        for (Bookings.Day day : bookings.days()) {
            FileResult taken = intake.take(day.again(incoming, made.fileNo(), files.next()), true);
            if (taken.outcome() != FileResult.Outcome.TAKEN) {
                throw new IllegalStateException("a deduction cannot be booked again: " + made.fileNo() + " " + taken.problems() + taken.refused());
            }
        }
    }
}
