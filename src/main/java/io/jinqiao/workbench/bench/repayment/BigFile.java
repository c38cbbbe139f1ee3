package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.rulebook.Sources;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Files of a bank that writes fixed columns in GB18030, each with one row for each of so many invented loans, in the order of their numbers. */
final class BigFile {
    static final PartnerId BANK = new PartnerId("icbc");
    private static final LocalDate FIRST_DUE = LocalDate.of(2026, 11, 25);
    private static final LocalDate PAID_OUT = FIRST_DUE.minusMonths(1);
    private static final long AMOUNT = 60_000_000;
    private static final long PRINCIPAL = 190_873;
    private static final long INTEREST = 130_000;

    private BigFile() {}

    static FileExchange exchange(Path home) {
        Folders.Read read = Folders.of(new Sources(home), BANK.value()).read(text -> text.replaceAll("\\$\\{[^:}]+:?([^}]*)}", "$1"), Clock.systemUTC());
        return read.files().get(BANK.value()).get(FileKind.REPAYMENT_STATUS);
    }

    /** @param month from 1: the instalment all its rows tell of */
    static void write(Path file, Path home, int rows, int month) throws IOException {
        LocalDate due = FIRST_DUE.plusMonths(month - 1L);
        Content.Group head = Content.group()
                .put("fileNo", "BENCH" + month)
                .put("accountingDate", due)
                .put("rows", rows)
                .put("paid", (PRINCIPAL + INTEREST) * rows)
                .put("unpaid", 0)
                .build();
        Content.Group row = row(due, month);
        Iterator<Content.Group> all = IntStream.range(0, rows).mapToObj(i -> row.with("loanAccountNo", accountNo(i)).with("hostSerial", "2026112500" + i)).iterator();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            exchange(home).request().write(head, all, out);
        }
    }

    static String accountNo(int i) {
        return "62280000" + (1_000_000_000L + i);
    }

    private static Content.Group row(LocalDate due, int month) {
        return Content.group()
                .put("loanAccountNo", "")
                .put("contractNo", "JK2023000002")
                .put("borrowerName", "欧阳娜娜")
                .put("instalment", month)
                .put("dueOn", due)
                .put("accountingDate", due)
                .put("paidOn", due)
                .put("paid", parts(PRINCIPAL, INTEREST))
                .put("unpaid", parts(0, 0))
                .put("source", "bank-account")
                .put("balance", AMOUNT - PRINCIPAL * month)
                .put("remainingMonths", 240 - month)
                .put("result", "paid")
                .put("hostSerial", "")
                .build();
    }

    private static Content.Group parts(long principal, long interest) {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", 0)
                .put("interest", interest)
                .put("overdueInterest", 0)
                .put("penalty", 0)
                .put("fine", 0)
                .build();
    }

    /** The loan of the first row; the others are like it. */
    static OpenLoan loan() {
        return new OpenLoan(
                BANK, accountNo(0), "JK2023000002", null, new Money(AMOUNT), 240, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_INSTALMENT, PAID_OUT, FIRST_DUE,
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(AMOUNT), PAID_OUT);
    }
}
