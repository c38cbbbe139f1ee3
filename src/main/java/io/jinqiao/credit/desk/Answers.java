package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FeedbackFile;
import io.jinqiao.credit.file.FeedbackHeader;
import io.jinqiao.credit.file.FeedbackProblem;
import io.jinqiao.credit.file.FeedbackRow;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.store.ReportStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in what the Center says of a file. An answer that cannot be read whole, or does not fit the file, changes nothing. */
final class Answers {
    /** The Center refuses the whole file. */
    private static final int REFUSED = 2;

    private final Reports house;
    private final boolean headerCounts;

    /** @param headerCounts whether the Center counts the header as the first row */
    Answers(Reports house, boolean headerCounts) {
        this.house = house;
        this.headerCounts = headerCounts;
    }

    /** @param repeated the same answer was taken in before: nothing was done @param accepted records that are in the ledger now */
    record Result(boolean repeated, int accepted, int refused, List<FeedbackProblem> problems) {}

    /** @param name of the answer's file, whose last character says what became of ours */
    Result take(FileName name, InputStream in) throws IOException {
        Map<Integer, List<String>> refused = new LinkedHashMap<>();
        List<String> whole = new ArrayList<>();
        FeedbackFile.Result read = FeedbackFile.read(name, in, row -> sort(row, refused, whole));
        Result result = house.transaction().execute(status -> apply(name, read, refused, whole));
        if (result == null) {
            throw new UncheckedIOException(new IOException("no answer"));
        }
        return result;
    }

    private void sort(FeedbackRow row, Map<Integer, List<String>> refused, List<String> whole) {
        List<String> rules = row.errors().stream().map(error -> error.code() + " " + error.tag()).toList();
        if (row.row() == 0) {
            whole.addAll(rules);
        } else {
            refused.merge(headerCounts ? row.row() - 1 : row.row(), rules, (one, other) -> {
                List<String> both = new ArrayList<>(one);
                both.addAll(other);
                return both;
            });
        }
    }

    private Result apply(FileName name, FeedbackFile.Result read, Map<Integer, List<String>> refused, List<String> whole) {
        List<FeedbackProblem> problems = new ArrayList<>(read.problems());
        ReportStore.Sent sent = house.reports().find(name).orElse(null);
        if (sent == null) {
            problems.add(new FeedbackProblem(1, "从未发送过此文件", "no such file was ever sent"));
        } else if (refused.keySet().stream().anyMatch(row -> row < 1 || row > sent.rows())) {
            problems.add(new FeedbackProblem(1, "行号超出文件的 " + sent.rows() + " 条记录", "rows beyond the file's " + sent.rows() + " records"));
        } else if (!complete(read, sent.rows())) {
            problems.add(new FeedbackProblem(1, "反馈的记录数不是文件的 " + sent.rows() + " 条", "it tells of another number of records than the file's " + sent.rows()));
        } else if (sent.answer() != null && sent.answer() != name.flag()) {
            problems.add(new FeedbackProblem(1, "此前的反馈是 " + sent.answer(), "it was answered otherwise before"));
        }
        if (!problems.isEmpty() || sent == null) {
            return new Result(false, 0, 0, List.copyOf(problems));
        }
        return sent.answer() != null ? new Result(true, 0, 0, List.of()) : settle(name, sent, refused, whole);
    }

    /** Every record is either loaded or refused; of a file refused whole nothing is told. */
    private static boolean complete(FeedbackFile.Result read, int rows) {
        FeedbackHeader header = read.header();
        return header == null || header.flag() == REFUSED || header.right() + header.wrong() == rows;
    }

    private Result settle(FileName name, ReportStore.Sent sent, Map<Integer, List<String>> refused, List<String> whole) {
        if (name.flag() == REFUSED) {
            house.reports().allRefused(name, whole.isEmpty() ? List.of("ABF") : whole);
        }
        house.reports().refused(name, refused);
        int accepted = house.reports().accept(name);
        house.reports().answered(name, name.flag(), house.clock().instant());
        return new Result(false, accepted, sent.rows() - accepted, List.of());
    }
}
