package io.jinqiao.repayment.truth;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RowSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a bank tells in that bank's own form, and hands it over as the file door would. */
final class TrueBank {
    static final List<String> NAMES = List.of("icbc", "abc", "ccb", "psbc");

    private TrueBank() {}

    /** Bytes of a file, with the hash beside them where the bank has it there. */
    record Written(String bank, String fileNo, byte[] bytes, @Nullable String beside) implements IncomingFile {
        Written damaged() {
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            return new Written(bank, fileNo, other, beside);
        }

        @Override
        public PartnerId partner() {
            return new PartnerId(bank);
        }

        @Override
        public FileKind kind() {
            return FileKind.REPAYMENT_STATUS;
        }

        @Override
        public MessageId id() {
            return new MessageId("file " + name());
        }

        @Override
        public String name() {
            return fileNo;
        }

        @Override
        public Digest digest() {
            return Digest.of(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Instant receivedAt() {
            return Instant.EPOCH;
        }

        @Override
        public FileHead read(RowSink sink) {
            FileLayout.Reading reading = ShippedFolders.files(bank).request().read(new ByteArrayInputStream(bytes), beside, sink);
            return FileHead.of(reading.head(), kind(), List.of());
        }
    }

    static Written write(int bank, String fileNo, @Nullable String corrects, LocalDate day, List<Content.Group> rows) {
        Content.Group head = Content.group()
                .put("fileNo", fileNo)
                .put("corrects", corrects)
                .put("accountingDate", day)
                .put("rows", rows.size())
                .put("paid", sum(rows, "paid"))
                .put("unpaid", sum(rows, "unpaid"))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            String beside = ShippedFolders.files(NAMES.get(bank)).request().write(head, rows.iterator(), out);
            return new Written(NAMES.get(bank), fileNo, out.toByteArray(), beside);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(List<Content.Group> rows, String parts) {
        return rows.stream()
                .flatMap(row -> ((Content.Group) row.get(parts)).members().values().stream())
                .mapToLong(part -> Long.parseLong(((Content.Text) part).value()))
                .sum();
    }

    static List<Content.Group> rows(List<TrueRow> rows) {
        List<Content.Group> all = new ArrayList<>();
        rows.forEach(row -> all.add(row(row)));
        return all;
    }

    private static Content.Group row(TrueRow row) {
        boolean late = row.day().isAfter(row.due().dueOn());
        return Content.group()
                .put("loanAccountNo", row.loan().no)
                .put("borrowerName", "张三")
                .put("instalment", row.due().number())
                .put("dueOn", row.due().dueOn())
                .put("accountingDate", row.day())
                .put("paidOn", row.paidOn())
                .put("paid", parts(row.paid(), row.paidLate(), row.paidInterest(), row.paidInterestLate(), row.penalty()))
                .put("unpaid", late ? parts(0, row.unpaid(), 0, row.unpaidInterest(), 0) : parts(row.unpaid(), 0, row.unpaidInterest(), 0, 0))
                .put("source", row.paidOn() == null ? null : "bank-account")
                .put("balance", row.balance())
                .put("remainingMonths", row.loan().months - row.due().number())
                .put("result", row.result())
                .build();
    }

    private static Content.Group parts(long principal, long overduePrincipal, long interest, long overdueInterest, long penalty) {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", overduePrincipal)
                .put("interest", interest)
                .put("overdueInterest", overdueInterest)
                .put("penalty", penalty)
                .put("fine", 0)
                .build();
    }
}
