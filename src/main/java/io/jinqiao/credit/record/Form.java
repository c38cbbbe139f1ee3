package io.jinqiao.credit.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the value of an item is written (数据类型). Lengths count characters, not bytes. */
public sealed interface Form {
    String TYPE = "ABE001";
    String PREFIX = "ABE002";
    String OFFICE = "ABE003";
    String RANGE = "ABE008";

    /** The id of the rule a filled value breaks; null when it fits. */
    @Nullable String broken(String value, Reporter reporter);

    /** @param written as the Center writes it: {@code AN..60}, {@code uInt..15}, {@code Date}, {@code code AcctType} */
    static Form of(String written, CodeTables tables) {
        if (written.startsWith("code ")) {
            return new Code(tables.table(written.substring(5)));
        }
        Matcher sized = Sized.PATTERN.matcher(written);
        if (sized.matches()) {
            return sized(sized.group(1), sized.group(2) == null, Integer.parseInt(sized.group(3)));
        }
        return switch (written) {
            case "Date" -> new Day();
            case "Month" -> new Month();
            case "Org" -> new Office();
            default -> throw new IllegalArgumentException(written);
        };
    }

    private static Form sized(String kind, boolean fixed, int length) {
        return switch (kind) {
            case "Id" -> new Id(length);
            case "uInt" -> new Whole(length);
            default -> new Sized(kind, fixed, length);
        };
    }

    /** {@code N3}, {@code AN..60}, {@code ANC..30}: digits, printable ASCII without blanks, anything one can see. */
    record Sized(String kind, boolean fixed, int length) implements Form {
        private static final Pattern PATTERN = Pattern.compile("(N|AN|ANC|uInt|Id)(\\.\\.)?([0-9]+)");

        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            int count = value.codePointCount(0, value.length());
            boolean long_ = fixed ? count == length : count <= length;
            return long_ && all(value) ? null : TYPE;
        }

        private boolean all(String value) {
            for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
                if (!fits(value.codePointAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean fits(int c) {
            return switch (kind) {
                case "N" -> c >= '0' && c <= '9';
                case "AN" -> c > ' ' && c <= '~';
                default -> c >= ' ' && Character.isDefined(c) && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
            };
        }
    }

    /** Whole number without sign or leading zeros; amounts are whole yuan. */
    record Whole(int digits) implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            return value.length() <= digits && number(value) && (value.length() == 1 || value.charAt(0) != '0') ? null : TYPE;
        }
    }

    private static boolean number(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Identifier of the provider's own: its 14-character code, then at least one character. */
    record Id(int length) implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            if (value.length() > length || value.length() <= Reporter.LENGTH || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
                return TYPE;
            }
            return reporter.owns(value.substring(0, Reporter.LENGTH)) ? null : PREFIX;
        }
    }

    /** A head office or branch of the provider. */
    record Office() implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            return reporter.offices().contains(value) ? null : OFFICE;
        }
    }

    /** One of a table's codes. */
    record Code(Map<String, String> codes) implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            return codes.containsKey(value) ? null : TYPE;
        }
    }

    /** yyyy-MM-dd, 1901-01-01 to 2099-12-31. */
    record Day() implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            return parse(value) == null ? TYPE : Years.broken(value);
        }

        static @Nullable LocalDate parse(@Nullable String value) {
            try {
                return value == null || value.length() != 10 ? null : LocalDate.parse(value);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** yyyy-MM. */
    record Month() implements Form {
        @Override
        public @Nullable String broken(String value, Reporter reporter) {
            return parse(value) == null ? TYPE : Years.broken(value);
        }

        /** Of a month or a day; null when it is neither. */
        static @Nullable YearMonth parse(@Nullable String value) {
            try {
                return value == null || value.length() < 7 ? null : YearMonth.parse(value.substring(0, 7));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    /** The years the Center knows. */
    final class Years {
        private static final Set<String> CENTURIES = Set.of("19", "20");

        private Years() {}

        private static @Nullable String broken(String value) {
            return CENTURIES.contains(value.substring(0, 2)) && !value.startsWith("1900") ? null : RANGE;
        }
    }
}
