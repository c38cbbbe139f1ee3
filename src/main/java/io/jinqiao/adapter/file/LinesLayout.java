package io.jinqiao.adapter.file;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of lines: perhaps one with the names of the columns, a header, rows, a trailer. */
final class LinesLayout implements FileLayout {
    private final FileForm form;
    private final Grammar grammar;
    private final Parts parts;

    /**
     * @param titles line with the names of the columns, before everything else; null: there is none
     * @param crlf how lines end
     * @param closed whether we end the last line too; read either way
     */
    record Parts(
            @Nullable String titles,
            @Nullable Section header,
            Section rows,
            @Nullable Section trailer,
            boolean crlf,
            boolean closed) {}

    LinesLayout(FileForm form, Grammar grammar, Parts parts) {
        this.form = form;
        this.grammar = grammar;
        this.parts = parts;
    }

    @Override
    public FileForm form() {
        return form;
    }

    Grammar grammar() {
        return grammar;
    }

    Parts parts() {
        return parts;
    }

    @Override
    public Reading read(InputStream in, @Nullable String beside, RowSink sink) {
        return new LinesReading(this, in, sink).read(beside);
    }

    @Override
    public String write(Content.Group head, Iterator<Content.Group> rows, OutputStream out) throws IOException {
        HashForm hash = form.hash();
        RunningHash running = new RunningHash(hash);
        Lines lines = new Lines(running, out);
        if (parts.titles() != null) {
            lines.line.writeBytes(parts.titles().getBytes(form.charset()));
            lines.next();
        }
        if (parts.header() != null) {
            parts.header().encode(head, lines.line);
            lines.next();
        }
        while (rows.hasNext()) {
            parts.rows().encode(rows.next(), lines.line);
            lines.next();
        }
        if (parts.trailer() != null) {
            boolean inside = hash != null && !hash.inMarker();
            lines.beforeTrailer();
            parts.trailer().encode(inside ? head.with(FileHead.HASH, running.text()) : head, lines.line);
            lines.next();
        }
        lines.end(parts.closed());
        return hash != null && hash.inMarker() ? running.text() : "";
    }

    @Override
    public LineProblem inTheirWords(LineProblem told) {
        List<Problem> named = List.of(told.problem());
        for (Section section : told.line() > 0 ? new Section[] {parts.rows()} : new Section[] {parts.header(), parts.trailer()}) {
            named = section == null ? named : section.plan().plan().inTheirWords(named);
        }
        return new LineProblem(told.line(), named.get(0));
    }

    /** Writes a line when the next one begins, so that the last may go without its end. */
    private final class Lines {
        final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private final byte[] ending = (parts.crlf() ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
        private final RunningHash hash;
        private final OutputStream out;
        private boolean owed;

        Lines(RunningHash hash, OutputStream out) {
            this.hash = hash;
            this.out = out;
        }

        void next() throws IOException {
            pay();
            put(line.toByteArray());
            line.reset();
            owed = true;
        }

        void beforeTrailer() throws IOException {
            pay();
        }

        void end(boolean closed) throws IOException {
            if (closed) {
                pay();
            }
        }

        private void pay() throws IOException {
            if (owed) {
                put(ending);
                owed = false;
            }
        }

        private void put(byte[] bytes) throws IOException {
            hash.update(bytes, 0, bytes.length);
            out.write(bytes);
        }
    }

    /** What a file lacks that ends too early. */
    static FileRefusal truncated(long line, String what) {
        return new FileRefusal(line, FailureCode.FILE_TRUNCATED, what);
    }
}
