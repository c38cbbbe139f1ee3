package io.jinqiao.adapter.file;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowPlaces;
import io.jinqiao.message.Shape;
import java.util.List;
import java.util.Map;

/** What a file must say, whatever its layout: the places of its head and rows, the rules between them, its sums. Thread-safe. */
interface Grammar {

    Shape.Group headShape();

    RowPlaces places();

    /** Head and trailer taken together. @throws io.jinqiao.message.Refusal with every problem */
    void checkHead(Content.Group head, List<Problem> earlier);

    /** @return every problem, the earlier ones among them */
    List<Problem> checkRow(Content.Group row, List<Problem> earlier);

    /** Rules between values that are right by themselves. */
    boolean consistent(FileRow row);

    /** Name in the head of how many rows there are. */
    String count();

    /** By name in the head: amounts of a row that count for it. */
    Map<String, List<String>> totals();

    static Grammar request(FileKind kind) {
        return new Request(kind, new RowPlaces(kind.rowShape()));
    }

    static Grammar result() {
        return new Result(new RowPlaces(FileResult.rowShape()));
    }

    record Request(FileKind kind, RowPlaces places) implements Grammar {
        @Override
        public Shape.Group headShape() {
            return kind.headShape();
        }

        @Override
        public void checkHead(Content.Group head, List<Problem> earlier) {
            FileHead.of(head, kind, earlier);
        }

        @Override
        public List<Problem> checkRow(Content.Group row, List<Problem> earlier) {
            return kind.check(row, earlier);
        }

        @Override
        public boolean consistent(FileRow row) {
            return kind.consistent(row);
        }

        @Override
        public String count() {
            return FileHead.ROWS;
        }

        @Override
        public Map<String, List<String>> totals() {
            return kind.totals();
        }
    }

    record Result(RowPlaces places) implements Grammar {
        @Override
        public Shape.Group headShape() {
            return FileResult.headShape();
        }

        @Override
        public void checkHead(Content.Group head, List<Problem> earlier) {
            FileResult.checkHead(head, earlier);
        }

        @Override
        public List<Problem> checkRow(Content.Group row, List<Problem> earlier) {
            return FileResult.checkRow(row, earlier);
        }

        @Override
        public boolean consistent(FileRow row) {
            return true;
        }

        @Override
        public String count() {
            return FileResult.ENTRIES;
        }

        @Override
        public Map<String, List<String>> totals() {
            return Map.of();
        }
    }
}
