package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values out of a {@link Content.Group} and keeps every problem instead of stopping at the first.
 *
 * <p>After a problem the read returns null; nobody may use the values before {@link #refuseProblems()} has passed, so the
 * nulls of a broken message are never seen. One reader per message; children share its list.
 */
@NullUnmarked
public final class Fields {
    /** Empty, or blanks of any script, control and invisible characters only. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]*+");

    private final Content.Group group;
    private final String path;
    private final List<Problem> problems;
    /** Set when nothing is read and the places asked for are noted instead. */
    private final @Nullable Shapes shapes;

    private Fields(Content.Group group, String path, List<Problem> problems) {
        this(group, path, problems, null);
    }

    private Fields(Content.Group group, String path, List<Problem> problems, @Nullable Shapes shapes) {
        this.group = group;
        this.path = path;
        this.problems = problems;
        this.shapes = shapes;
    }

    public static Fields of(Content.Group group) {
        return new Fields(group, "", new ArrayList<>());
    }

    /** Reads with problems that were found further out already on the list. */
    public static Fields of(Content.Group group, List<Problem> earlier) {
        return new Fields(group, "", new ArrayList<>(earlier));
    }

    /** The places a reader asks for, found by letting it read nothing. */
    public static Shape.Group shape(Consumer<Fields> reader) {
        Shapes shapes = new Shapes();
        try {
            reader.accept(new Fields(Content.Group.EMPTY, "", new ArrayList<>(), shapes));
        } catch (Refusal everythingIsMissing) {
            // a reader refuses only after it has asked for everything
        }
        return shapes.group(true);
    }

    /** Required text of 1 to {@code max} characters (code points). */
    public String text(String name, int max) {
        note(name, Shape.Type.TEXT, true, max);
        return checked(name, required(name), max);
    }

    public @Nullable String optionalText(String name, int max) {
        note(name, Shape.Type.TEXT, false, max);
        return checked(name, optional(name), max);
    }

    /** Required value; {@code parser} throws {@link IllegalValue} for a text that cannot be one. */
    public <T> T value(String name, Function<String, T> parser) {
        note(name, Shape.Type.VALUE, true, 0);
        return parsed(name, required(name), parser);
    }

    public <T> @Nullable T optionalValue(String name, Function<String, T> parser) {
        note(name, Shape.Type.VALUE, false, 0);
        return parsed(name, optional(name), parser);
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        noteWord(name, type, true);
        return parsed(name, required(name), word -> Words.parse(word, type));
    }

    public <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> type) {
        noteWord(name, type, false);
        return parsed(name, optional(name), word -> Words.parse(word, type));
    }

    /** Required amount of at least one fen. */
    public Money money(String name) {
        note(name, Shape.Type.MONEY, true, 0);
        return parsed(name, required(name), Money::parsePositive);
    }

    /** Required amount that may be nothing. */
    public Money moneyOrZero(String name) {
        note(name, Shape.Type.MONEY, true, 0);
        return parsed(name, required(name), Money::parse);
    }

    public @Nullable Money optionalMoney(String name) {
        note(name, Shape.Type.MONEY, false, 0);
        return parsed(name, optional(name), Money::parse);
    }

    public LocalDate date(String name) {
        note(name, Shape.Type.DATE, true, 0);
        return parsed(name, required(name), Fields::parseDate);
    }

    public @Nullable LocalDate optionalDate(String name) {
        note(name, Shape.Type.DATE, false, 0);
        return parsed(name, optional(name), Fields::parseDate);
    }

    public Instant instant(String name) {
        note(name, Shape.Type.INSTANT, true, 0);
        return parsed(name, required(name), Fields::parseInstant);
    }

    public @Nullable Instant optionalInstant(String name) {
        note(name, Shape.Type.INSTANT, false, 0);
        return parsed(name, optional(name), Fields::parseInstant);
    }

    /** Required whole number between {@code min} and {@code max}; 0 after a problem. */
    public int number(String name, int min, int max) {
        note(name, Shape.Type.NUMBER, true, max);
        Integer number = parsed(name, required(name), text -> parseNumber(text, min, max));
        return number == null ? 0 : number;
    }

    public @Nullable Integer optionalNumber(String name, int min, int max) {
        note(name, Shape.Type.NUMBER, false, max);
        return parsed(name, optional(name), text -> parseNumber(text, min, max));
    }

    public boolean flag(String name) {
        note(name, Shape.Type.FLAG, true, 0);
        Boolean flag = parsed(name, required(name), Fields::parseFlag);
        return flag != null && flag;
    }

    /** A required group; reads nothing but raises no second problem when it is missing. */
    public <T> @Nullable T group(String name, Function<Fields, T> reader) {
        if (shapes != null) {
            return inside(name, reader, shapes.group(name, true));
        }
        Content content = group.get(name);
        if (content instanceof Content.Group inner) {
            return reader.apply(new Fields(inner, place(name), problems));
        }
        if (!(content instanceof Content.Refused)) {
            problem(name, content == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_WRONG_FORM, "group");
        }
        return null;
    }

    public <T> @Nullable T optionalGroup(String name, Function<Fields, T> reader) {
        if (shapes != null) {
            return inside(name, reader, shapes.group(name, false));
        }
        return group.get(name) == null ? null : group(name, reader);
    }

    /** Rows, between {@code min} and {@code max} of them. */
    public <T> List<T> rows(String name, int min, int max, Function<Fields, T> reader) {
        if (shapes != null) {
            inside(name, reader, shapes.rows(name, min, max));
            return List.of();
        }
        Content content = group.get(name);
        if (content instanceof Content.Refused) {
            return List.of();
        }
        List<Content.Group> rows = content instanceof Content.Rows r ? r.rows() : List.of();
        if (content != null && !(content instanceof Content.Rows)) {
            problem(name, FailureCode.FIELD_WRONG_FORM, "rows");
        } else if (rows.size() < min || rows.size() > max) {
            problem(name, rows.isEmpty() ? FailureCode.FIELD_MISSING : FailureCode.TOO_MANY_ROWS, "" + min, "" + max);
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), max); i++) {
            read.add(reader.apply(new Fields(rows.get(i), place(name) + "[" + i + "]", problems)));
        }
        return read;
    }

    /** Records a problem at a place relative to this group. */
    public void problem(String name, FailureCode code, String... arguments) {
        problems.add(Problem.at(place(name), code, arguments));
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** @throws Refusal with every problem found so far */
    public void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private @Nullable String required(String name) {
        if (group.get(name) == null) {
            problem(name, FailureCode.FIELD_MISSING);
        }
        return optional(name);
    }

    private @Nullable String optional(String name) {
        Content content = group.get(name);
        if (content == null || content instanceof Content.Refused) {
            return null;
        }
        if (content instanceof Content.Text text) {
            return text.value();
        }
        problem(name, FailureCode.FIELD_WRONG_FORM, "text");
        return null;
    }

    private @Nullable String checked(String name, @Nullable String text, int max) {
        if (text == null) {
            return null;
        }
        if (NOTHING_TO_SEE.matcher(text).matches()) {
            problem(name, FailureCode.FIELD_EMPTY);
        } else if (text.codePointCount(0, text.length()) > max) {
            problem(name, FailureCode.FIELD_TOO_LONG, "" + max);
        } else {
            return text;
        }
        return null;
    }

    private <T> @Nullable T parsed(String name, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalValue e) {
            problem(name, e.code(), e.arguments().toArray(String[]::new));
            return null;
        }
    }

    private <T> @Nullable T inside(String name, Function<Fields, T> reader, Shapes inner) {
        return reader.apply(new Fields(Content.Group.EMPTY, place(name), problems, inner));
    }

    private void note(String name, Shape.Type type, boolean required, int max) {
        if (shapes != null) {
            shapes.leaf(name, new Shape.Leaf(type, required, max, List.of()));
        }
    }

    private <E extends Enum<E>> void noteWord(String name, Class<E> type, boolean required) {
        if (shapes != null) {
            List<String> words = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
            shapes.leaf(name, new Shape.Leaf(Shape.Type.WORD, required, 0, words));
        }
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Earlier days are slips of the keyboard; 9999-12-31 stands for "without end" on identity cards. */
    private static LocalDate parseDate(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyy-MM-dd, " + FIRST_DAY + " – " + LAST_DAY);
    }

    private static Instant parseInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "ISO-8601 UTC");
        }
    }

    private static int parseNumber(String text, int min, int max) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (!Form.DIGITS.fits(digits, 1, 9)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "0-9");
        }
        int number = Integer.parseInt(text);
        if (number < min || number > max) {
            throw new IllegalValue(FailureCode.NUMBER_OUT_OF_RANGE, "" + min, "" + max);
        }
        return number;
    }

    private static boolean parseFlag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalValue(FailureCode.CODE_UNKNOWN, "true, false");
        }
        return text.equals("true");
    }
}
