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
import io.jinqiao.message.RowSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A result of deductions, told to the ledger like a file: every check of the intake holds for it too.
 *
 * @param rows in the order of the result's lines
 */
record DeductionReport(Incoming incoming, DeductionResult result, List<Content.Group> rows) implements IncomingFile {

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
        return result.resultNo();
    }

    @Override
    public Digest digest() {
        return CanonicalJson.digest(result);
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
        return new FileHead("KK" + result.resultNo(), null, result.accountingDate(), rows.size(), Map.of(), null);
    }
}
