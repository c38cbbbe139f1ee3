package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contracts.Signed;
import java.time.LocalDate;
import java.util.Optional;

/** Which days are a period: a whole month, quarter or year as the contract has it; a shorter one only where a contract begins or ends within it, or one was cut before. */
public final class Periods {
    private Periods() {}

    /**
     * The period a day lies in.
     *
     * @param signed holds on the day
     * @param behind the day after the last frozen period; empty: none was frozen
     */
    public static Days of(Signed signed, LocalDate day, Optional<LocalDate> behind) {
        LocalDate first = later(signed.contract().rhythm().first(day), signed.from());
        LocalDate last = signed.contract().rhythm().last(day);
        return new Days(behind.filter(next -> !next.isAfter(day)).map(next -> later(first, next)).orElse(first), signed.to().isBefore(last) ? signed.to() : last);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
