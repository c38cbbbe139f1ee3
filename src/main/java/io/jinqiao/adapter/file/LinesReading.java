package io.jinqiao.adapter.file;

import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one file of lines from its first byte to its last. For one use. */
final class LinesReading {
    private final LinesLayout layout;
    private final LinesLayout.Parts parts;
    private final RunningHash hash;
    private final LineSource lines;
    private final Tally tally;
    private final Cut cut;

    LinesReading(LinesLayout layout, InputStream in, RowSink sink) {
        this.layout = layout;
        this.parts = layout.parts();
        this.hash = new RunningHash(layout.form().hash());
        this.lines = new LineSource(in, layout.form().longest(), parts.crlf(), hash);
        this.tally = new Tally(layout.grammar(), layout.form().charset(), sink);
        this.cut = parts.rows().cut();
    }

    FileLayout.Reading read(@Nullable String beside) {
        if (!lines.advance()) {
            throw new FileRefusal(0, FailureCode.FILE_EMPTY);
        }
        requireNoMark();
        boolean more = parts.titles() == null || titles();
        List<Problem> problems = new ArrayList<>();
        Content.Group head = Content.Group.EMPTY;
        if (parts.header() != null) {
            head = single(parts.header(), more, "文件头 / header", problems);
            more = lines.advance();
        }
        long headLine = lines.line();
        while (more && !trailer()) {
            row();
            more = lines.advance();
        }
        if (parts.trailer() != null) {
            headLine = more ? lines.line() : lines.line() + 1;
            head = joined(head, single(parts.trailer(), more, "文件尾 / trailer", problems));
            compareHash(head);
        }
        check(head, problems, headLine);
        if (parts.trailer() != null && lines.advance()) {
            throw new FileRefusal(lines.line(), FailureCode.FILE_AFTER_TRAILER);
        }
        compareBeside(beside);
        tally.compare(head, headLine, this::inTheirWords);
        return tally.reading(head);
    }

    private boolean titles() {
        byte[] titles = String.valueOf(parts.titles()).getBytes(layout.form().charset());
        if (lines.end() - lines.start() != titles.length || !lines.startsWith(titles)) {
            throw LinesLayout.truncated(1, "列名行 / the line of column names");
        }
        return lines.advance();
    }

    private void requireNoMark() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        byte[] ofGb18030 = {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
        if (lines.startsWith(mark)
                || lines.startsWith(ofGb18030)
                || lines.startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE})
                || lines.startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            throw new FileRefusal(1, FailureCode.FILE_BYTE_ORDER_MARK);
        }
    }

    private boolean trailer() {
        return parts.trailer() != null && lines.startsWith(parts.trailer().tag());
    }

    /** Header or trailer; without one the file was cut off, or is another file. */
    private Content.Group single(Section section, boolean there, String what, List<Problem> problems) {
        if (!there) {
            throw LinesLayout.truncated(lines.line() + 1, what);
        }
        if (!lines.startsWith(section.tag())) {
            throw LinesLayout.truncated(lines.line(), what);
        }
        Cut own = section.cut();
        requireWhole(section, own);
        List<Problem> found = new ArrayList<>();
        Content.Group content = section.decode(lines, own, found);
        problems.addAll(found);
        return content;
    }

    private void requireWhole(Section section, Cut own) {
        if (lines.nul()) {
            throw new FileRefusal(lines.line(), withoutNul());
        }
        if (!section.split(lines, own)) {
            throw new FileRefusal(lines.line(), FailureCode.FILE_ROW_UNREADABLE, section.columns().expected(), own.found);
        }
    }

    private void row() {
        Section rows = parts.rows();
        long line = lines.line();
        if (lines.nul()) {
            tally.refuse(line, List.of(withoutNul()));
        } else if (!lines.startsWith(rows.tag())) {
            tally.refuse(line, List.of(unreadable(new String(rows.tag(), layout.form().charset()), "行首不同 / another beginning")));
        } else if (!rows.split(lines, cut)) {
            tally.refuse(line, List.of(unreadable(rows.columns().expected(), cut.found)));
        } else if (cut.anyDoubled || !rows.plan().sure(line, lines.buffer(), cut.from, cut.to, tally.row()) || !tally.sure()) {
            theLongWay(rows, line);
        }
    }

    private void theLongWay(Section rows, long line) {
        List<Problem> problems = new ArrayList<>();
        Content.Group content = rows.decode(lines, cut, problems);
        boolean noText = problems.stream().anyMatch(p -> p.code() == FailureCode.CHARSET_WRONG);
        if (noText || content.members().isEmpty() && !problems.isEmpty()) {
            tally.refuse(line, content, problems);
        } else {
            tally.read(line, content, problems, rows.plan().plan()::inTheirWords);
        }
    }

    private static Problem withoutNul() {
        return Problem.of(FailureCode.FIELD_WRONG_FORM, "不含空字符（NUL）的文本 / text without NUL");
    }

    private static Problem unreadable(String expected, String found) {
        return Problem.of(FailureCode.FILE_ROW_UNREADABLE, expected, found);
    }

    private void check(Content.Group head, List<Problem> problems, long line) {
        try {
            layout.grammar().checkHead(head, problems);
        } catch (Refusal e) {
            throw FileRefusal.at(line, inTheirWords(e.problems()));
        }
    }

    private List<Problem> inTheirWords(List<Problem> problems) {
        List<Problem> told = problems;
        for (Section section : new Section[] {parts.header(), parts.trailer()}) {
            if (section != null) {
                MappingPlan plan = section.plan().plan();
                told = plan.inTheirWords(told);
            }
        }
        return told;
    }

    /** Everything before the trailer has been hashed by now, the trailer has not. */
    private void compareHash(Content.Group head) {
        HashForm form = layout.form().hash();
        if (form != null && !form.inMarker()) {
            compare(form, head.text(FileHead.HASH), hash.text(), lines.line());
        }
    }

    private void compareBeside(@Nullable String beside) {
        HashForm form = layout.form().hash();
        if (form != null && form.inMarker()) {
            compare(form, beside, hash.text(), 0);
        }
    }

    static void compare(HashForm form, @Nullable String told, String found, long line) {
        if (told == null || !told.equals(found)) {
            throw new FileRefusal(line, Problem.at(FileHead.HASH, FailureCode.FILE_HASH_WRONG, form.algorithm().title()));
        }
    }

    private static Content.Group joined(Content.Group first, Content.Group second) {
        Content.GroupBuilder all = Content.group();
        first.members().forEach(all::put);
        second.members().forEach(all::put);
        return all.build();
    }
}
