package io.jinqiao.workbench.bench.credit;

import io.jinqiao.credit.CreditReports;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.loan.Loans;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.rulebook.Sources;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loans as a gateway has them when their money was paid out: accepted, told of by the core system, open in the ledger. Each through the doors. */
final class ReportedLoans {
    static final PartnerId BANK = new PartnerId("icbc");
    private static final String SAMPLE = "adapters/icbc/samples/loan-application.existing-home.canonical.json";

    private final Loans loans;
    private final Repayments repayments;
    private final CreditReports reports;
    private final TransactionTemplate commit;
    private final String sample;

    ReportedLoans(ConfigurableApplicationContext gateway) {
        loans = gateway.getBean(Loans.class);
        repayments = gateway.getBean(Repayments.class);
        reports = gateway.getBean(CreditReports.class);
        commit = new TransactionTemplate(gateway.getBean(PlatformTransactionManager.class));
        sample = gateway.getBean(Sources.class).list("adapters").stream()
                .filter(source -> source.name().equals(SAMPLE))
                .findFirst()
                .orElseThrow()
                .text()
                .replaceAll("\"signedOn\" ?: ?\"[0-9-]+\"", "\"signedOn\":\"2025-01-02\"")
                .replaceAll("\"validTo\" ?: ?\"[0-9-]+\"", "\"validTo\":\"2055-01-02\"");
    }

    /** @param month the first instalment falls due on its twentieth */
    void open(int number, YearMonth month) {
        String applicationNo = String.format(Locale.ROOT, "B%06d", number);
        LoanApplication application = (LoanApplication) Operation.LOAN_APPLICATION.read(CanonicalJson.read(sample).with("applicationNo", applicationNo));
        LocalDate due = month.atDay(20);
        Money amount = new Money(60_000_000);
        commit.executeWithoutResult(status -> {
            loans.accept(new Incoming(BANK, new MessageId("bench-" + number), Instant.now(), application));
            reports.profile(BANK, applicationNo, new PersonProfile("10", "20", "4", "17", "测试公司", "2", "测试市测试路" + number + "号", due), "bench");
            repayments.opened(
                    new OpenLoan(
                            BANK, String.format(Locale.ROOT, "6228%06d", number), "HT" + number, applicationNo, amount, 240, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL,
                            due.minusMonths(1), due, new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                            new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), amount, due.minusMonths(1)),
                    "bench");
        });
    }

    /** @return number of the run */
    long report(YearMonth month) {
        return commit.execute(status -> reports.start(month, "bench"));
    }
}
