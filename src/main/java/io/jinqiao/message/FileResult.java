package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file (回文): told back in the sender's own form, row by row where a row was refused.
 *
 * @param fileNo number of the file; null when it could not be read so far
 * @param fileName its name
 * @param rows how many rows were found; of a file that is refused whole, none is taken
 * @param problems why the whole file is refused; empty when it was taken
 * @param refused the rows that were not taken, in order, before them (line 0) what a file of a month lacks, at most {@link #MOST_REFUSED}
 * @param refusedRows how many there are, the ones not listed among them
 */
public record FileResult(
        @Nullable String fileNo,
        String fileName,
        @Nullable LocalDate accountingDate,
        long rows,
        List<LineProblem> problems,
        List<LineProblem> refused,
        long refusedRows) {
    /** More are counted, not listed: whoever got so much wrong starts with these. */
    public static final int MOST_REFUSED = 10_000;

    /** Name in its head of how many rows follow. */
    public static final String ENTRIES = "entries";

    /** @param line from 1; 0: the whole file is meant */
    public record LineProblem(long line, Problem problem) {}

    public enum Outcome {
        TAKEN,
        /** all but the refused rows */
        PARTLY_TAKEN,
        REFUSED
    }

    public FileResult {
        problems = List.copyOf(problems);
        refused = List.copyOf(refused);
    }

    public Outcome outcome() {
        return !problems.isEmpty() ? Outcome.REFUSED : refusedRows > 0 || !refused.isEmpty() ? Outcome.PARTLY_TAKEN : Outcome.TAKEN;
    }

    public long taken() {
        return problems.isEmpty() ? rows - refusedRows : 0;
    }

    public static Shape.Group headShape() {
        return Fields.shape(FileResult::readHead);
    }

    public static Shape.Group rowShape() {
        return Fields.shape(FileResult::readRow);
    }

    /** @throws Refusal with every problem */
    public static void checkHead(Content.Group content, List<Problem> earlier) {
        Fields f = Fields.of(content, earlier);
        readHead(f);
        f.refuseProblems();
    }

    public static List<Problem> checkRow(Content.Group content, List<Problem> earlier) {
        Fields f = Fields.of(content, earlier);
        readRow(f);
        return f.problems();
    }

    /** {@code code} is one of the partner's, {@code entries} how many rows follow. */
    private static void readHead(Fields f) {
        f.optionalText("fileNo", 32);
        f.text("fileName", 128);
        f.optionalDate("accountingDate");
        f.word("outcome", Outcome.class);
        f.text("code", 32);
        f.optionalText("text", 500);
        f.number("rows", 0, 999_999_999);
        f.number("taken", 0, 999_999_999);
        f.number("refused", 0, 999_999_999);
        f.number(ENTRIES, 0, 999_999_999);
        f.optionalText(FileHead.HASH, 128);
    }

    /** {@code code} is one of the partner's, {@code reason} one of our catalogue. */
    private static Object readRow(Fields f) {
        f.number("line", 0, 999_999_999);
        f.text("code", 32);
        f.text("reason", 64);
        f.optionalText("field", 200);
        f.optionalText("theirField", 200);
        return f.text("text", 500);
    }
}
