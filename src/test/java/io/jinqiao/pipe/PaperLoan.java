package io.jinqiao.pipe;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.loan.Loans;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A loan of an existing home whose bank sends scans in chunks, and its mortgage, asked for as if the contract were in force. */
record PaperLoan(LoanApplication loan, String title) {
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int CHUNK = 600_000;

    /**
     * @param number tells this loan from others
     * @param province first digits of the unit's number, by which its registry is found
     */
    static PaperLoan of(String number, String province, String kind, byte[] scan) {
        Content.Group invented = InventedApplications.application(number, 4, DAY).content();
        Content.Group home = (Content.Group) Objects.requireNonNull(invented.get("home"));
        Content.Group listed = Content.group().put("kind", kind).put("digest", Digest.of(scan)).put("size", scan.length).build();
        LoanApplication loan = (LoanApplication) Operation.LOAN_APPLICATION.read(invented
                .with("mortgagee", "12371300MB2F7Q3140")
                .with("home", home.with("unitNumber", province + String.valueOf(home.text("unitNumber")).substring(2)))
                .with("attachments", new Content.Rows(List.of(listed))));
        return new PaperLoan(loan, "虚(2020)虚构市不动产权第" + number.replaceAll("\\D", "") + "号");
    }

    /** The register knows the home, and nothing against it. */
    void standsIn(OwnRegistry registry) {
        String unit = Objects.requireNonNull(loan.home().unitNumber()).value();
        registry.estate(title, unit, loan.borrower().name(), loan.borrower().identity().number());
        registry.mark(unit, "dyztcode", "0");
    }

    void apply(ApplicationContext gateway) {
        run(gateway, "loan-application", loan);
    }

    void send(ApplicationContext gateway, String kind, byte[] scan) {
        int chunks = (scan.length + CHUNK - 1) / CHUNK;
        for (int chunk = 1; chunk <= chunks; chunk++) {
            byte[] part = Arrays.copyOfRange(scan, (chunk - 1) * CHUNK, Math.min(scan.length, chunk * CHUNK));
            run(gateway, "attachment", new Attachment(loan.applicationNo(), kind, Digest.of(scan), scan.length, chunk, chunks, Base64.getEncoder().encodeToString(part)));
        }
    }

    void askForMortgage(ApplicationContext gateway, String requestNo, AttachmentRef contract) {
        MortgageApplication request = new MortgageApplication(
                requestNo, loan.applicationNo(), MortgageApplication.Kind.MORTGAGE, loan.home().unitNumber(), loan.home().address(), title, null, loan.mortgagee(),
                List.of(new Party(Party.Role.MORTGAGOR, loan.borrower().name(), loan.borrower().identity(), null, null, null)), "DYHT-1",
                new MortgageApplication.Claim(loan.terms().amount(), DAY, DAY.plusMonths(120), null), List.of(contract), "T1001");
        Consequence.InForce inForce = new Consequence.InForce(BANK, loan.applicationNo(), "JK-1", DAY, loan.terms().amount(), 120, "OP-1");
        Loans loans = gateway.getBean(Loans.class);
        gateway.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            MortgageRequest asked = loans.requested(incoming(request));
            gateway.getBean(Gateway.class).post(loans.follow(gateway.getBean(Registrations.class)
                    .request(new MortgageRequest(asked.incoming(), asked.application(), inForce, inForce.opinionNo(), asked.missing(), asked.here()))));
        });
    }

    static void run(ApplicationContext gateway, String route, CanonicalMessage message) {
        gateway.getBean(Capabilities.class).run(route, incoming(message));
    }

    private static Incoming incoming(CanonicalMessage message) {
        return new Incoming(BANK, new MessageId("PAPER" + System.nanoTime()), Instant.now(), message);
    }
}
