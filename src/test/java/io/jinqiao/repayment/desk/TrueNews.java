package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.Reconciliation.Item;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.model.Owed;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.BookStore;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.StatementStore;
import io.jinqiao.repayment.truth.TrueDebt;
import io.jinqiao.repayment.truth.TrueDebt.Payment;
import io.jinqiao.repayment.truth.TrueDebt.State;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One sequence: a centre that leads the ledger of bank-a and orders deductions there, a bank-b that leads its own, and what both tell. */
final class TrueNews implements AutoCloseable {
    private static final PartnerId LED = Deductibles.BANK;
    private static final PartnerId LEADS = new PartnerId("bank-b");
    private static final LocalDate FIRST = Deductibles.DUE;
    private static final int DAYS = 40;
    private static final int LOANS = 4;
    private static final String RULES = """
            format: 1
            every-bank:
              tolerated-permille: 0
              daily-file: {expected: never}
              ledger: bank
              reconciliation: {cents: 5, clear-within: 3}
            banks:
              - bank: bank-a
                agreement:
                  tolerated-permille: 0
                  daily-file: {expected: never}
                  ledger: centre
                  reconciliation: {cents: 5, clear-within: 3}
                  deduction: {waterfall: [penalty, overdue-interest, overdue-principal, interest, principal], lines-per-order: 2}
            """;

    private final Random random;
    private final Path home;
    private final boolean crossing;
    private final boolean wide;
    private final boolean doubled;
    private final Deductibles here;
    private final Ledgers ledgers;
    private final ReconciliationDesk statements;
    private CollectionCases cases;
    private final AtomicInteger ids = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<TrueDebt> loans = new ArrayList<>();
    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    /** What was told of an instalment at most: by loan and number, principal and interest paid. */
    private final Map<String, long[]> told = new ConcurrentHashMap<>();
    private final Set<String> toldPaid = ConcurrentHashMap.newKeySet();
    /** Of what a bank told something that is not so and did not correct it yet. */
    private final Map<String, LocalDate> mistakes = new ConcurrentHashMap<>();
    /** What results told was deducted, by loan and number. */
    private final Map<String, Long> deducted = new ConcurrentHashMap<>();
    /** What was deducted and pays nothing in truth: beyond what was owed, or forgotten by the bank. */
    private final Map<String, Long> lost = new ConcurrentHashMap<>();
    /** By loan and instalment the latest day whose correction left a deduction out: it tells all that was paid before. */
    private final Map<String, LocalDate> leftOut = new ConcurrentHashMap<>();
    private final Set<String> serials = ConcurrentHashMap.newKeySet();
    private final List<DayFile> standing = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> happened = new ConcurrentHashMap<>();
    private final Map<String, Object> refusals = new ConcurrentHashMap<>();
    private LocalDate today = FIRST;
    private int numbers;

