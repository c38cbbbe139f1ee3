package io.jinqiao.adapter.file;

import io.jinqiao.adapter.codec.XmlRecords;
import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is one XML document: a header, then the rows one after the other. Lines are where an element begins. */
final class XmlLayout implements FileLayout {
    private static final int DEPTH = 8;

    private final FileForm form;
    private final Grammar grammar;
    private final Elements elements;
    private final MappingPlan header;
    private final MappingPlan rows;

    /** Names of the elements; {@code list} lies around the rows. */
    record Elements(String root, String header, String list, String row) {}

    XmlLayout(FileForm form, Grammar grammar, Elements elements, MappingPlan header, MappingPlan rows) {
        this.form = form;
        this.grammar = grammar;
        this.elements = elements;
        this.header = header;
        this.rows = rows;
    }

    @Override
    public FileForm form() {
        return form;
    }

    @Override
    public Reading read(InputStream in, @Nullable String beside, RowSink sink) {
        RunningHash hash = new RunningHash(form.hash());
        InputStream hashed = new HashedInput(in, hash);
        BufferedInputStream bytes = new BufferedInputStream(hashed);
        requireStart(bytes);
        Tally tally = new Tally(grammar, form.charset(), sink);
        long[] line = {1};
        try (XmlRecords records = new XmlRecords(bytes, form.charset(), form.longest(), DEPTH)) {
            Content.Group head = read(records, tally, line);
            if (form.hash() != null) {
                LinesReading.compare(form.hash(), beside, hash.text(), 0);
            }
            tally.compare(head, line[0], header::inTheirWords);
            return tally.reading(head);
        } catch (Refusal e) {
            throw FileRefusal.at(line[0], e.problems());
        }
    }

    /** @param line gets where we are, for whatever is thrown, and in the end where the head stands */
    private Content.Group read(XmlRecords records, Tally tally, long[] line) {
        records.enter(elements.root());
        records.enter(elements.header());
        long headLine = records.line();
        Content.Group head = head(records, line);
        records.enter(elements.list());
        for (String name = records.next(elements.list()); name != null; name = records.next(elements.list())) {
            line[0] = records.line();
            row(name, records, tally);
        }
        line[0] = records.line();
        records.end(elements.root());
        records.end("");
        line[0] = headLine;
        return head;
    }

    private Content.Group head(XmlRecords records, long[] line) {
        line[0] = records.line();
        List<Problem> problems = new ArrayList<>();
        Content.Group head = header.decode(sink -> records.push(elements.header(), sink), problems);
        try {
            grammar.checkHead(head, problems);
        } catch (Refusal e) {
            throw FileRefusal.at(line[0], header.inTheirWords(e.problems()));
        }
        return head;
    }

    private void row(String name, XmlRecords records, Tally tally) {
        long line = records.line();
        int depth = records.depth();
        List<Problem> problems = new ArrayList<>();
        try {
            if (!name.equals(elements.row())) {
                throw new Refusal(FailureCode.FILE_ROW_UNREADABLE, elements.row(), "另一元素 / another element");
            }
            Content.Group content = rows.decode(sink -> records.push(name, sink), problems);
            tally.read(line, content, problems, rows::inTheirWords);
        } catch (Refusal e) {
            tally.refuse(line, e.problems());
            records.leave(depth);
        }
    }

    @Override
    public LineProblem inTheirWords(LineProblem told) {
        MappingPlan plan = told.line() == 0 ? header : rows;
        return new LineProblem(told.line(), plan.inTheirWords(List.of(told.problem())).get(0));
    }

    private static void requireStart(BufferedInputStream in) {
        try {
            in.mark(8);
            int first = in.read();
            in.reset();
            if (first < 0) {
                throw new FileRefusal(0, FailureCode.FILE_EMPTY);
            }
            if (first >= 0x80) {
                throw new FileRefusal(1, FailureCode.FILE_BYTE_ORDER_MARK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String write(Content.Group head, Iterator<Content.Group> all, OutputStream out) throws IOException {
        RunningHash hash = new RunningHash(form.hash());
        put("<?xml version=\"1.0\" encoding=\"" + form.charset().name() + "\"?>\n<" + elements.root() + ">\n", hash, out);
        put(text(elements.header(), header, head), hash, out);
        put("<" + elements.list() + ">\n", hash, out);
        while (all.hasNext()) {
            put(text(elements.row(), rows, all.next()), hash, out);
        }
        put("</" + elements.list() + ">\n</" + elements.root() + ">\n", hash, out);
        return hash.text();
    }

    private String text(String name, MappingPlan plan, Content.Group content) {
        return XmlRecords.write(name, form.charset(), sink -> plan.encode(content, sink)) + "\n";
    }

    private void put(String text, RunningHash hash, OutputStream out) throws IOException {
        byte[] bytes = text.getBytes(form.charset());
        hash.update(bytes, 0, bytes.length);
        out.write(bytes);
    }
}
