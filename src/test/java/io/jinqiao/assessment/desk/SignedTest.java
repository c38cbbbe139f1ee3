package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was signed holds from its first day to its last, and no rule comes over days that ran under another. */
class SignedTest {
    private static final String TERMS = "penalty-interest: excluded, held-back-percent: 0}, time: {cut-off: \"16:00\", review-days: 5, disbursement-days: 5, supplement-days: 5, silent-days: 15, closing-days: 3}}";

    @TempDir
    Path home;

    private void contracts(String rows) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/bank-contracts.yaml"), Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml")).replace("banks: []", "banks:\n" + rows));
    }

    @Test
    void noPeriodReachesOverTheEndOfAContractAndEachHasItsOwnFee() throws IOException {
        contracts("  - {bank: bank-a, effective: {from: 2026-01-01, to: 2026-08-15}, contract: {scheme: default, rhythm: quarter, fee: {percent: 4, " + TERMS + "}\n"
                + "  - {bank: bank-a, effective: {from: 2026-08-16, to: 2026-09-10}, contract: {scheme: collection-first, rhythm: month, fee: {percent: 3, " + TERMS + "}\n");
        try (Assessors here = new Assessors(home)) {
            assertThat(why(here, Assessors.FIRST, Assessors.LAST)).contains("last = 2026-08-15");
            here.freeze(Assessors.FIRST, LocalDate.of(2026, 8, 15));
            here.freeze(LocalDate.of(2026, 8, 16), LocalDate.of(2026, 8, 31));
            here.freeze(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 10));
            here.watch();
            assertThat(here.line("count(*)", "assessment_fact_period WHERE state = 'running'")).as("nothing is watched without a contract").isEqualTo("0");
            assertThat(why(here, LocalDate.of(2026, 9, 11), LocalDate.of(2026, 9, 30))).contains("no contract on 2026-09-11");
            assertThat(here.lines("scheme, fee_percent::int, last_day", "assessment_fact_period ORDER BY first_day"))
                    .containsExactly("default 4 2026-08-15", "collection-first 3 2026-08-31", "collection-first 3 2026-09-10");
        }
    }

    @Test
    void aVersionOfTheSchemeThatBeginsWithinAPeriodHoldsForTheNextUnlessItWasSigned() throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/rules/assessment/default.yaml"));
        Files.createDirectories(home.resolve("rules/assessment"));
        Files.writeString(home.resolve("rules/assessment/default.yaml"), shipped.replace("{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-08-31}"));
        Files.writeString(home.resolve("rules/assessment/default-september.yaml"), shipped.replace("{from: 2026-01-01}", "{from: 2026-09-01}"));
        try (Assessors here = new Assessors(home)) {
            here.freeze();
            here.freezeNext();
            assertThat(here.lines("scheme_from", "assessment_fact_period ORDER BY first_day")).containsExactly("2026-01-01", "2026-09-01");
        }
        contracts("  - {bank: bank-a, effective: {from: 2026-01-01}, contract: {scheme: default, scheme-from: 2026-01-01, rhythm: quarter, fee: {percent: 4, " + TERMS + "}\n");
        try (Assessors here = new Assessors(home)) {
            here.freeze();
            here.freezeNext();
            assertThat(here.lines("scheme_from", "assessment_fact_period ORDER BY first_day")).containsExactly("2026-01-01", "2026-01-01");
        }
    }

    private static String why(Assessors here, LocalDate first, LocalDate last) {
        return catchThrowableOfType(Refusal.class, () -> here.freeze(first, last)).problems().toString();
    }
}
