package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.Account;
import io.jinqiao.repayment.store.DeductionStore.Book;
import io.jinqiao.repayment.store.DeductionStore.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What came of an order: held against its lines and its waterfall, then told to the ledger. */
@Component
class DeductionResults {
    private final DeductionStore store;
    private final Intake intake;

    DeductionResults(DeductionStore store, Intake intake) {
        this.store = store;
        this.intake = intake;
    }

    /** @return lines of the order without a result */
    int take(Incoming incoming, DeductionResult result, DeductionStore.Order order) {
        Map<Integer, Line> lines = store.lines(order.orderNo());
        requirePossible(result, order, lines);
        String source = store.source(order.runNo());
        Map<String, Account> accounts = store.accounts(incoming.partner(), result.lines().stream().map(DeductionResult.Line::loanAccountNo).toList());
        Map<Long, Long> balances = new HashMap<>();
        List<Content.Group> rows = new ArrayList<>();
        for (DeductionResult.Line told : result.lines()) {
            Line line = lines.get(told.lineNo());
            rows.add(row(result.accountingDate(), source, told, line, accounts.get(told.loanAccountNo()), balances));
            store.result(order.orderNo(), told, result.accountingDate(), incoming.id().value());
        }
        FileResult taken = intake.take(MessageReport.of(incoming, result, rows), true);
        List<Problem> problems = Stream.concat(taken.problems().stream(), taken.refused().stream())
                .map(FileResult.LineProblem::problem)
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        int open = (int) lines.values().stream().filter(line -> line.paid() == null).count() - result.lines().size();
        if (result.last() && open > 0) {
            throw new Refusal(Problem.at("last", FailureCode.DEDUCTION_LINES_OPEN, "" + open));
        }
        return open;
    }

    private static void requirePossible(DeductionResult result, DeductionStore.Order order, Map<Integer, Line> lines) {
        List<Problem> problems = new ArrayList<>();
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

    /** What a bank that leads its ledger would have told of the same. Several lines of one loan take its balance down one after the other. */
    private Content.Group row(LocalDate day, String source, DeductionResult.Line told, Line line, Account account, Map<Long, Long> balances) {
        Book book = store.book(line.account(), line.instalment());
        InstalmentParts before = book.paid() == null ? InstalmentParts.NOTHING : book.paid();
        long balance = balances.getOrDefault(line.account(), book.balance().fen()) - told.paid().principal().fen() - told.paid().overduePrincipal().fen();
        balances.put(line.account(), balance);
        InstalmentParts paid = plus(before, told.paid(), 1);
        Content.GroupBuilder row = Content.group()
                .put("loanAccountNo", told.loanAccountNo())
                .put("instalment", line.instalment())
                .put("dueOn", account.due().of(line.instalment()))
                .put("accountingDate", day)
                .put("paid", parts(paid))
                .put("unpaid", parts(plus(line.due(), told.paid(), -1)))
                .put("balance", balance)
                .put("remainingMonths", account.instalments() - line.instalment())
                .put("result", told.result())
                .put("hostSerial", told.hostSerial());
        return paid.isNothing()
                ? row.build()
                : row.put("paidOn", day).put("source", source.equals("fund-balance") ? PaymentSource.FUND_BALANCE : PaymentSource.BANK_ACCOUNT).build();
    }

    private static InstalmentParts plus(InstalmentParts one, InstalmentParts other, int sign) {
        return new InstalmentParts(
                sum(one.principal(), other.principal(), sign), sum(one.overduePrincipal(), other.overduePrincipal(), sign), sum(one.interest(), other.interest(), sign),
                sum(one.overdueInterest(), other.overdueInterest(), sign), sum(one.penalty(), other.penalty(), sign), sum(one.fine(), other.fine(), sign));
    }

    private static Money sum(Money one, Money other, int sign) {
        return new Money(one.fen() + sign * other.fen());
    }

    private static Content.Group parts(InstalmentParts p) {
        return Content.group()
                .put("principal", p.principal())
                .put("overduePrincipal", p.overduePrincipal())
                .put("interest", p.interest())
                .put("overdueInterest", p.overdueInterest())
                .put("penalty", p.penalty())
                .put("fine", p.fine())
                .build();
    }
}
