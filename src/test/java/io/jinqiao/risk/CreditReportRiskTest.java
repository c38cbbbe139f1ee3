package io.jinqiao.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.Finding;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a credit report says becomes risk points by numbers of the house's own file. */
class CreditReportRiskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final ReportFacts.HousingLoan OPEN = new ReportFacts.HousingLoan(false, "2021-05-20", 1_200_000, 900_000, false);
    private static final ReportFacts.HousingLoan CLOSED = new ReportFacts.HousingLoan(true, "2011-05-20", 200_000, 0, true);

    @TempDir
    Path home;

    private final Risk risk = new RiskDesk(new Sources(Path.of("target/no-home")), CLOCK);

    private static ReportFacts report(long arrears, int together, int inARow, int homes, int enquiries) {
        List<ReportFacts.HousingLoan> housing = new java.util.ArrayList<>(Collections.nCopies(homes, OPEN));
        housing.add(CLOSED);
        return new ReportFacts("R1", null, 3, 2, arrears > 0 ? 1 : 0, arrears, together, inARow, 900_000, 5_730, housing, true, enquiries);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 5, 2, 1, 10, ''
            1, 0, 0, 0, 0, arrears-now
            0, 6, 0, 0, 0, months-late-together
            0, 0, 3, 0, 0, months-late-in-a-row
            0, 0, 0, 2, 0, housing-loans-open
            0, 0, 0, 0, 11, asked-often""")
    void eachRuleBeginsAtItsNumber(long arrears, int together, int inARow, int homes, int enquiries, String rule) {
        assertThat(risk.ofReport(report(arrears, together, inARow, homes, enquiries))).extracting(Finding::rule).containsExactlyElementsOf(rule.isEmpty() ? List.of() : Arrays.asList(rule));
    }

    @Test
    void tellsEverythingTheGravestFirstAndNamesNoValueOfTheReport() {
        List<Finding> found = risk.ofReport(report(123_457, 17, 14, 3, 19));
        assertThat(found).hasSize(5);
        assertThat(found.get(4).rule()).isEqualTo("asked-often");
        assertThat(found).extracting(Finding::text).noneMatch(text -> text.matches(".*[0-9].*"));
    }

    @Test
    void aRuleThatIsMissingInTheHousesFileIsRefusedAtStart() throws IOException {
        Files.createDirectories(home.resolve("rules"));
        String packaged = Files.readString(Path.of("src/main/resources/rules/risk-credit.yaml"));
        Files.writeString(home.resolve("rules/risk-credit.yaml"), packaged.substring(0, packaged.indexOf("  - rule: asked-often")));
        assertThatThrownBy(() -> new RiskDesk(new Sources(home), CLOCK)).isInstanceOf(RulebookException.class).hasMessageContaining("asked-often");
    }
}
