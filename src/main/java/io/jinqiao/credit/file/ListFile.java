package io.jinqiao.credit.file;

import io.jinqiao.credit.CreditLists;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a bank's monthly list: a header, then a line for each loan, six values between commas, none of them in quotes. Memory does not grow with it. */
public final class ListFile {
    /** More are not told. */
    public static final int MAX_PROBLEMS = 100;

    private static final int MAX_LINE = 200;
    private static final String NUMBER = "[0-9A-Za-z]{1,42}";
    private static final String WHOLE = "0|[1-9][0-9]{0,14}";

    private final Map<String, Set<String>> codes;
    private final Consumer<ListLine> taken;
    private final List<Problem> problems = new ArrayList<>();

    private ListFile(Map<String, Set<String>> codes, Consumer<ListLine> taken) {
        this.codes = codes;
        this.taken = taken;
    }

    /**
     * @param codes known ones of the items that have codes
     * @param taken each line that can be read
     * @return what is wrong with the others
     */
    public static List<Problem> read(InputStream in, Map<String, Set<String>> codes, Consumer<ListLine> taken) throws IOException {
        ListFile file = new ListFile(codes, taken);
        Lines lines = new Lines(in, MAX_LINE);
        for (byte[] line = lines.next(); line != null && file.problems.size() < MAX_PROBLEMS; line = lines.next()) {
            file.line(lines.number(), lines.cut() ? null : new String(line, StandardCharsets.UTF_8));
        }
        if (lines.number() == 0) {
            file.problem(1, FailureCode.FIELD_WRONG_FORM, CreditLists.HEADER);
        }
        return List.copyOf(file.problems);
    }

    private void line(long number, @Nullable String text) {
        if (number == 1) {
            if (text == null || !withoutMark(text).equals(CreditLists.HEADER)) {
                problem(number, FailureCode.FIELD_WRONG_FORM, CreditLists.HEADER);
            }
        } else if (text == null || !text.isEmpty()) {
            loan(number, text == null ? new String[0] : text.split(",", -1));
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void loan(long number, String[] values) {
        if (values.length != ListLine.ITEMS.size() + 1) {
            problem(number, FailureCode.FIELD_WRONG_FORM, CreditLists.HEADER);
            return;
        }
        int before = problems.size();
        if (!values[0].matches(NUMBER)) {
            problem(number + " loanAccountNo", FailureCode.FIELD_WRONG_FORM, NUMBER);
        }
        for (int i = 0; i < ListLine.ITEMS.size(); i++) {
            item(number, ListLine.ITEMS.get(i), values[i + 1]);
        }
        if (problems.size() == before) {
            taken.accept(new ListLine(values[0], List.of(values).subList(1, values.length)));
        }
    }

    private void item(long number, String item, String value) {
        Set<String> known = codes.get(item);
        if (known == null && !value.matches(WHOLE)) {
            problem(number + " " + item, FailureCode.FIELD_WRONG_FORM, WHOLE);
        } else if (known != null && !known.contains(value)) {
            problem(number + " " + item, FailureCode.CODE_UNKNOWN, String.join(", ", known));
        }
    }

    private void problem(long number, FailureCode code, String argument) {
        problem("" + number, code, argument);
    }

    private void problem(String place, FailureCode code, String argument) {
        problems.add(Problem.at("line " + place, code, argument));
    }
}
