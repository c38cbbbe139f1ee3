package io.jinqiao.workbench.demo;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.workbench.simulate.FileBehaviour;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import io.jinqiao.workbench.simulate.bank.files.Verdict;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** One day's file of repayments from each bank, in its layout and on its way, about loans older than the demonstration; some were not paid. */
final class DailyFiles {
    private static final int ROWS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Progress progress;
    private final Map<String, FileSide> sides;
    private final Repayments repayments;
    private final OverdueLedger ledger;
    private final LocalDate day;
    private final Map<String, String> offered = new LinkedHashMap<>();

    /** @param today by the business clock */
    DailyFiles(Progress progress, Map<String, FileSide> sides, ApplicationContext gateway, LocalDate today) {
        this.progress = progress;
        this.sides = sides;
        this.repayments = gateway.getBean(Repayments.class);
        this.ledger = gateway.getBean(OverdueLedger.class);
        this.day = fitting(today.minusDays(1));
    }

    /** What fell due five days before falls on a day every month has. */
    private static LocalDate fitting(LocalDate day) {
        return day.minusDays(5).getDayOfMonth() > 28 ? fitting(day.minusDays(1)) : day;
    }

    /** @return whether each bank read that its file was taken; a second start tells nothing again */
    boolean walk(PrintStream out) throws InterruptedException {
        progress.step("各行还款文件：两家经 SFTP，两家投放目录；部分借款人未足额还款 / a day's file of repayments from each bank, two by SFTP, two into a directory; some did not pay");
        sides.forEach((bank, side) -> {
            if (ledger.standing(new OverdueLedger.At(day.plusYears(1), EVER), new PartnerId(bank), FileSide.owed(day, 1).get(0).accountNo()).isEmpty()) {
                FileSide.owed(day, ROWS).forEach(loan -> repayments.opened(loan(new PartnerId(bank), loan, day.minusDays(1)), "demonstration"));
                offered.put(bank, side.offer(FileBehaviour.OK, day, ROWS));
            }
        });
        boolean well = answered();
        out.println(table());
        return well;
    }

    private boolean answered() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long answered = answers();
        while (answered < offered.size() && System.nanoTime() < deadline) {
            progress.bar("回文 results", (int) answered, offered.size());
            TimeUnit.MILLISECONDS.sleep(500);
            answered = answers();
        }
        progress.bar("回文 results", (int) answered, offered.size());
        return offered.keySet().stream().allMatch(bank -> verdict(bank).filter(verdict -> verdict.taken() == ROWS).isPresent());
    }

    private long answers() {
        return offered.keySet().stream().filter(bank -> verdict(bank).isPresent()).count();
    }

    private Optional<Verdict> verdict(String bank) {
        return sides.get(bank).verdicts().stream().filter(verdict -> verdict.about().equals(offered.get(bank))).findFirst();
    }

    private Table table() {
        Table table = new Table().row("还款文件 file of repayments", "银行 bank", "途径 way", "接收 taken", "回文 result file");
        sides.forEach((bank, side) -> {
            String name = offered.get(bank);
            Verdict verdict = name == null ? null : verdict(bank).orElse(null);
            table.row(name == null ? "—" : name, bank, side.door() == null ? "目录 directory" : "SFTP", taken(name, verdict), verdict == null ? "—" : verdict.name());
        });
        return table;
    }

    private static String taken(@Nullable String name, @Nullable Verdict verdict) {
        if (name == null) {
            return "此前已报送 told before";
        }
        return verdict == null ? "！无回文 no answer" : (verdict.taken() == ROWS ? "" : "！") + verdict.taken() + "/" + verdict.rows();
    }

    private static OpenLoan loan(PartnerId bank, FileSide.Owed owed, LocalDate balanceOn) {
        LocalDate firstDue = owed.dueOn().minusMonths(owed.instalment() - 1L);
        LocalDate paidOut = firstDue.minusMonths(1);
        return new OpenLoan(
                bank, owed.accountNo(), null, null, new Money(60_000_000), 240, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_INSTALMENT, paidOut, firstDue,
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(owed.before()), balanceOn);
    }
}
