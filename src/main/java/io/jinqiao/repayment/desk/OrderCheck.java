package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.model.Owed;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import io.jinqiao.repayment.store.PaymentStore.Standing;
import io.jinqiao.repayment.store.WatchStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Whether a run may be ordered: each line held against its loan, what the ledger says is owed of its instalment, and the mandate. */
@Component
class OrderCheck {
    /** Days before its due day from which the ledger takes an instalment. */
    private static final int AHEAD = 31;

    private final LoanBooks books;
    private final DeductionStore store;
    private final PaymentStore payments;
    private final WatchStore watch;
    private final Waits waits;
    private final Clock clock;

    OrderCheck(LoanBooks books, DeductionStore store, PaymentStore payments, WatchStore watch, Waits waits, @Qualifier("businessClock") Clock clock) {
        this.books = books;
        this.store = store;
        this.payments = payments;
        this.watch = watch;
        this.waits = waits;
        this.clock = clock;
    }

    /** What the lines of one run have in common. */
    private record Known(
            DeductInstalments run, long cents, Map<String, LoanBook> loans, Map<List<Long>, String> undecided, Map<Instalment, Standing> deducted, Map<Instalment, Waits.Awaited> awaited, Map<String, Long> mandates,
            Map<String, Long> principal) {}

    /**
     * @param cents fen by which what is reckoned may differ through rounding
     * @return the loans, by account number
     */
    Map<String, LoanBook> require(DeductInstalments run, long cents) {
        List<Problem> problems = new ArrayList<>();
        LocalDate today = WorkingCalendar.today(clock);
        if (run.deductOn().isBefore(today) || run.deductOn().isAfter(today.plusDays(AHEAD))) {
            problems.add(Problem.at("deductOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, today.toString(), today.plusDays(AHEAD).toString()));
        }
        Map<String, LoanBook> loans = books.of(run.bank(), run.lines().stream().map(DeductionOrder.Line::loanAccountNo).toList());
        List<String> mandateNos = run.lines().stream().map(DeductionOrder.Line::mandateNo).filter(Objects::nonNull).toList();
        Known known = new Known(run, cents, loans, store.undecided(loans.values()), payments.standing(instalments(run, loans)), awaited(run, loans, today), store.inForce(run.bank(), mandateNos, run.deductOn()), new HashMap<>());
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < run.lines().size(); i++) {
            DeductionOrder.Line line = run.lines().get(i);
            String at = "lines[" + i + "].";
            line(line, at, known, problems);
            if (!seen.add(List.of(line.loanAccountNo(), line.instalment()))) {
                problems.add(Problem.at(at + "instalment", FailureCode.REPAYMENT_ROW_TWICE));
            }
            if (!seen.add(line.lineNo())) {
                problems.add(Problem.at(at + "lineNo", FailureCode.REPAYMENT_ROW_TWICE));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return loans;
    }

    /** Instalments of which something is still to be told, and until when it is waited for: what they owe nobody knows. */
    private Map<Instalment, Waits.Awaited> awaited(DeductInstalments run, Map<String, LoanBook> loans, LocalDate today) {
        Map<Instalment, Waits.Awaited> awaited = new HashMap<>();
        Map<Long, Waits.Awaited> again = waits.toldAgain(loans.values().stream().map(LoanBook::account).toList(), today);
        instalments(run, loans).stream().filter(one -> again.containsKey(one.account())).forEach(one -> awaited.put(one, again.get(one.account())));
        waits.missing(run.bank(), today).ifPresent(day -> {
            Set<Long> before = loans.values().stream().filter(loan -> loan.openedOn().isBefore(day)).map(LoanBook::account).collect(Collectors.toSet());
            Set<Instalment> due = watch.dueUntil(instalments(run, loans).stream().filter(one -> before.contains(one.account())).toList(), day);
            due.forEach(one -> awaited.putIfAbsent(one, waits.file(day)));
        });
        return awaited;
    }

    private static void line(DeductionOrder.Line line, String at, Known known, List<Problem> problems) {
        LoanBook loan = known.loans().get(line.loanAccountNo());
        if (loan == null) {
            problems.add(Problem.at(at + "loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN));
            return;
        }
        boolean mandated = line.mandateNo() != null && Objects.equals(known.mandates().get(line.mandateNo()), loan.account());
        if (known.run().source() == DeductionOrder.Source.FUND_BALANCE && !mandated) {
            problems.add(Problem.at(at + "mandateNo", FailureCode.DEDUCTION_MANDATE_MISSING));
        }
        if (loan.endedOn() != null) {
            problems.add(Problem.at(at + "loanAccountNo", FailureCode.REPAYMENT_LOAN_ENDED, loan.endedOn().toString()));
        } else if (line.instalment() > loan.terms().instalments()) {
            problems.add(Problem.at(at + "instalment", FailureCode.NUMBER_OUT_OF_RANGE, "1", "" + loan.terms().instalments()));
        } else {
            instalment(line, at, loan, known, problems);
            amounts(line.due(), at, loan, line.instalment(), known, problems);
        }
    }

    private static void instalment(DeductionOrder.Line line, String at, LoanBook loan, Known known, List<Problem> problems) {
        LocalDate dueOn = loan.terms().dueOn(line.instalment());
        LocalDate deductOn = known.run().deductOn();
        if (dueOn.isAfter(deductOn.plusDays(AHEAD))) {
            problems.add(Problem.at(at + "instalment", FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED, dueOn.toString()));
        }
        if (!deductOn.isAfter(loan.openedOn())) {
            problems.add(Problem.at(at + "loanAccountNo", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, loan.openedOn().plusDays(1).toString(), deductOn.plusDays(AHEAD).toString()));
        }
        String run = known.undecided().get(List.of(loan.account(), (long) line.instalment()));
        if (run != null) {
            problems.add(Problem.at(at + "instalment", FailureCode.DEDUCTION_OUTCOME_OPEN, run));
        }
        Waits.Awaited awaited = known.awaited().get(new Instalment(loan.account(), line.instalment()));
        if (awaited != null) {
            problems.add(Problem.at(at + "loanAccountNo", FailureCode.DEDUCTION_LOAN_AWAITED, awaited.until().toString(), awaited.what()));
        }
        reflected(line, at, loan, known, problems);
    }

    private static List<Instalment> instalments(DeductInstalments run, Map<String, LoanBook> loans) {
        return run.lines().stream().filter(line -> loans.containsKey(line.loanAccountNo())).map(line -> new Instalment(loans.get(line.loanAccountNo()).account(), line.instalment())).toList();
    }

    /** What was deducted and is counted nowhere as paid would be deducted twice. */
    private static void reflected(DeductionOrder.Line line, String at, LoanBook loan, Known known, List<Problem> problems) {
        Standing standing = known.deducted().get(new Instalment(loan.account(), line.instalment()));
        if (standing != null) {
            standing.taken().stream().filter(one -> one.unclear() > 0).findFirst().ifPresent(one -> problems.add(
                    Problem.at(at + "instalment", FailureCode.DEDUCTION_NOT_IN_LEDGER, one.runNo(), "" + (one.unclear() + one.counted()), "" + one.counted())));
        }
    }

    private static void amounts(InstalmentParts due, String at, LoanBook loan, int instalment, Known known, List<Problem> problems) {
        if (due.isNothing()) {
            problems.add(Problem.at(at + "due", FailureCode.FIELD_MISSING));
            return;
        }
        long balance = loan.balance().fen();
        if (loan.isTold(instalment) && loan.told().get(instalment).unpaid().isNothing()) {
            problems.add(Problem.at(at + "instalment", FailureCode.DEDUCTION_NOTHING_OWED));
            return;
        }
        if (known.principal().merge(loan.accountNo(), Owed.principal(due), Long::sum) > balance) {
            problems.add(Problem.at(at + "due", FailureCode.DEDUCTION_MORE_THAN_BALANCE, "" + balance));
        } else {
            loan.owed(instalment).ifPresent(owed -> parts(due, at, owed, loan.isTold(instalment) ? 0 : known.cents(), problems));
        }
        if (Math.max(Owed.interest(due), due.penalty().fen() + due.fine().fen()) >= loan.terms().implausible()) {
            problems.add(Problem.at(at + "due", FailureCode.REPAYMENT_INTEREST_IMPLAUSIBLE));
        }
    }

    private static void parts(InstalmentParts due, String at, Owed owed, long cents, List<Problem> problems) {
        part(Owed.principal(due), owed.least() - cents, owed.most() + cents, at + "due.principal", problems);
        part(Owed.interest(due), owed.interest() - cents, owed.interest() + cents, at + "due.interest", problems);
    }

    private static void part(long ordered, long least, long most, String field, List<Problem> problems) {
        if (ordered < least || ordered > most) {
            problems.add(Problem.at(field, FailureCode.DEDUCTION_NOT_WHAT_IS_OWED, "" + Math.max(0, least), "" + most));
        }
    }
}
