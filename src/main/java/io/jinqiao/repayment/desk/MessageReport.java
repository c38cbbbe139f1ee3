package io.jinqiao.repayment.desk;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.message.RowSink;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.ResultRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A message told to the ledger like a file: every check of an intake holds for it too.
 *
 * @param name number of the message at its bank
 * @param rows in the order in which the message has them
 */
record MessageReport(Incoming incoming, String name, FileHead head, List<Content.Group> rows) implements IncomingFile {
    /** What the numbers of results begin with. */
    static final String RESULT = ResultRows.NUMBERS;

    MessageReport {
        rows = List.copyOf(rows);
    }

    /** A report of one row. */
    static MessageReport of(Incoming incoming, RepaymentStatus report) {
        FileHead head = new FileHead(report.reportNo(), report.corrects(), report.row().accountingDate(), 1, Map.of(), null);
        return new MessageReport(incoming, report.reportNo(), head, List.of((Content.Group) Objects.requireNonNull(report.content().get("row"))));
    }

    /** What a result of deductions tells of a day, usually its own. Its number may be that of a report too, so another one is made of it. */
    static MessageReport of(Incoming incoming, DeductionResult result, LocalDate day, List<Content.Group> rows) {
        String no = RESULT + result.resultNo() + (day.equals(result.accountingDate()) ? "" : "/" + day);
        return new MessageReport(incoming, result.resultNo(), new FileHead(no, null, day, rows.size(), Map.of(), null), rows);
    }

    /** The same once more, on what is known now. @param fileNo number of the report it takes the place of @param id makes it another one */
    static MessageReport again(Incoming incoming, String fileNo, long id, LocalDate day, List<Content.Group> rows) {
        return new MessageReport(incoming, fileNo, new FileHead(FileStore.next(fileNo, id), null, day, rows.size(), Map.of(), null), rows);
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
    public Digest digest() {
        return CanonicalJson.digest(incoming.message());
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
        long line = 1;
        for (Content.Group row : rows) {
            sink.row(new ContentRow(line++, row));
        }
        return head;
    }
}
