package io.jinqiao.repayment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTableTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules/warning/default.yaml");

    @TempDir
    Path home;

    @Test
    void theShippedSignsAreInForceAndNothingIsBefore() {
        assertThat(read().at(LocalDate.of(2026, 11, 29)).orElseThrow().rules()).hasSize(6).allSatisfy(rule -> assertThat(rule.zh()).isNotBlank());
        assertThat(read().at(LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            looks-at: lateness              | looks-at: latness               | "latness"                     | did you mean "lateness"?
            contributors: [employed]        | contributors: [employee]        | "employee"                    | did you mean "employed"?
            months: 3                       | month: 3                        | "month" is not known here     | months
            id: employer-stopped            | id: pledge-broken               | the sign pledge-broken is there twice | another id
            of: 3                           | of: 1                           | again is more than of         | at most 1
            instalments: 3                  | instalments: 1                  | instalments                   | -
            ahead: 20                       | days: 20                        | "ahead"                       | -
            grade: urgent                   | grade: red                      | "red"                         | urgent
            """)
    void aWrongFileIsRefusedWithItsLineAndTheFix(String from, String to, String what, String fix) throws IOException {
        assertThat(told(Files.readString(SHIPPED).replaceFirst(java.util.regex.Pattern.quote(from), to))).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("rules/warning/default.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.what() + problem.place()).contains(what);
            assertThat(problem.fix() == null ? "-" : problem.fix()).contains(fix);
        });
    }

    private SignTable read() {
        return new SignTable(new Sources(home, getClass().getClassLoader()));
    }

    private List<RuleProblem> told(String text) throws IOException {
        Path file = home.resolve("rules/warning/default.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        try {
            read();
            return List.of();
        } catch (RulebookException e) {
            return e.problems();
        }
    }
}
