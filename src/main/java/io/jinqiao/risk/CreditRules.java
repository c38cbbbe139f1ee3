package io.jinqiao.risk;

import io.jinqiao.message.ReportFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what a credit report says. Sources stand beside their numbers in {@code rules/risk-credit.yaml}. */
final class CreditRules {
    static final Map<String, Rule<ReportFacts>> ALL = Stream.of(
                    rule("arrears-now", "yuan", "overdueAmount", (report, p) -> report.overdueAmount() > p.whole("yuan")),
                    rule("months-late-in-a-row", "months", "longestOverdue", (report, p) -> report.longestOverdue() >= p.whole("months")),
                    rule("months-late-together", "months", "overdueMonths", (report, p) -> report.overdueMonths() >= p.whole("months")),
                    rule("housing-loans-open", "loans", "housing", (report, p) -> report.openHousing() > p.whole("loans")),
                    rule("asked-often", "enquiries", "enquiries", (report, p) -> report.enquiries() > p.whole("enquiries")))
            .collect(Collectors.toUnmodifiableMap(Rule::name, Function.identity()));

    private CreditRules() {}

    private static Rule<ReportFacts> rule(String name, String number, String field, BiPredicate<ReportFacts, Parameters> touched) {
        return new Rule<>(name, Set.of(number), Set.of(), (report, p) -> touched.test(report, p) ? List.of(field) : List.of());
    }
}
