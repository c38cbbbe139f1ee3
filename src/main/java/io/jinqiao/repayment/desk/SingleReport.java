package io.jinqiao.repayment.desk;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.message.RowSink;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A report of one row, taken like a file of one row. */
record SingleReport(Incoming incoming, RepaymentStatus report) implements IncomingFile {
    static SingleReport of(Incoming incoming) {
        return new SingleReport(incoming, (RepaymentStatus) incoming.message());
    }

    @Override
    public PartnerId partner() {
        return incoming.partner();
    }

    @Override
    public FileKind kind() {
        return FileKind.REPAYMENT_STATUS;
    }

    @Override
    public MessageId id() {
        return incoming.id();
    }

    @Override
    public String name() {
        return report.reportNo();
    }

    @Override
    public Digest digest() {
        return CanonicalJson.digest(report);
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public Instant receivedAt() {
        return incoming.receivedAt();
    }

    @Override
    public FileHead read(RowSink sink) {
        sink.row(new ContentRow(1, (Content.Group) Objects.requireNonNull(report.content().get("row"))));
        return new FileHead(report.reportNo(), report.corrects(), report.row().accountingDate(), 1, Map.of(), null);
    }
}