    /**
     * @param wide files of which rows may be refused, prepayments and settlements at the bank whose ledger the centre leads, rows that are corrected one by one, payouts that come back, results that come very late
     * @param doubled banks that deduct what was paid at the counter on the same day, and that forget a deduction in a corrected file: for ever, though the borrower pays otherwise
     */
    TrueNews(Path home, long seed, boolean crossing, boolean wide, boolean doubled) throws IOException {
        random = new Random(seed);
        this.home = home;
        this.crossing = crossing;
        this.wide = wide;
        this.doubled = doubled;
        here = new Deductibles(wide ? RULES.replace("tolerated-permille: 0", "tolerated-permille: 600") : RULES, home);
        ledgers = here.ledgers;
        statements = new ReconciliationDesk(
                ledgers.files, new StatementStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)), new BookStore(ledgers.jdbc), new Agreements(new Sources(home)),
                new WorkingCalendar(List.of()), ledgers.clock);
        cases = Collectors.on(ledgers, () -> new MessageId("%06d".formatted(ids.incrementAndGet())));
        for (int i = 0; i < 2 * LOANS; i++) {
            TrueDebt loan = new TrueDebt((i < LOANS ? LED : LEADS).value(), "L" + i, FIRST);
            loans.add(loan);
            ledgers.open(Deductibles.loan(new PartnerId(loan.bank), loan.no, FIRST.minusMonths(1)));
            if (i < LOANS) {
                here.register(new RegisterMandate(LED, loan.no, "KJ" + loan.no, FIRST, null, "D1", "core"));
            }
        }
    }

    /** Something a bank goes on telling until it is taken. */
    private interface News {
        /** @return whether there is nothing more to tell */
        boolean tell();
    }

    private record Waiting(String name, News news, LocalDate from) {}

    void run() {
        for (int day = 0; day < DAYS; day++) {
            today = FIRST.plusDays(day);
            ledgers.clock.set(today + "T06:00:00Z");
            loans.forEach(this::happen);
            order();
            LocalDate yesterday = today.minusDays(1);
            if (doubled) {
                forget(yesterday);
            }
            if (day > 0) {
                files(LED, yesterday);
                files(LEADS, yesterday);
            }
            giveUpSilentRuns();
            deliver();
            check();
        }
        today = today.plusDays(10);
        ledgers.clock.set(today + "T06:00:00Z");
        files(LED, FIRST.plusDays(DAYS - 1));
        files(LEADS, FIRST.plusDays(DAYS - 1));
        // no file is to come any more, so none is waited for
        cases = Collectors.on(ledgers, home, () -> new MessageId("%06d".formatted(ids.incrementAndGet())));
        for (int round = 0; round < 40 && !waiting.isEmpty(); round++) {
            today = today.plusDays(1);
            ledgers.clock.set(today + "T06:00:00Z");
            deliver();
            check();
        }
        assertThat(waiting).as(() -> "true news that is refused for ever: " + refusals + loans.stream().map(loan -> "\n" + loan.no + rows(loan)).toList()).extracting(Waiting::name).isEmpty();
        compare();
        compareCases();
        compareBooks();
    }

    // --- what happens

    private void happen(TrueDebt loan) {
        boolean led = loan.bank.equals(LED.value());
        if (loan.settledOn() != null) {
            return;
        }
        for (int k = 1; !loan.dueOn(k).isAfter(today); k++) {
            if (loan.owedPrincipal(k) + loan.owedInterest(k) == 0) {
                continue;
            }
            if (afterCutYesterday(loan, k)) {
                continue;
            }
            int chance = loan.dueOn(k).equals(today) ? led ? 10 : 60 : led ? 4 : 10;
            if (random.nextInt(100) < chance) {
                boolean whole = random.nextInt(4) > 0;
                boolean prepays = !led || wide && k == 2;
                long ahead = whole && prepays && loan.dueOn(k).equals(today) && random.nextInt(5) == 0 ? TrueDebt.MONTHLY * (1 + random.nextInt(9)) : 0;
                pay(loan, k, whole ? Long.MAX_VALUE : 1 + random.nextInt(12_000), ahead, ahead > 0 ? "prepayment" : "bank-account", false);
                if (random.nextInt(3) == 0) {
                    report(loan, k, today);
                }
            }
        }
        if ((!led || wide) && loan.on(today).isEmpty() && random.nextInt(200) == 0) {
            settle(loan);
        } else if (wide && loan.isUntouched() && random.nextInt(100) == 0) {
            comesBack(loan);
        }
    }

    /** A bank's row has the serial of the last payment only: of two that one file tells of, nobody could say that the first is that of a deduction. */
    private boolean afterCutYesterday(TrueDebt loan, int k) {
        return loan.on(today.minusDays(1)).stream().anyMatch(payment -> payment.instalment() == k && payment.afterCut());
    }

    private boolean paidToday(TrueDebt loan, int k) {
        return loan.on(today).stream().anyMatch(payment -> payment.instalment() == k);
    }

    /** Interest first. @return what was paid */
    private InstalmentParts pay(TrueDebt loan, int k, long most, long ahead, String source, boolean afterCut) {
        long interest = Math.min(most, loan.owedInterest(k));
        long principal = Math.min(most - interest, loan.owedPrincipal(k));
        if (interest + principal > 0) {
            loan.pay(new Payment(today, k, principal, interest, ahead, source, "H" + ++numbers, afterCut));
            count("payments");
        }
        return Deductibles.parts(principal, interest);
    }

    private void settle(TrueDebt loan) {
        loan.settle(today);
        long interest = 0;
        for (int k = 1; !loan.dueOn(k).isAfter(today); k++) {
            interest += loan.owedInterest(k);
        }
        InstalmentParts last = Deductibles.parts(loan.balance(today), interest);
        Settlement told = new Settlement(
                "JQ" + loan.no, loan.no, null, "HT" + loan.no, Settlement.How.EARLY, today, today, last, new Money(TrueDebt.AMOUNT), new Money(5_000), Settlement.Release.MORTGAGE, null);
        count("settlements");
        PartnerId bank = new PartnerId(loan.bank);
        wait("settlement of " + loan.no, 3, () -> taken(() -> ledgers.desk.settlement(incoming(bank, "JQ" + loan.no, told)), FailureCode.ALREADY_ANSWERED));
    }

    /** The payee's bank sent the payout back: nothing was ever owed. */
    private void comesBack(TrueDebt loan) {
        loan.comeBack(today);
        LocalDate day = today;
        DisbursementReturned told = new DisbursementReturned(
                "TH" + loan.no, "FK" + loan.no, "SQ" + loan.no, loan.no, new Money(TrueDebt.AMOUNT), day, day, "HS0", "HS" + loan.no, "6228000000000099", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(new PartnerId(loan.bank), told));
        count("payouts that came back");
        wait("return of " + loan.no, 3, () -> taken(() -> ledgers.desk.returned(outcome)));
    }

    // --- deductions

    private void order() {
        if (random.nextInt(3) > 0) {
            return;
        }
        boolean fund = random.nextBoolean();
        List<DeductionOrder.Line> lines = new ArrayList<>();
        for (TrueDebt loan : loans.subList(0, LOANS)) {
            LoanBook book = new LoanBooks(ledgers.jdbc, Ledgers.RATES).of(LED, List.of(loan.no)).get(loan.no);
            for (int k = 1; !loan.dueOn(k).isAfter(today); k++) {
                Owed owed = book.owed(k).orElseThrow();
                // now and then an instalment that is paid is asked for all the same
                boolean wrong = toldPaid.contains(loan.no + k) && random.nextInt(20) == 0;
                if (owed.most() + owed.interest() > 0 && random.nextInt(4) > 0 || wrong) {
                    InstalmentParts due = wrong ? Deductibles.parts(TrueDebt.MONTHLY, loan.interest(k)) : Deductibles.parts(owed.most(), owed.interest());
                    lines.add(new DeductionOrder.Line(lines.size() + 1, loan.no, k, "6228000000000001", "沐示例", due, true, fund ? "KJ" + loan.no : null));
                }
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        String runNo = "R" + ++numbers;
        try {
            List<Outgoing> orders = here.run(runNo, fund ? DeductionOrder.Source.FUND_BALANCE : DeductionOrder.Source.BANK_ACCOUNT, lines.toArray(DeductionOrder.Line[]::new)).outgoing();
            lines.forEach(this::requireOwed);
            orders.forEach(one -> execute((DeductionOrder) one.message(), fund ? "fund-balance" : "bank-account"));
            count("runs");
        } catch (Refusal refused) {
            count("runs refused");
        }
    }

    /** Nothing beyond what is owed by what was told, nor beyond what was not deducted yet. */
    private void requireOwed(DeductionOrder.Line line) {
        String key = " " + line.loanAccountNo() + line.instalment();
        long before = deducted.entrySet().stream().filter(one -> one.getKey().endsWith(key)).mapToLong(Map.Entry::getValue).sum();
        assertThat(before + line.due().fen()).as(() -> "deducted already of" + key + ", " + deducted).isLessThanOrEqualTo(TrueDebt.MONTHLY + loan(line.loanAccountNo()).interest(line.instalment()));
        if (mistakes.containsKey(line.loanAccountNo() + line.instalment())) {
            return;
        }
        TrueDebt loan = loan(line.loanAccountNo());
        long[] paid = told.getOrDefault(line.loanAccountNo() + line.instalment(), new long[2]);
        assertThat(Owed.principal(line.due())).as(line.loanAccountNo() + " " + line.instalment()).isLessThanOrEqualTo(TrueDebt.MONTHLY - paid[0]);
        assertThat(Owed.interest(line.due())).as(line.loanAccountNo() + " " + line.instalment()).isLessThanOrEqualTo(loan.interest(line.instalment()) - paid[1]);
    }

    /** The bank takes what there is, and no more than is owed in truth; its result may be late and in parts. */
    private void execute(DeductionOrder order, String source) {
        List<DeductionResult.Line> results = new ArrayList<>();
        boolean afterCut = random.nextBoolean();
        for (DeductionOrder.Line line : order.lines()) {
            long there = switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 1 + random.nextInt(12_000);
                default -> line.due().fen();
            };
            there = isOwed(line) ? there : 0;
            TrueDebt loan = loan(line.loanAccountNo());
            boolean all = doubled && there > 0 && random.nextInt(2) == 0;
            there = all ? line.due().fen() : there;
            boolean late = afterCut || all && paidToday(loan, line.instalment()) || afterCutYesterday(loan, line.instalment());
            int before = numbers;
            long fen = pay(loan, line.instalment(), Math.min(there, line.due().fen()), 0, source, late).fen();
            serials.add("H" + numbers);
            if (all && fen < there) {
                numbers += numbers == before ? 1 : 0;
                lost.merge(line.loanAccountNo() + line.instalment(), there - fen, Long::sum);
                count("deducted beyond what was owed");
                fen = there;
            }
            DeductionOutcome outcome = fen == 0 ? DeductionOutcome.INSUFFICIENT_FUNDS : fen == line.due().fen() ? DeductionOutcome.PAID : DeductionOutcome.PARTLY_PAID;
            InstalmentParts paid = Deductibles.parts(Math.max(0, fen - line.due().interest().fen()), Math.min(fen, line.due().interest().fen()));
            results.add(Deductibles.told(line.lineNo(), line.loanAccountNo(), outcome, paid, fen == 0 ? null : "H" + numbers));
        }
        int most = random.nextInt(5) == 0 ? wide ? 25 : 14 : 3;
        int parts = results.size() > 1 && random.nextBoolean() ? 2 : 1;
        for (int part = 0; part < parts; part++) {
            DeductionResult.Line[] some = (parts == 1 ? results : results.subList(part, part + 1)).toArray(DeductionResult.Line[]::new);
            DeductionResult result = Deductibles.result("E" + ++numbers, order.orderNo(), today, part == parts - 1, some);
            wait(result.resultNo() + " of " + order.orderNo(), most, () -> {
                boolean done = taken(() -> here.desk.result(incoming(LED, result.resultNo(), result)), FailureCode.DEDUCTION_LINE_TOLD);
                if (done) {
                    order.lines().forEach(line -> result.lines().stream().filter(one -> one.lineNo() == line.lineNo()).forEach(one -> deducted.put(order.orderNo() + " " + line.lineNo() + " " + line.loanAccountNo() + line.instalment(), one.paid().fen())));
                }
                return done;
            });
        }
    }

    /** A bank that knows of a prepayment takes nothing by an amount that is not what is owed any more, and nothing of a loan that is over. */
    private boolean isOwed(DeductionOrder.Line line) {
        TrueDebt loan = loan(line.loanAccountNo());
        return loan.settledOn() == null && line.due().interest().fen() <= loan.interest(line.instalment());
    }

    private void giveUpSilentRuns() {
        for (String runNo : ledgers.lines("SELECT run_no FROM repayment_run WHERE closed_at IS NULL")) {
            try {
                here.answer(here.propose(runNo, "silent", null), true, "wang.core");
                count("runs given up");
            } catch (Refusal notLate) {
                assertThat(notLate.problems()).extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_RUN_NOT_LATE);
            }
        }
    }

    // --- what is told

    private void report(TrueDebt loan, int k, LocalDate day) {
        if (wide && random.nextInt(4) == 0) {
            mistaken(loan, k, day);
            return;
        }
        String no = "B" + ++numbers;
        State state = loan.state(k, day);
        Content.Group content = Content.group().put("reportNo", no).put("row", row(loan, state, day)).build();
        PartnerId bank = new PartnerId(loan.bank);
        count("reports");
        wait(no + " of " + loan.no, 3, () -> {
            boolean done = taken(() -> ledgers.desk.report(incoming(bank, no, Operation.REPAYMENT_STATUS.read(content))), FailureCode.REPAYMENT_ROW_KNOWN, FailureCode.KEY_CONFLICT);
            if (done) {
                noteReported(bank, no, loan, state, day);
            }
            return done;
        });
    }

    /** A report that is refused since the file of its day told of it tells nothing, when that file may be mistaken. */
    private void noteReported(PartnerId bank, String no, TrueDebt loan, State state, LocalDate day) {
        if (!wide || ledgers.files.stands(bank, no, true)) {
            noteTold(loan, state, day);
        }
    }

    /** As if all of it were paid. */
    private State overstated(State so) {
        return new State(
                so.instalment(), so.dueOn(), so.principal() + so.owedPrincipal(), so.interest() + so.owedInterest(), 0, 0, today, "bank-account", "H" + ++numbers, so.balance() - so.owedPrincipal());
    }

    /** A report as the instalment stood the day before, or as if all were paid, which another one corrects. */
    private void mistaken(TrueDebt loan, int k, LocalDate day) {
        PartnerId bank = new PartnerId(loan.bank);
        String wrong = "B" + ++numbers;
        Content.Group before = Content.group().put("reportNo", wrong).put("row", row(loan, random.nextBoolean() ? loan.state(k, day.minusDays(1)) : overstated(loan.state(k, day)), day)).build();
        String right = "B" + ++numbers;
        State state = loan.state(k, day);
        Content.GroupBuilder content = Content.group().put("reportNo", right).put("row", row(loan, state, day));
        count("mistaken reports");
        boolean[] stands = new boolean[1];
        wait(wrong + " of " + loan.no, 2, () -> {
            if (stands[0]) {
                return true;
            }
            stands[0] = taken(() -> ledgers.desk.report(incoming(bank, wrong, Operation.REPAYMENT_STATUS.read(before))));
            if (stands[0]) {
                mistakes.put(loan.no + k, day);
            }
            wait(right + " of " + loan.no, 3, () -> {
                Content.Group told = stands[0] ? content.put("corrects", wrong).build() : content.build();
                boolean done = taken(() -> ledgers.desk.report(incoming(bank, right, Operation.REPAYMENT_STATUS.read(told))), FailureCode.REPAYMENT_ROW_KNOWN, FailureCode.KEY_CONFLICT, FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
                noteReported(bank, right, loan, state, day);
                return done;
            });
            return true;
        });
    }

    /** The file of a day; now and then without one of its loans, which a correction tells. */
    private void files(PartnerId bank, LocalDate day) {
        String no = "F" + bank.value() + day;
        Map<TrueDebt, List<State>> all = new HashMap<>();
        loans.stream().filter(loan -> loan.bank.equals(bank.value())).forEach(loan -> all.put(loan, loan.file(day)));
        List<TrueDebt> some = loans.stream().filter(loan -> !all.getOrDefault(loan, List.of()).isEmpty()).toList();
        boolean forgetful = !some.isEmpty() && random.nextInt(5) == 0;
        TrueDebt forgotten = forgetful ? some.get(random.nextInt(some.size())) : null;
        int late = random.nextInt(3) == 0 ? 6 : 1;
        count("files");
        if (wide) {
            TrueDebt mistaken = some.isEmpty() || random.nextInt(4) > 0 ? null : some.get(random.nextInt(some.size()));
            wait(no, late, new Chain(bank, no, day, all, forgotten, mistaken == forgotten || !isMistakable(mistaken, day) ? null : mistaken));
            return;
        }
        News file = file(bank, no, null, day, all, forgotten);
        wait(no, late, !doubled || forgotten != null ? file : () -> {
            boolean done = file.tell();
            if (done && standing.stream().noneMatch(one -> one.no().equals(no))) {
                standing.add(new DayFile(bank, no, day, all));
            }
            return done;
        });
        if (forgotten != null) {
            count("corrections");
            wait(no + "K", late + 3, file(bank, no + "K", no, day, all, null));
        }
    }

    private record DayFile(PartnerId bank, String no, LocalDate day, Map<TrueDebt, List<State>> all) {}

    /** Now and then a deduction a file told of is in the books of its bank no more, and a correction of that file says so; nothing else was told of its loan since. */
    private void forget(LocalDate yesterday) {
        for (DayFile file : List.copyOf(standing)) {
            for (TrueDebt loan : loans.subList(0, LOANS)) {
                List<State> told = file.all().getOrDefault(loan, List.of());
                Payment last = told.size() != 1 ? null : loan.on(file.day()).stream().filter(one -> one.serial().equals(told.get(0).serial()) && !one.afterCut()).findFirst().orElse(null);
                if (last != null && serials.contains(last.serial()) && !leftOut.getOrDefault(loan.no + last.instalment(), LocalDate.MIN).isAfter(file.day()) && isQuietSince(loan, file.day(), yesterday) && random.nextInt(2) == 0) {
                    forget(file, loan, last);
                    return;
                }
            }
        }
    }

    private boolean isQuietSince(TrueDebt loan, LocalDate day, LocalDate yesterday) {
        boolean quiet = loan.on(day).size() == 1 && waiting.stream().noneMatch(one -> one.name().endsWith(" of " + loan.no));
        for (LocalDate since = day.plusDays(1); !since.isAfter(today); since = since.plusDays(1)) {
            quiet &= loan.on(since).isEmpty() && (since.isAfter(yesterday) || loan.file(since).isEmpty());
        }
        return quiet;
    }

    private void forget(DayFile file, TrueDebt loan, Payment payment) {
        standing.remove(file);
        String key = loan.no + payment.instalment();
        loan.forget(payment);
        lost.merge(key, payment.principal() + payment.interest(), Long::sum);
        mistakes.put(key, LocalDate.MAX);
        leftOut.merge(key, file.day(), (one, other) -> one.isAfter(other) ? one : other);
        Map<TrueDebt, List<State>> all = new HashMap<>(file.all());
        all.put(loan, List.of(loan.state(payment.instalment(), file.day())));
        count("deductions forgotten");
        wait(file.no() + "V", 0, file(file.bank(), file.no() + "V", file.no(), file.day(), all, null));
    }

    private News file(PartnerId bank, String no, String corrects, LocalDate day, Map<TrueDebt, List<State>> all, TrueDebt forgotten) {
        Set<String> known = new HashSet<>();
        return () -> {
            List<Told> rows = new ArrayList<>();
            List<Runnable> notes = new ArrayList<>();
            loans.stream().filter(loan -> loan != forgotten).forEach(loan -> all.getOrDefault(loan, List.of()).forEach(state -> {
                if (!known.contains(loan.no + state.instalment())) {
                    rows.add(new Told(row(loan, state, day)));
                    notes.add(() -> noteTold(loan, state, day));
                }
            }));
            FileResult result = ledgers.take(new TestFile(bank, no, corrects, day, rows));
            result.refused().stream().filter(refused -> refused.problem().code() == FailureCode.REPAYMENT_ROW_KNOWN).forEach(refused -> {
                Content.Group row = rows.get((int) refused.line() - 2).row();
                known.add(row.text("loanAccountNo") + row.text("instalment"));
            });
            boolean twice = result.problems().stream().anyMatch(told -> told.problem().code() == FailureCode.KEY_CONFLICT);
            refusals.put(no, List.of(result.problems(), result.refused(), rows));
            if (result.problems().isEmpty()) {
                notes.forEach(Runnable::run);
            }
            return twice || result.problems().isEmpty();
        };
    }

    /** Something was paid on that day of one instalment, which the file tells of, and of nothing else. */
    private static boolean isMistakable(TrueDebt loan, LocalDate day) {
        return loan != null && loan.file(day).size() == 1 && loan.on(day).stream().anyMatch(payment -> !payment.afterCut());
    }

    /** The file of a day of which rows may be refused, or one is as it was the day before, or a loan is left out: corrections follow until it is whole. */
    private final class Chain implements News {
        private final PartnerId bank;
        private final String no;
        private final LocalDate day;
        private final Map<TrueDebt, List<State>> all;
        private final Set<String> known = new HashSet<>();
        private TrueDebt forgotten;
        private TrueDebt mistaken;
        /** what stands of it; null: nothing yet */
        private String stands;
        private int corrections;

        Chain(PartnerId bank, String no, LocalDate day, Map<TrueDebt, List<State>> all, TrueDebt forgotten, TrueDebt mistaken) {
            this.bank = bank;
            this.no = no;
            this.day = day;
            this.all = all;
            this.forgotten = forgotten;
            this.mistaken = mistaken;
        }

        private record One(TrueDebt loan, State state, boolean isTrue) {}

        @Override
        public synchronized boolean tell() {
            List<One> ones = new ArrayList<>();
            loans.stream().filter(loan -> loan != forgotten).forEach(loan -> all.getOrDefault(loan, List.of()).forEach(state -> {
                if (!known.contains(loan.no + state.instalment())) {
                    ones.add(new One(loan, loan == mistaken ? loan.state(state.instalment(), day.minusDays(1)) : state, loan != mistaken));
                }
            }));
            String number = stands == null ? no : no + "K" + corrections;
            List<Told> rows = ones.stream().map(one -> new Told(row(one.loan(), one.state(), day))).toList();
            FileResult result = ledgers.take(new TestFile(bank, number, stands, day, rows));
            Map<Integer, FailureCode> refused = new HashMap<>();
            result.refused().forEach(told -> refused.put((int) told.line() - 2, told.problem().code()));
            refused.forEach((line, code) -> {
                if (code == FailureCode.REPAYMENT_ROW_KNOWN) {
                    known.add(ones.get(line).loan().no + ones.get(line).state().instalment());
                }
            });
            refusals.put(no, List.of(number, result.problems(), result.refused(), rows));
            if (result.problems().stream().anyMatch(told -> told.problem().code() == FailureCode.KEY_CONFLICT)) {
                return true;
            }
            TrueDebt wrong = mistaken;
            mistaken = null;
            if (!result.problems().isEmpty()) {
                return false;
            }
            count(stands == null ? "files that stand" : "corrections");
            boolean whole = forgotten == null;
            for (int line = 0; line < ones.size(); line++) {
                if (!refused.containsKey(line) && !ones.get(line).isTrue()) {
                    mistakes.put(ones.get(line).loan().no + ones.get(line).state().instalment(), day);
                } else if (!refused.containsKey(line)) {
                    noteTold(ones.get(line).loan(), ones.get(line).state(), day);
                }
                whole &= !refused.containsKey(line) || refused.get(line) == FailureCode.REPAYMENT_ROW_KNOWN;
            }
            stands = number;
            corrections++;
            forgotten = null;
            ones.stream().filter(one -> one.loan() == wrong && !refused.containsKey(ones.indexOf(one))).forEach(one -> correct(one.loan(), one.state().instalment()));
            return whole;
        }

        /** One row, by a report, unless the whole file was corrected meanwhile. */
        private void correct(TrueDebt loan, int instalment) {
            String report = "B" + no + loan.no;
            State state = all.get(loan).stream().filter(one -> one.instalment() == instalment).findFirst().orElseThrow();
            count("rows corrected by a report");
            TrueNews.this.wait(report, 3, () -> correct(report, loan, state));
        }

        private synchronized boolean correct(String report, TrueDebt loan, State state) {
            Content.Group content = Content.group().put("reportNo", report).put("corrects", stands).put("row", row(loan, state, day)).build();
            boolean done = taken(() -> ledgers.desk.report(incoming(bank, report, Operation.REPAYMENT_STATUS.read(content))), FailureCode.REPAYMENT_ROW_KNOWN, FailureCode.KEY_CONFLICT);
            noteReported(bank, report, loan, state, day);
            if (done) {
                stands = ledgers.files.stands(bank, report, true) ? report : stands;
            }
            return done;
        }
    }

    private void noteTold(TrueDebt loan, State state, LocalDate day) {
        mistakes.computeIfPresent(loan.no + state.instalment(), (key, since) -> since.isAfter(day) ? since : null);
        told.merge(loan.no + state.instalment(), new long[] {state.principal(), state.interest()}, (a, b) -> new long[] {Math.max(a[0], b[0]), Math.max(a[1], b[1])});
        if (state.isPaid()) {
            toldPaid.add(loan.no + state.instalment());
        }
    }

    private static Content.Group row(TrueDebt loan, State state, LocalDate day) {
        Content.GroupBuilder row = Content.group()
                .put("loanAccountNo", loan.no)
                .put("instalment", state.instalment())
                .put("dueOn", state.dueOn())
                .put("accountingDate", day)
                .put("paid", Told.parts(state.principal(), state.interest()))
                .put("unpaid", Told.parts(state.owedPrincipal(), state.owedInterest()))
                .put("balance", state.balance())
                .put("remainingMonths", 100)
                .put("result", state.isPaid() ? "paid" : state.paidOn() == null ? "insufficient-funds" : "partly-paid")
                .put("hostSerial", state.serial());
        if (state.paidOn() != null) {
            row.put("paidOn", state.paidOn()).put("source", state.source());
        }
        return row.build();
    }

    // --- how it comes

    private void wait(String name, int most, News news) {
        waiting.add(new Waiting(name, news, today.plusDays(random.nextInt(most + 1))));
    }

    /** Whatever is here by now in any order, now and then twice; what is refused comes again the next day. */
    private void deliver() {
        List<Waiting> now = new ArrayList<>(waiting.stream().filter(one -> !one.from().isAfter(today)).toList());
        Collections.shuffle(now, random);
        for (int i = 0; i < now.size(); i += 2) {
            List<Waiting> two = now.subList(i, Math.min(now.size(), i + 2));
            if (crossing) {
                List<Future<?>> both = new ArrayList<>();
                two.forEach(one -> both.add(threads.submit(() -> tell(one, false))));
                both.forEach(TrueNews::get);
            } else {
                two.forEach(one -> tell(one, random.nextInt(8) == 0));
            }
        }
    }

    private void tell(Waiting one, boolean twice) {
        if (one.news().tell()) {
            waiting.remove(one);
            refusals.remove(one.name());
            if (twice) {
                one.news().tell();
            }
        }
    }

    private static void get(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param answered refusals that say that it is known */
    private boolean taken(Runnable act, FailureCode... answered) {
        try {
            ledgers.in(() -> {
                act.run();
                return true;
            });
            return true;
        } catch (Refusal refusal) {
            refusals.put(Thread.currentThread().getName(), refusal.problems());
            return refusal.problems().stream().anyMatch(problem -> List.of(answered).contains(problem.code()));
        } catch (ConcurrencyFailureException later) {
            return false;
        }
    }

    private Incoming incoming(PartnerId bank, String no, io.jinqiao.message.CanonicalMessage message) {
        return new Incoming(bank, new MessageId("M-" + no), ledgers.clock.instant(), message);
    }

    // --- what must be so

    /** At any moment. */
    private void check() {
        List.of(LED, LEADS).forEach(bank -> ledgers.in(() -> cases.round(new CollectionRound(bank))));
        assertThat(ledgers.lines("SELECT a.account_no || ' ' || l.balance || ' ' || l.paid_principal_fen FROM repayment_loans('2099-01-01', 'infinity') l JOIN repayment_account a ON a.id = l.account"
                        + " WHERE a.ended_on IS NULL AND l.balance + l.paid_principal_fen <> a.amount_fen"))
                .as("principal paid and balance are the loan, " + today).isEmpty();
        Map<String, long[]> ours = ours();
        ours.forEach((key, paidAndOwed) -> {
            TrueDebt loan = loan(key.substring(0, 2));
            State truth = loan.state(Integer.parseInt(key.substring(2)), today);
            if (loan.settledOn() == null && !mistakes.containsKey(key)) {
                assertThat(paidAndOwed[0]).as(key + " was not paid, " + today).isLessThanOrEqualTo(truth.principal() + truth.interest());
                assertThat(toldPaid.contains(key) && !mistakes.containsKey(key) && paidAndOwed[1] > 0).as(() -> key + " was told as paid and is owed, " + today + rows(loan)).isFalse();
            }
        });
    }

    /** Whatever was told of it, for who looks for what went wrong. */
    private String rows(TrueDebt loan) {
        return ledgers.jdbc.sql("SELECT concat_ws(' ', r.instalment, r.accounting_date, x.id, x.file_no, x.known_from::date, x.replaced_at::date, r.paid_principal, r.paid_interest, r.unpaid_principal, r.unpaid_interest,"
                        + " r.balance, r.paid_on, r.host_serial) FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = ? AND x.stands ORDER BY x.id")
                .param(loan.no).query(String.class).list().stream().reduce("", (all, one) -> all + "\n  " + one);
    }

    /** Paid and owed of each instalment. */
    private Map<String, long[]> ours() {
        Map<String, long[]> ours = new HashMap<>();
        ledgers.jdbc.sql("SELECT a.account_no, i.instalment, i.paid_fen, i.owed_fen FROM repayment_instalments('2099-01-01', 'infinity') i JOIN repayment_account a ON a.id = i.account").query(row -> {
            ours.put(row.getString(1) + row.getInt(2), new long[] {row.getLong(3), row.getLong(4)});
        });
        return ours;
    }

    /** In the end. */
    private void compare() {
        Map<String, Long> differences = new HashMap<>();
        ledgers.jdbc.sql("SELECT account_no || instalment, excess_fen FROM repayment_fact_paid_twice").query(row -> {
            differences.merge(row.getString(1), row.getLong(2), Long::sum);
        });
        assertThat(differences).as(() -> "what was deducted and pays nothing, " + happened + loans.subList(0, LOANS).stream().map(this::rows).toList()).isEqualTo(lost);
        Map<String, long[]> ours = ours();
        for (TrueDebt loan : loans) {
            for (int k = 1; loan.settledOn() == null && !loan.dueOn(k).isAfter(FIRST.plusDays(DAYS - 1)); k++) {
                State truth = loan.state(k, today);
                assertThat(ours.get(loan.no + k)).as(loan.no + " " + k + " paid and owed, " + happened)
                        .containsExactly(truth.principal() + truth.interest(), truth.owedPrincipal() + truth.owedInterest());
            }
            long balance = ledgers.count("SELECT coalesce((SELECT l.balance FROM repayment_loans('2099-01-01', 'infinity') l WHERE l.account = a.id), 0) FROM repayment_account a WHERE account_no = '" + loan.no + "'");
            assertThat(balance).as(loan.no).isEqualTo(loan.settledOn() == null ? loan.balance(today) : 0);
            String overdue = "SELECT count(*) FROM repayment_instalments('" + today + "', 'infinity') i JOIN repayment_account a ON a.id = i.account WHERE i.overdue AND a.account_no = '" + loan.no + "'";
            long inTruth = 0;
            for (int k = 1; loan.settledOn() == null && loan.dueOn(k).isBefore(FIRST.plusDays(DAYS)); k++) {
                inTruth += loan.state(k, today).isPaid() ? 0 : 1;
            }
            assertThat(ledgers.count(overdue)).as(loan.no + " overdue").isEqualTo(inTruth);
        }
        assertThat(ledgers.lines("SELECT a.account_no || l.instalment FROM repayment_deduction_line l JOIN repayment_account a ON a.id = l.account CROSS JOIN LATERAL unnest(l.paid_fen) p"
                        + " GROUP BY 1 HAVING sum(p) > 13000"))
                .as("nothing is deducted twice").isSubsetOf(lost.keySet());
    }

    /** Who owes is collected from, and nobody else. */
    private void compareCases() {
        LocalDate last = FIRST.plusDays(DAYS - 1);
        for (TrueDebt loan : loans) {
            boolean owes = false;
            for (int k = 1; loan.dueOn(k).isBefore(last); k++) {
                owes |= loan.settledOn() == null && !loan.state(k, today).isPaid();
            }
            assertThat(ledgers.count("SELECT count(*) FROM repayment_case c JOIN repayment_account a ON a.id = c.account WHERE c.closed_on IS NULL AND a.account_no = '" + loan.no + "'"))
                    .as(loan.no + (owes ? " owes" : " owes nothing")).isEqualTo(owes ? 1 : 0);
        }
    }

    /** The books of the bank that leads its own, day by day. */
    private void compareBooks() {
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate of = day;
            List<Item> items = new ArrayList<>();
            boolean settled = false;
            for (TrueDebt loan : loans.subList(LOANS, 2 * LOANS)) {
                settled |= of.equals(loan.settledOn());
                if (loan.settledOn() != null && of.isAfter(loan.settledOn())) {
                    continue;
                }
                items.add(new Item(items.size() + 1, Kind.BALANCE, loan.no, loan.no, null, new Money(loan.balance(of)), null));
                long principal = loan.on(of).stream().mapToLong(p -> p.principal() + p.ahead()).sum();
                long interest = loan.on(of).stream().mapToLong(Payment::interest).sum();
                if (principal + interest > 0) {
                    items.add(new Item(items.size() + 1, Kind.RECEIPT, loan.no, loan.no, null, new Money(principal + interest), Deductibles.parts(principal, interest)));
                }
            }
            if (settled) {
                continue;
            }
            List<Reconciliation.Total> totals = List.of(Kind.BALANCE, Kind.RECEIPT).stream().map(kind -> total(kind, items)).filter(total -> total.count() > 0).toList();
            Reconciliation statement = new Reconciliation("S" + of, of, 1, 1, totals, items);
            ReconciliationResult result = (ReconciliationResult) ledgers.in(() -> statements.statement(incoming(LEADS, "S" + of, statement))).outgoing().get(0).message();
            assertThat(result.differences()).as("books of " + of + ", " + happened).isEmpty();
        }
    }

    private static Reconciliation.Total total(Kind kind, List<Item> items) {
        List<Item> some = items.stream().filter(item -> item.kind() == kind).toList();
        return new Reconciliation.Total(kind, some.size(), new Money(some.stream().mapToLong(item -> item.amount().fen()).sum()));
    }

    private TrueDebt loan(String no) {
        return loans.stream().filter(loan -> loan.no.equals(no)).findFirst().orElseThrow();
    }

    private void count(String what) {
        happened.merge(what, 1, Integer::sum);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        ledgers.close();
    }
}
