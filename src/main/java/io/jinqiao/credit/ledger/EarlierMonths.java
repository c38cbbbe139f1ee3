package io.jinqiao.credit.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A month is not told past an earlier one that would say otherwise. While a bank has not told everything of a month nobody knows whether arrears began in it; and once an account is closed the
 * Center takes no arrears any more that wait for a notice.
 */
public final class EarlierMonths {
    private static final String FACTS = "FACTS";
    private static final Set<String> LEDGER = Set.of("ledger", "instalment");
    private static final Set<String> FINITE = Set.of("NOTICE", "UNDERWAY");

    /** A month that was not told, and why. */
    public record Waiting(YearMonth month, String rule, String item) {}

    private EarlierMonths() {}

    /** @param waiting of months before the one to be told @param closes whether the record closes the account @return the month that must be told first */
    public static Optional<YearMonth> first(List<Waiting> waiting, boolean closes) {
        return waiting.stream()
                .filter(one -> one.rule().equals(FACTS) ? LEDGER.contains(one.item()) : closes && FINITE.contains(one.rule()))
                .map(Waiting::month)
                .min(YearMonth::compareTo);
    }
}
