package io.jinqiao.assessment.score;

import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.scheme.Schemes;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The bank of the worked check: 80.86 points. */
final class SheetExample {
    private static final Schemes SCHEMES = new Schemes(new Sources(Path.of("target/no-home"), SheetExample.class.getClassLoader()));

    private SheetExample() {}

    static Scheme scheme(String name) {
        return SCHEMES.at(name, LocalDate.of(2026, 6, 30)).orElseThrow();
    }

    static Map<Fact, Long> facts() {
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.BALANCE, 500_000_000_00L);
        facts.put(Fact.PRINCIPAL_LATE_3_PLUS, 50_000_00L); // 0.10 per mille
        facts.put(Fact.BALANCE_LATE_1_TO_2, 4_000_000_00L); // 0.80 %
        facts.put(Fact.LOANS_REPAYING, 2_000L);
        facts.put(Fact.BALANCE_BY_RISK, 500_000_000_00L); // of everybody's mix
        facts.put(Fact.LATE_LOANS_EXPECTED, 16L);
        facts.put(Fact.LATE_LOANS_COMPARED, 16L);
        share(facts, Fact.LOANS_CURED_NEXT_MONTH, Fact.LOANS_LATE_ONE, 86, 100);
        share(facts, Fact.CONTACTS_ON_TIME, Fact.CONTACTS_DUE, 97, 100);
        share(facts, Fact.REVIEWS_ON_TIME, Fact.REVIEWS, 98, 100);
        share(facts, Fact.DISBURSEMENTS_ON_TIME, Fact.DISBURSEMENTS, 99, 100);
        share(facts, Fact.MORTGAGE_RESULTS_ON_TIME, Fact.MORTGAGE_RESULTS, 96, 100);
        share(facts, Fact.CASES_NOT_RETURNED, Fact.CASES, 9_500, 10_000);
        facts.put(Fact.CASES_AUDITED, 2_000L); // 8 of 2000 are 4 per mille: 1 + 2 + 5
        facts.put(Fact.ERRORS_GRADE_1, 1L);
        facts.put(Fact.ERRORS_GRADE_2, 1L);
        facts.put(Fact.ERRORS_GRADE_3, 1L);
        facts.put(Fact.RED_LINE_EVENTS, 0L);
        share(facts, Fact.RECONCILIATION_ITEMS_MATCHED, Fact.RECONCILIATION_ITEMS, 9_997, 10_000);
        share(facts, Fact.REPLIES_ON_TIME, Fact.REPLIES_DUE, 996, 1_000);
        share(facts, Fact.FILES_ON_TIME, Fact.FILES_DUE, 60, 60);
        facts.put(Fact.SURVEY_ANSWERS, 50L);
        facts.put(Fact.SURVEY_POINTS, 4_800L);
        facts.put(Fact.COMPLAINTS_UPHELD, 1L);
        return facts;
    }

    private static void share(Map<Fact, Long> facts, Fact of, Fact per, long part, long whole) {
        facts.put(of, part);
        facts.put(per, whole);
    }
}
