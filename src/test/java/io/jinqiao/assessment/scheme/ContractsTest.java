package io.jinqiao.assessment.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractsTest {
    private static final PartnerId BANK = new PartnerId("bank-a");

    @TempDir
    Path home;

    /** What is told of the shipped file with these rows: days and percent of the fee. */
    private List<String> told(String... rows) throws IOException {
        try {
            read(rows);
            return List.of();
        } catch (RulebookException e) {
            return e.problems().stream().map(RuleProblem::toString).toList();
        }
    }

    private Contracts read(String... rows) throws IOException {
        StringBuilder banks = new StringBuilder("banks:");
        for (String row : rows) {
            String[] parts = row.split("; ");
            banks.append("\n  - {bank: bank-a, effective: {").append(parts[0]).append("}, contract: {scheme: default, ").append(parts.length > 2 ? parts[2] + ", " : "")
                    .append("rhythm: month, fee: {percent: ").append(parts[1])
                    .append(", penalty-interest: excluded, held-back-percent: 0}, time: {cut-off: \"16:00\", review-days: 5, disbursement-days: 5, supplement-days: 5, silent-days: 15, closing-days: 3}}}");
        }
        Path file = home.resolve("rules/bank-contracts.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml")).replace("banks: []", banks));
        Sources sources = new Sources(home, getClass().getClassLoader());
        return new Contracts(sources, new Schemes(sources), "rules/bank-contracts.yaml");
    }

    private static String percent(Contracts contracts, String day) {
        return contracts.on(BANK, LocalDate.parse(day)).map(signed -> signed.contract().fee().percent().stripTrailingZeros().toPlainString() + " " + signed.to()).orElse("none");
    }

    @Test
    void ofEachDayTheContractThatWasSignedForItHolds() throws IOException {
        Contracts contracts = read("from: 2027-01-01, to: 2027-06-30; 4", "from: 2027-07-01, to: 2027-12-31; 3");
        assertThat(percent(contracts, "2026-12-31")).as("before the first of its own").isEqualTo("5 2026-12-31");
        assertThat(percent(contracts, "2027-06-30")).isEqualTo("4 2027-06-30");
        assertThat(percent(contracts, "2027-07-01")).isEqualTo("3 2027-12-31");
        assertThat(percent(contracts, "2028-01-01")).as("after the last nothing holds").isEqualTo("none");
        assertThat(contracts.lastOn(BANK, LocalDate.parse("2028-01-01")).fee().percent()).isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(contracts.on(new PartnerId("bank-b"), LocalDate.parse("2028-01-01")).orElseThrow().contract().rhythm()).isEqualTo(Contract.Rhythm.QUARTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from: 2027-01-01, to: 2027-06-30; 4 | from: 2027-06-30; 3                               | two contracts of bank-a hold on 2027-06-30
            from: 2027-01-01, to: 2027-06-30; 4 | from: 2027-07-02; 3                               | no contract of bank-a holds from 2027-07-01 to 2027-07-01
            from: 2027-01-01; 4                 | from: 2028-01-01; 3                               | two contracts of bank-a hold on 2028-01-01
            from: 2027-01-01, to: 2027-06-30; 4 | from: 2027-07-01, to: 2027-01-01; 3               | ends before it begins
            from: 2027-01-01, to: 2027-06-30; 4 | from: 2027-07-01; 6                               | above the cap of 5
            from: 2027-01-01, to: 2027-06-30; 4 | from: 2027-07-01; 3; scheme-from: 2026-02-01      | unknown version of the scheme
            """)
    void contractsThatLeaveADayOutOrHoldTwiceOrNameWhatIsNotThereAreRefusedWithTheirLine(String one, String other, String what) throws IOException {
        assertThat(told(one, other)).anySatisfy(problem -> assertThat(problem).contains(what).contains("bank-contracts.yaml"));
    }
}
