package io.jinqiao.workbench.demo;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.FileArrival;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.message.FileKind;
import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Content;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.Repayments;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one bank did in the month: its daily files, its book of one day, its telephone calls. */
final class LastMonthOfBank {
    /** Receipts the worst bank forgets to tell in its book. */
    private static final int FORGOTTEN = 3;

    private final ApplicationContext gateway;
    private final PartnerId bank;
    private final boolean worst;
    private final InventedMonth month;

    LastMonthOfBank(ApplicationContext gateway, PartnerId bank, LocalDate first, boolean worst) {
        this.gateway = gateway;
        this.bank = bank;
        this.worst = worst;
        this.month = new InventedMonth(bank, first, worst);
    }

    PartnerId bank() {
        return bank;
    }

    /** The day of which the first file tells. */
    LocalDate told() {
        return month.missed().plusDays(1);
    }

    LocalDate ordered() {
        return month.ordered();
    }

    LocalDate due() {
        return month.due();
    }

    LocalDate cured() {
        return month.cured();
    }

    void open() {
        Repayments repayments = gateway.getBean(Repayments.class);
        in(() -> month.loans().forEach(loan -> repayments.opened(loan, "gateway")));
    }

    /** The file of a day, in the bank's own form, by the way files come. */
    void file(LocalDate day) {
        List<Content.Group> rows = month.rows(day);
        FileLayout layout = gateway.getBean(Catalogue.class).files(bank).get(FileKind.REPAYMENT_STATUS).request();
        String no = "M" + day.toString().replace("-", "");
        Content.Group head = Content.group()
                .put("fileNo", no)
                .put("accountingDate", day)
                .put("rows", rows.size())
                .put("paid", InventedMonth.sum(rows, "paid"))
                .put("unpaid", InventedMonth.sum(rows, "unpaid"))
                .build();
        try {
            Path file = Files.createTempFile("jinqiao-demo", ".txt");
            String hash;
            try (OutputStream out = Files.newOutputStream(file)) {
                hash = layout.write(head, rows.iterator(), out);
            }
            boolean refused = gateway.getBean(FileDoor.class)
                    .receive(new FileArrival(bank.value(), FileKind.REPAYMENT_STATUS, name(day, no), file, bank.value().equals("ccb") ? hash : null))
                    .refused();
            Files.delete(file);
            if (refused) {
                throw new IllegalStateException("the invented file of " + bank + " for " + day + " was refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(LocalDate day, String no) {
        String date = day.toString().replace("-", "");
        return switch (bank.value()) {
            case "icbc" -> "GJJHK" + date + no + ".txt";
            case "abc" -> "HFRS_" + date + "_" + no + ".DAT";
            case "ccb" -> "REPAY_" + date + "_" + no + ".xml";
            default -> "repayment-status-" + date + "-" + no + ".csv";
        };
    }

    /** Of a day on which something was paid. */
    Optional<Reconciliation> books(LocalDate day) {
        return month.books(day, worst && day.equals(due()) ? FORGOTTEN : 0);
    }

    /** Telephones whom it was ordered to; the worst bank not everybody. */
    void call() {
        List<CollectionRecord> records = gateway.getBean(JdbcClient.class)
                .sql("SELECT order_no, account_no FROM repayment_fact_order WHERE partner = ? AND step = 'phone' ORDER BY account_no LIMIT ?")
                .params(bank.value(), worst ? InventedMonth.LATE * 4 / 5 : InventedMonth.LATE)
                .query((row, i) -> record(row.getString(1), row.getString(2), i))
                .list();
        CollectionCases cases = gateway.getBean(CollectionCases.class);
        IdGenerator ids = gateway.getBean(IdGenerator.class);
        in(() -> records.forEach(record -> cases.record(new Incoming(bank, ids.next(), now(), record))));
    }

    private CollectionRecord record(String orderNo, String account, int n) {
        return new CollectionRecord(
                "M" + account, orderNo, account, null, CollectionStep.PHONE, Party.Role.BORROWER, now(), "T1001", CollectionRecord.Outcome.REACHED, null,
                new CollectionRecord.Reference(CollectionRecord.Proof.CALL_RECORDING, "REC-" + account + "-" + n, null), null);
    }

    private Instant now() {
        return gateway.getBean("businessClock", Clock.class).instant().atZone(WorkingCalendar.ZONE).truncatedTo(ChronoUnit.SECONDS).toInstant();
    }

    private void in(Runnable work) {
        new TransactionTemplate(gateway.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }
}
