package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrears that nobody collects until they are three instalments late raise no score. */
class AgeingTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"default, 1", "default, 4", "default, 16", "collection-first, 1", "collection-first, 4", "collection-first, 16"})
    void aBalanceThatGrowsPastTwoInstalmentsLeavesNoIndicatorForNothing(String scheme, int loans) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/bank-contracts.yaml"), Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml")).replace("scheme: default", "scheme: " + scheme));
        try (Assessors here = new Assessors(home)) {
            BigDecimal before = total(here, 0);
            BigDecimal after = total(here, loans);
            assertThat(after).as("of sixteen loans one instalment late so many are four late").isLessThan(before);
            assertThat(total(here, loans + 1)).as("and one more, where O1 may have nothing left to lose").isLessThanOrEqualTo(after);
        }
    }

    private static BigDecimal total(Assessors here, int aged) {
        here.forget();
        WorkedExample.happens(here);
        here.jdbc.sql("UPDATE repayment_fact_stretch SET overdue = 4, oldest_due = '2026-02-20' WHERE partner = 'bank-a' AND account_no IN (SELECT 'L' || n FROM generate_series(1, ?) n)").param(aged).update();
        here.freeze();
        return here.jdbc.sql("SELECT total FROM assessment_fact_period").query(BigDecimal.class).single();
    }
}
