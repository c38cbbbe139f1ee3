package io.jinqiao.repayment.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.Deductions;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.deduction.Waterfall;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.DeductionStore.OrderedLine;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.LoanBooks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("deductions")
@Transactional
class DeductionDesk implements Deductions {
    private final FileStore files;
    private final DeductionStore store;
    private final LoanBooks books;
    private final OrderCheck check;
    private final DeductionResults results;
    private final PaidTwice twice;
    private final Closings closings;
    private final Agreements agreements;
    private final Clock clock;

    DeductionDesk(
            FileStore files,
            DeductionStore store,
            LoanBooks books,
            OrderCheck check,
            DeductionResults results,
            PaidTwice twice,
            Closings closings,
            Agreements agreements,
            @Qualifier("businessClock") Clock clock) {
        this.files = files;
        this.store = store;
        this.books = books;
        this.check = check;
        this.results = results;
        this.twice = twice;
        this.closings = closings;
        this.agreements = agreements;
        this.clock = clock;
    }

    @Override
    public Outcome run(DeductInstalments run) {
        files.oneAtATime(run.bank());
        Optional<DeductionStore.Ordered> before = store.ordered(run.runNo());
        if (before.isPresent()) {
            return again(run, before.get());
        }
        Agreement agreement = agreements.with(run.bank());
        if (agreement.ledger() != Agreement.Ledger.CENTRE || agreement.deduction() == null) {
            throw new Refusal(Problem.at("bank", FailureCode.DEDUCTION_LEDGER_LED_BY_BANK));
        }
        Waterfall waterfall = agreement.deduction().order();
        Agreement.Reconciling books = agreement.reconciliation();
        Map<String, LoanBook> loans = check.require(run, books == null ? 0 : books.cents());
        long total = run.lines().stream().mapToLong(line -> line.due().fen()).sum();
        if (!store.open(run, waterfall, total, clock.instant())) {
            throw new Refusal(FailureCode.DEDUCTION_RUN_OPEN);
        }
        List<Outgoing> tell = new ArrayList<>();
        int size = agreement.deduction().linesPerOrder();
        for (int from = 0; from < run.lines().size(); from += size) {
            DeductionOrder order = order(run, waterfall, from / size + 1, run.lines().subList(from, Math.min(run.lines().size(), from + size)));
            store.insert(order, run.runNo(), run.bank(), loans);
            tell.add(new Outgoing(run.bank(), order));
        }
        return answer(run, tell.size()).andTell(tell);
    }

    /** The same again changes nothing; a number is used for one run. */
    private static Outcome again(DeductInstalments run, DeductionStore.Ordered before) {
        Set<OrderedLine> lines = run.lines().stream()
                .map(line -> new OrderedLine(line.lineNo(), line.loanAccountNo(), line.instalment(), line.due(), line.partial(), line.mandateNo()))
                .collect(Collectors.toSet());
        if (!before.equals(new DeductionStore.Ordered(run.bank(), run.source(), run.deductOn(), lines))) {
            throw new Refusal(Problem.at("runNo", FailureCode.KEY_CONFLICT));
        }
        return answer(run, 0);
    }

    private static Outcome answer(DeductInstalments run, int orders) {
        return Outcome.accepted(Content.group().put("runNo", run.runNo()).put("orders", orders).build());
    }

    private static DeductionOrder order(DeductInstalments run, Waterfall waterfall, int number, List<DeductionOrder.Line> lines) {
        return new DeductionOrder(
                run.runNo() + "-" + number, run.deductOn(), run.source(), waterfall.ranks(), lines.size(), new Money(lines.stream().mapToLong(line -> line.due().fen()).sum()),
                lines);
    }

    @Override
    public Outcome answered(Answered answered) {
        DeductionOrder told = (DeductionOrder) answered.message();
        files.oneAtATime(answered.partner());
        store.find(answered.partner(), told.orderNo()).ifPresent(order -> {
            answered.reply().fold(
                    accepted -> taken(answered, told.orderNo(), DeductionOrder.Answer.of(accepted.content())),
                    rejected -> refused(answered, told.orderNo(), rejected),
                    unknown -> true);
            store.closeIfDone(order.runNo(), clock.instant());
        });
        return Outcome.accepted(Content.Group.EMPTY);
    }

    private boolean taken(Answered answered, String orderNo, DeductionOrder.Answer answer) {
        store.answered(orderNo, true, answered.id().value(), answer.batchNo(), answer.expectedOn(), null, clock.instant());
        return true;
    }

    private boolean refused(Answered answered, String orderNo, Reply.Rejected rejected) {
        String codes = String.join(" ", rejected.problems().stream().map(problem -> problem.code().code()).distinct().toList());
        store.answered(orderNo, false, answered.id().value(), null, null, codes, clock.instant());
        return true;
    }

    @Override
    public Outcome result(Incoming incoming) {
        DeductionResult result = (DeductionResult) incoming.message();
        files.oneAtATime(incoming.partner());
        DeductionStore.Order order = store.find(incoming.partner(), result.orderNo())
                .orElseThrow(() -> new Refusal(Problem.at("orderNo", FailureCode.DEDUCTION_ORDER_UNKNOWN)));
        int open = results.take(incoming, result, order);
        if (open == 0) {
            store.done(order.orderNo(), clock.instant());
            store.closeIfDone(order.runNo(), clock.instant());
        }
        return Outcome.accepted(new DeductionResult.Answer(result.resultNo(), result.lines().size(), open).content());
    }

    @Override
    public long proposeClosing(String runNo, String reason, @Nullable String document, String by) {
        return closings.propose(runNo, reason, document, by);
    }

    @Override
    public void answerClosing(long number, boolean confirmed, String by) {
        closings.answer(number, confirmed, by);
    }

    @Override
    public void settle(Gap gap, String orderNo, int lineNo, TwiceOutcome outcome, String document, String by) {
        twice.settle(gap, orderNo, lineNo, outcome, document, by);
    }

    @Override
    public void confirm(Gap gap, String orderNo, int lineNo, boolean confirmed, String by) {
        twice.confirm(gap, orderNo, lineNo, confirmed, by);
    }

    @Override
    public void registerMandate(RegisterMandate command) {
        LoanBook loan = books.of(command.bank(), List.of(command.accountNo())).get(command.accountNo());
        if (loan == null) {
            throw new Refusal(Problem.at("loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN));
        }
        if (command.until() != null && command.until().isBefore(command.from())) {
            throw new Refusal(Problem.at("until", FailureCode.FIELDS_DISAGREE, "from"));
        }
        if (!store.insert(command, loan.account(), clock.instant())) {
            throw new Refusal(Problem.at("mandateNo", FailureCode.DEDUCTION_MANDATE_TAKEN));
        }
    }

    @Override
    public void endMandate(PartnerId bank, String mandateNo, LocalDate on, String by) {
        if (!store.end(bank, mandateNo, on, by)) {
            throw new Refusal(Problem.at("mandateNo", FailureCode.DEDUCTION_MANDATE_MISSING));
        }
    }
}
