package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FeedbackFile;
import io.jinqiao.credit.file.FeedbackHeader;
import io.jinqiao.credit.file.FeedbackProblem;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.store.ReportStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in what the Center says of a file. An answer that cannot be read whole, does not fit the file or contradicts itself changes nothing: a right one may come later. */
final class Answers {
    /** The Center refuses the whole file. */
    private static final int REFUSED = 2;

    /** It takes some records and refuses others. */
    private static final int IN_PART = 3;

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
        ReportStore.Sent sent = house.transaction().execute(status -> house.reports().find(name).orElse(null));
        if (sent == null) {
            return new Result(false, 0, 0, List.of(new FeedbackProblem(1, "从未发送过此文件", "no such file was ever sent")));
        }
        Refusals refused = new Refusals(sent.rows(), headerCounts);
        FeedbackFile.Result read = FeedbackFile.read(name, in, refused::add);
        Result result = house.transaction().execute(status -> apply(name, read, refused));
        if (result == null) {
            throw new UncheckedIOException(new IOException("no answer"));
        }
        return result;
    }

    private Result apply(FileName name, FeedbackFile.Result read, Refusals refused) {
        ReportStore.Sent sent = house.reports().find(name).orElseThrow();
        List<FeedbackProblem> problems = new ArrayList<>(read.problems());
        misfit(name, read.header(), refused, sent).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new Result(false, 0, 0, List.copyOf(problems));
        }
        return sent.answer() != null ? new Result(true, 0, 0, List.of()) : settle(name, sent, refused);
    }

    private static Optional<FeedbackProblem> misfit(FileName name, @Nullable FeedbackHeader header, Refusals refused, ReportStore.Sent sent) {
        if (refused.beyond()) {
            return problem("行号超出文件的 " + sent.rows() + " 条记录", "rows beyond the file's " + sent.rows() + " records");
        }
        if (header == null) {
            return Optional.empty();
        }
        if (!complete(header, sent.rows())) {
            return problem("反馈的记录数不是文件的 " + sent.rows() + " 条", "it tells of another number of records than the file's " + sent.rows());
        }
        if (header.flag() == IN_PART && refused.nameless()) {
            return problem("部分入库的反馈中有未指明记录的错误", "some were taken, and a refusal names no record");
        }
        if (header.flag() == IN_PART && refused.records().size() != header.wrong()) {
            return problem("文件头有 " + header.wrong() + " 条错误记录，正文涉及 " + refused.records().size() + " 条", "the header tells " + header.wrong() + " wrong records, its rows refuse " + refused.records().size());
        }
        return sent.answer() != null && sent.answer() != name.flag() ? problem("此前的反馈是 " + sent.answer(), "it was answered otherwise before") : Optional.empty();
    }

    private static Optional<FeedbackProblem> problem(String zh, String en) {
        return Optional.of(new FeedbackProblem(1, zh, en));
    }

    /** Every record is either loaded or refused; of a file refused whole nothing is told. */
    private static boolean complete(FeedbackHeader header, int rows) {
        return header.flag() == REFUSED || header.right() + header.wrong() == rows;
    }

    private Result settle(FileName name, ReportStore.Sent sent, Refusals refused) {
        if (name.flag() == REFUSED) {
            house.reports().allRefused(name, refused.whole().isEmpty() ? List.of("ABF") : refused.whole());
        }
        house.reports().refused(name, refused.records());
        int accepted = house.reports().accept(name);
        house.reports().answered(name, name.flag(), house.clock().instant());
        return new Result(false, accepted, sent.rows() - accepted, List.of());
    }
}
