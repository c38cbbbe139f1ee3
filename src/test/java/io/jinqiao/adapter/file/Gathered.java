package io.jinqiao.adapter.file;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps every row and every refusal, for small files. */
final class Gathered implements RowSink {
    record Refused(long line, List<Problem> problems) {
        String first() {
            Problem p = problems.get(0);
            return line + " " + p.code().code() + " " + p.field() + " " + p.theirField();
        }
    }

    final List<Content.Group> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();

    @Override
    public void row(FileRow row) {
        rows.add(row.content());
        lines.add(row.line());
    }

    @Override
    public void refused(long line, List<Problem> problems) {
        refused.add(new Refused(line, problems));
    }
}
