package io.jinqiao.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The files between the centre and its partners: a head, rows of one form, and totals over the rows. */
public enum FileKind {
    /** What fell due and what was paid on an accounting date, for every loan of a bank. */
    REPAYMENT_STATUS(
            Operation.REPAYMENT_STATUS,
            f -> RepaymentRow.read(f)::content,
            RepaymentRow::consistent,
            Map.of("paid", parts("paid"), "unpaid", parts("unpaid")));

    private final Operation operation;
    private final Function<Fields, Supplier<Content.Group>> reader;
    private final Predicate<FileRow> consistent;
    private final Map<String, List<String>> totals;

    FileKind(
            Operation operation,
            Function<Fields, Supplier<Content.Group>> reader,
            Predicate<FileRow> consistent,
            Map<String, List<String>> totals) {
        this.operation = operation;
        this.reader = reader;
        this.consistent = consistent;
        this.totals = totals;
    }

    private static List<String> parts(String group) {
        return List.of("principal", "overduePrincipal", "interest", "overdueInterest", "penalty", "fine").stream()
                .map(part -> group + "." + part)
                .toList();
    }

    /** The operation whose single message says the same of one row. */
    public Operation operation() {
        return operation;
    }

    public String id() {
        return operation.id();
    }

    /** @throws IllegalArgumentException naming the known ones */
    public static FileKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no file '" + id + "'; known: " + Arrays.stream(values()).map(FileKind::id).toList()));
    }

    public Shape.Group headShape() {
        return Fields.shape(f -> FileHead.read(f, this));
    }

    public Shape.Group rowShape() {
        return Fields.shape(reader::apply);
    }

    /** Every problem of one row; none: its content is the row's. */
    public List<Problem> check(Content.Group row, List<Problem> earlier) {
        Fields f = Fields.of(row, earlier);
        reader.apply(f);
        return f.problems();
    }

    /** The rules between the values of a row whose single values are right, the same that {@link #check} knows. */
    public boolean consistent(FileRow row) {
        return consistent.test(row);
    }

    /** By the name of a total in the head: the amounts of a row that count for it. */
    public Map<String, List<String>> totals() {
        return new LinkedHashMap<>(totals);
    }
}
