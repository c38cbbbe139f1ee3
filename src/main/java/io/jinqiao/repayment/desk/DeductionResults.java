package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.Line;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What came of an order: held against its lines and its waterfall, then told to the ledger. */
@Component
class DeductionResults {
    private final DeductionStore store;
    private final LoanBooks books;
    private final PaymentStore payments;
    private final PaidTwice twice;
    private final Intake intake;
    private final Clock clock;

    DeductionResults(DeductionStore store, LoanBooks books, PaymentStore payments, PaidTwice twice, Intake intake, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.books = books;
        this.payments = payments;
        this.twice = twice;
        this.intake = intake;
        this.clock = clock;
    }

    /** @return lines of the order without a result */
    int take(Incoming incoming, DeductionResult result, DeductionStore.Order order) {
        Map<Integer, Line> lines = store.lines(order.orderNo());
        requirePossible(result, order, lines, WorkingCalendar.today(clock));
        List<String> accountNos = result.lines().stream().map(DeductionResult.Line::loanAccountNo).toList();
        result.lines().forEach(told -> store.result(order.orderNo(), told, result, incoming.id().value()));
        List<Instalment> some = result.lines().stream().map(told -> lines.get(told.lineNo())).map(line -> new Instalment(line.account(), line.instalment())).toList();
        Map<Integer, Long> known = payments.standing(some).values().stream()
                .flatMap(standing -> standing.taken().stream())
                .filter(taken -> taken.deduction().orderNo().equals(order.orderNo()))
                .collect(Collectors.toMap(taken -> taken.deduction().lineNo(), taken -> taken.deduction().fen() - taken.bookable()));
        Bookings bookings = new Bookings(result, order, books.of(incoming.partner(), accountNos));
        Set<PaidTwice.Line> beyond = new HashSet<>();
        for (DeductionResult.Line told : result.lines()) {
            if (bookings.add(told, lines.get(told.lineNo()), known.getOrDefault(told.lineNo(), 0L)).fen() > 0) {
                beyond.add(new PaidTwice.Line(order.orderNo(), told.lineNo()));
            }
        }
        List<Problem> problems = bookings.days().stream().flatMap(day -> problems(intake.take(day.report(incoming, result), true), day)).toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        twice.look(incoming.partner(), some, beyond);
        int open = (int) lines.values().stream().filter(line -> line.paid() == null).count() - result.lines().size();
        if (result.last() && open > 0) {
            throw new Refusal(Problem.at("last", FailureCode.DEDUCTION_LINES_OPEN, "" + open));
        }
        return open;
    }

    /** In the words of the result: a line is the one of the result, not that of what was made of it. */
    private static Stream<Problem> problems(FileResult taken, Bookings.Day day) {
        Stream<Problem> whole = taken.problems().stream()
                .map(FileResult.LineProblem::problem)
                .filter(problem -> taken.refused().isEmpty())
                .map(problem -> new Problem(problem.code(), "fileNo".equals(problem.field()) ? "resultNo" : problem.field(), null, problem.arguments()));
        return Stream.concat(whole, taken.refused().stream().map(refused -> {
            Problem problem = refused.problem();
            return new Problem(problem.code(), "lines[" + day.place(refused.line()) + "]." + problem.field(), null, problem.arguments());
        }));
    }

    private static void requirePossible(DeductionResult result, DeductionStore.Order order, Map<Integer, Line> lines, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (result.accountingDate().isBefore(order.deductOn()) || result.accountingDate().isAfter(today)) {
            problems.add(Problem.at("accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, order.deductOn().toString(), today.toString()));
        }
        for (int i = 0; i < result.lines().size(); i++) {
            DeductionResult.Line told = result.lines().get(i);
            String at = "lines[" + i + "].";
            Line line = lines.get(told.lineNo());
            if (line == null || !line.accountNo().equals(told.loanAccountNo())) {
                problems.add(Problem.at(at + "lineNo", FailureCode.DEDUCTION_LINE_UNKNOWN));
            } else if (line.paid() != null) {
                problems.add(Problem.at(at + "lineNo", FailureCode.DEDUCTION_LINE_TOLD));
            } else {
                amounts(told, line, order, at, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void amounts(DeductionResult.Line told, Line line, DeductionStore.Order order, String at, List<Problem> problems) {
        long due = line.due().fen();
        long paid = told.paid().fen();
        if (paid > due) {
            problems.add(Problem.at(at + "paid", FailureCode.DEDUCTION_MORE_THAN_DUE, "" + due));
            return;
        }
        if (paid > 0 && paid < due && !line.partial()) {
            problems.add(Problem.at(at + "paid", FailureCode.DEDUCTION_NOT_PARTIAL));
        }
        if (told.result() == DeductionOutcome.PAID != (paid == due)) {
            problems.add(Problem.at(at + "result", FailureCode.FIELDS_DISAGREE, "paid"));
        }
        InstalmentParts should = order.waterfall().pay(line.due(), new Money(paid));
        if (!should.equals(told.paid())) {
            problems.add(Problem.at(at + "paid", FailureCode.DEDUCTION_WATERFALL_DIFFERS, Spoken.parts(should)));
        }
    }
}
