package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.ClosingStore;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.TwiceStore;
import io.jinqiao.repayment.store.WatchStore;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The desk of deductions on a ledger. */
final class Deductibles {
    static final PartnerId BANK = new PartnerId("bank-a");
    static final LocalDate DUE = LocalDate.of(2026, 11, 20);

    static final String RULES = """
            format: 1
            every-bank:
              tolerated-permille: 5
              daily-file: {expected: never}
              ledger: bank
            banks:
              - bank: bank-a
                agreement:
                  tolerated-permille: 5
                  daily-file: {expected: never}
                  ledger: centre
                  deduction: {waterfall: [penalty, overdue-interest, overdue-principal, interest, principal], lines-per-order: 2}
            """;

    final Ledgers ledgers;
    final DeductionDesk desk;
    final Closings closings;

    /** With loans of which the first instalment is due today. */
    Deductibles(Path home, String... accounts) throws IOException {
        this(RULES, home, accounts);
    }

    Deductibles(String rules, Path home, String... accounts) throws IOException {
        write(home, rules);
        ledgers = new Ledgers(home);
        ledgers.clock.set("2026-11-20T12:00:00Z");
        for (String account : accounts) {
            ledgers.open(loan(BANK, account, DUE.minusMonths(1)));
        }
        Agreements agreements = new Agreements(new Sources(home));
        DeductionStore store = new DeductionStore(ledgers.jdbc, new JdbcTemplate(ledgers.database));
        LoanBooks books = new LoanBooks(ledgers.jdbc, Ledgers.RATES);
        WorkingCalendar calendar = new WorkingCalendar(List.of());
        closings = new Closings(new CutOffTest.NoTimetable(), ledgers.files, new ClosingStore(ledgers.jdbc), agreements, calendar, ledgers.clock);
        PaymentStore payments = new PaymentStore(ledgers.jdbc);
        PaidTwice twice = new PaidTwice(new TwiceStore(ledgers.jdbc), payments, agreements, calendar, ledgers.clock);
        DeductionResults results = new DeductionResults(store, books, payments, twice, ledgers.intake, ledgers.clock);
        desk = new DeductionDesk(ledgers.files, store, books, new OrderCheck(books, store, payments, new WatchStore(ledgers.jdbc), new Waits(new WatchStore(ledgers.jdbc), agreements, calendar), ledgers.clock), results, twice, closings, agreements, ledgers.clock);
    }

    static void write(Path home, String rules) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/repayment.yaml"), rules);
    }

    /** Equal principal: the first instalment is 8,000 of principal and 5,000 of interest, in fen, of 960,000. */
    static OpenLoan loan(PartnerId bank, String account, LocalDate disbursedOn) {
        return new OpenLoan(
                bank, account, "HT" + account, null, new Money(960_000), 120, AnnualRate.parse("6.25"), RepaymentMethod.EQUAL_PRINCIPAL, disbursedOn, disbursedOn.plusMonths(1),
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(960_000), disbursedOn);
    }

    /** To be deducted today. */
    Outcome run(String runNo, Source source, DeductionOrder.Line... lines) {
        return runOn(runNo, source, WorkingCalendar.today(ledgers.clock), lines);
    }

    Outcome runOn(String runNo, Source source, LocalDate deductOn, DeductionOrder.Line... lines) {
        return ledgers.in(() -> desk.run(new DeductInstalments(runNo, BANK, source, deductOn, List.of(lines), "core")));
    }

    DeductionResult.Answer tell(DeductionResult result) {
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + result.resultNo()), ledgers.clock.instant(), result);
        return DeductionResult.Answer.of(((Reply.Accepted) ledgers.in(() -> desk.result(incoming)).reply()).content());
    }

    void register(RegisterMandate mandate) {
        ledgers.in(() -> {
            desk.registerMandate(mandate);
            return true;
        });
    }

    long propose(String runNo, String reason, @Nullable String document) {
        return ledgers.in(() -> desk.proposeClosing(runNo, reason, document, "li.core"));
    }

    void answer(long number, boolean confirmed, String by) {
        ledgers.in(() -> {
            desk.answerClosing(number, confirmed, by);
            return true;
        });
    }

    static List<Problem> refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems();
    }

    static DeductionResult result(String no, String orderNo, boolean last, DeductionResult.Line... lines) {
        long total = 0;
        for (DeductionResult.Line line : lines) {
            total += line.paid().fen();
        }
        return new DeductionResult(no, orderNo, null, DUE, last, lines.length, new Money(total), List.of(lines));
    }

    static DeductionResult.Line paid(int lineNo, String account, InstalmentParts paid) {
        return told(lineNo, account, DeductionOutcome.PAID, paid, "H" + lineNo);
    }

    static DeductionResult.Line partly(int lineNo, String account, InstalmentParts paid) {
        return told(lineNo, account, DeductionOutcome.PARTLY_PAID, paid, "H" + lineNo);
    }

    static DeductionResult.Line told(int lineNo, String account, DeductionOutcome outcome, InstalmentParts paid, @Nullable String serial) {
        return new DeductionResult.Line(lineNo, account, outcome, paid, serial, null);
    }

    static DeductionOrder.Line line(int lineNo, String account) {
        return new DeductionOrder.Line(lineNo, account, 1, "6228000000000001", "沐示例", parts(8_000, 5_000), true, null);
    }

    static InstalmentParts parts(long principal, long interest) {
        return new InstalmentParts(new Money(principal), Money.ZERO, new Money(interest), Money.ZERO, Money.ZERO, Money.ZERO);
    }

    static DeductionResult result(String no, String orderNo, LocalDate day, boolean last, DeductionResult.Line... lines) {
        DeductionResult result = result(no, orderNo, last, lines);
        return new DeductionResult(no, orderNo, null, day, last, result.count(), result.total(), result.lines());
    }

    static DeductionResult.Line nothing(int lineNo, String account) {
        return new DeductionResult.Line(lineNo, account, DeductionOutcome.INSUFFICIENT_FUNDS, InstalmentParts.NOTHING, null, null);
    }
}
