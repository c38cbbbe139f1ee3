package io.jinqiao.repayment.desk;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that is already read: its rows lie in memory, from line 2 on. */
class TestFile implements IncomingFile {
    private final PartnerId partner;
    private final FileHead head;
    private final List<Told> rows;
    private final List<Problem> unreadable = new ArrayList<>();
    private @Nullable RuntimeException atTheEnd;

    TestFile(PartnerId partner, String fileNo, @Nullable String corrects, LocalDate day, List<Told> rows) {
        this.partner = partner;
        this.head = new FileHead(fileNo, corrects, day, rows.size(), Map.of(), null);
        this.rows = rows;
    }

    /** One more row, at the end, that is wrong in itself. */
    TestFile andUnreadable(Problem problem) {
        unreadable.add(problem);
        return this;
    }

    /** What is found out only after the last row: a wrong hash, a wrong total. */
    TestFile wrongAtTheEnd(RuntimeException problem) {
        atTheEnd = problem;
        return this;
    }

    @Override
    public PartnerId partner() {
        return partner;
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
        return head.fileNo() + ".txt";
    }

    @Override
    public Digest digest() {
        return Digest.of(name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Override
    public long size() {
        return rows.size() * 400L;
    }

    @Override
    public Instant receivedAt() {
        return Instant.parse("2026-11-25T20:00:00Z");
    }

    @Override
    public FileHead read(RowSink sink) {
        long line = 2;
        for (Told told : rows) {
            sink.row(new ContentRow(line++, told.row()));
        }
        for (Problem problem : unreadable) {
            sink.refused(line++, List.of(problem));
        }
        if (atTheEnd != null) {
            throw atTheEnd;
        }
        return head;
    }
}
