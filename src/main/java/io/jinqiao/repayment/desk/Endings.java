package io.jinqiao.repayment.desk;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Digest;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.desk.BookedAgain.TakenOut;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.model.Owed;
import io.jinqiao.repayment.store.EndingStore;
import io.jinqiao.repayment.store.EndingStore.Loan;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.LoanBooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How the ledger of a loan ends: paid back, or its payment came back. */
@Component
class Endings {
    private final FileStore files;
    private final EndingStore store;
    private final LoanBooks books;
    private final BookedAgain results;
    private final Intake intake;
    private final Clock clock;

    Endings(FileStore files, EndingStore store, LoanBooks books, BookedAgain results, Intake intake, @Qualifier("businessClock") Clock clock) {
        this.files = files;
        this.store = store;
        this.books = books;
        this.results = results;
        this.intake = intake;
        this.clock = clock;
    }

    void returned(Consequence.Returned told) {
        files.oneAtATime(told.bank());
        DisbursementReturned back = told.returned();
        TakenOut later = results.takeOutAfter(told.bank(), back.loanAccountNo(), back.accountingDate(), clock.instant());
        if (store.returned(told.bank(), back, clock.instant())) {
            files.reopenFrom(told.bank(), back.accountingDate(), clock.instant());
        }
        results.bookAgain(told.bank(), later, intake, clock.instant());
    }

    /**
     * The day's file may come after the message: then what is owed must be just what the last payment pays. What results told of later days was ordered by who did not know of it: it is
     * booked again on a loan that owes nothing.
     */
    Incoming settled(Incoming incoming) {
        Settlement told = (Settlement) incoming.message();
        files.oneAtATime(incoming.partner());
        Loan loan = store.find(incoming.partner(), told.loanAccountNo())
                .orElseThrow(() -> new Refusal(Problem.at("loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN)));
        TakenOut later = loan.ended() ? TakenOut.NOTHING : results.takeOutAfter(incoming.partner(), told.loanAccountNo(), told.accountingDate(), clock.instant());
        LoanBook book = Objects.requireNonNull(books.of(incoming.partner(), List.of(told.loanAccountNo())).get(told.loanAccountNo()));
        List<Problem> problems = book.endedOn() == null ? problems(told, loan, book, WorkingCalendar.today(clock)) : List.of();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        if (book.endedOn() != null || !store.settled(incoming, told, loan.account(), clock.instant())) {
            throw new Refusal(Problem.at("loanAccountNo", FailureCode.ALREADY_ANSWERED));
        }
        results.bookAgain(incoming.partner(), later, intake, clock.instant());
        return incoming;
    }

    private static List<Problem> problems(Settlement told, Loan loan, LoanBook book, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (loan.contractNo() != null && !loan.contractNo().equals(told.contractNo())) {
            problems.add(Problem.at("contractNo", FailureCode.FIELDS_DISAGREE, "loanAccountNo"));
        }
        if (!told.principalRepaid().equals(loan.amount())) {
            problems.add(Problem.at("principalRepaid", FailureCode.FIELDS_DISAGREE, loan.amount().toString()));
        }
        LocalDate latest = book.latestDay();
        InstalmentParts owed = book.fallenDue(told.accountingDate());
        if (latest != null && latest.isAfter(told.accountingDate())) {
            problems.add(Problem.at("accountingDate", FailureCode.REPAYMENT_CONTRADICTS_LATER));
        } else if (told.accountingDate().isBefore(book.openedOn())) {
            problems.add(Problem.at("accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, book.openedOn().toString(), today.toString()));
        } else if (book.balance().fen() == 0) {
            if (!owed.isNothing()) {
                problems.add(Problem.at("last", FailureCode.FIELDS_DISAGREE, "" + owed.fen()));
            }
        } else {
            pays(told.last(), book.balance(), owed, problems);
        }
        if (told.accountingDate().isAfter(today) || told.settledOn().isAfter(told.accountingDate())) {
            problems.add(Problem.at("settledOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, "1990-01-01", today.toString()));
        }
        Settlement.Proof proof = told.proof();
        if (proof != null && !digest(proof).equals(proof.digest().hex())) {
            problems.add(Problem.at("proof.digest", FailureCode.FIELDS_DISAGREE, "proof.document"));
        }
        return problems;
    }

    /** The last payment: the whole principal, and at least what else was told as fallen due; interest of the last days comes to it. */
    private static void pays(InstalmentParts last, Money balance, InstalmentParts owed, List<Problem> problems) {
        if (Owed.principal(last) != balance.fen()) {
            problems.add(Problem.at("last.principal", FailureCode.FIELDS_DISAGREE, balance.toString()));
        }
        if (Owed.interest(last) < Owed.interest(owed)) {
            problems.add(Problem.at("last.interest", FailureCode.FIELDS_DISAGREE, "" + Owed.interest(owed)));
        }
        if (last.penalty().fen() + last.fine().fen() < owed.penalty().fen() + owed.fine().fen()) {
            problems.add(Problem.at("last.penalty", FailureCode.FIELDS_DISAGREE, "" + (owed.penalty().fen() + owed.fine().fen())));
        }
    }

    private static String digest(Settlement.Proof proof) {
        try {
            return Digest.of(Base64.getDecoder().decode(proof.document())).hex();
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
