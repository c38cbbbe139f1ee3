package io.jinqiao.workbench.simulate.credit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value that is not blank must look like. */
interface Form {
    String TYPE = "ABE001";
    String RANGE = "ABE008";
    int FIRST_YEAR = 1901;
    int LAST_YEAR = 2099;

    /** A day as 2026-09-30. */
    Form DATE = value -> dated(value, 10);

    /** A month as 2026-09. */
    Form MONTH = value -> dated(value, 7);

    /** @return null when it is well formed, else the id of the rule it breaks */
    @Nullable String breaks(String value);

    /** AN: exactly so many letters and digits. */
    static Form fixed(int length) {
        return like("[A-Za-z0-9]{" + length + "}");
    }

    /** AN.. */
    static Form upTo(int length) {
        return like("[A-Za-z0-9]{1," + length + "}");
    }

    /** ANC..: characters of any script; a rare one counts as one. */
    static Form text(int length) {
        return value -> value.codePointCount(0, value.length()) <= length ? null : TYPE;
    }

    static Form digits(int length) {
        return like("[0-9]{" + length + "}");
    }

    /** uInt..: whole yuan, periods, counts. */
    static Form whole(int length) {
        return like("[0-9]{1," + length + "}");
    }

    static Form oneOf(String codes) {
        Set<String> known = Set.of(codes.split(" "));
        return value -> known.contains(value) ? null : TYPE;
    }

    private static Form like(String form) {
        Pattern pattern = Pattern.compile(form);
        return value -> pattern.matcher(value).matches() ? null : TYPE;
    }

    private static @Nullable String dated(String value, int length) {
        try {
            int year = length == 10 ? LocalDate.parse(value).getYear() : YearMonth.parse(value).getYear();
            return value.length() != length ? TYPE : year < FIRST_YEAR || year > LAST_YEAR ? RANGE : null;
        } catch (DateTimeException e) {
            return TYPE;
        }
    }
}
