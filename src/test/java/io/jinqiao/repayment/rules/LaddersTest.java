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

class LaddersTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules/collection/default.yaml");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"1, 1, re-deduct", "1, 2, re-deduct", "1, 3, message", "1, 400, phone", "2, 29, phone", "2, 30, letter", "3, 89, visit", "3, 90, guarantor", "6, 180, lawsuit"})
    void theShippedLadderGrowsWithInstalmentsAndDays(int instalments, int days, String rung) {
        assertThat(read().at(LocalDate.of(2026, 11, 28)).orElseThrow().fitting(instalments, days)).map(Ladder.Rung::id).hasValue(rung);
    }

    @Test
    void nothingFitsBeforeTheFirstDayAndNothingIsInForceBeforeTheFirstLadder() {
        assertThat(read().at(LocalDate.of(2026, 11, 28)).orElseThrow().fitting(1, 0)).isEmpty();
        assertThat(read().at(LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            step: lawsuit,             | step: lawsut,              | "lawsut"                                   | did you mean "lawsuit"?
            instalments: 6, days: 180  | instalments: 2, days: 180  | begins before the milder rung guarantor    | instalments at least 3
            days: 7, within: 3         | days: 3, within: 3         | begins together with the rung message      | more days
            step: visit, instalments   | step: phone, instalments   | milder than the rung before it: letter     | re-deduct, message
            id: visit                  | id: letter                 | the rung letter is there twice             | -
            whom: [guarantor, developer] | whom: [mortgagor]        | speaks to a person                         | add the person there
            to: "21:00"                | to: "07:00"                | no minute of the day lies between          | exchange from and to
            to: "21:00"                | to: "9 pm"                 | to                                         | -
            apart-not-reached: 4h      | apart-not-reached: 48h     | longer apart                               | at most 24h
            again: 15                  | agian: 15                  | "agian" is not known here                  | again
            """)
    void aWrongFileIsRefusedWithItsLineAndTheFix(String from, String to, String what, String fix) throws IOException {
        List<RuleProblem> told = told(Files.readString(SHIPPED).replace(from, to));
        assertThat(told).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("rules/collection/default.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.what() + problem.place()).contains(what);
            assertThat(problem.fix() == null ? "-" : problem.fix()).contains(fix);
        });
    }

    @Test
    void everyProblemOfEveryFileIsToldAtOnce() throws IOException {
        String shipped = Files.readString(SHIPPED);
        write("second.yaml", shipped.replace("id: visit", "id: letter").replace("again: 15", "again: 0"));
        List<RuleProblem> told = told(shipped.replace("to: \"21:00\"", "to: \"07:00\"").replace("id: visit", "id: letter"));
        assertThat(told).extracting(RuleProblem::file).containsExactly("rules/collection/default.yaml", "rules/collection/default.yaml", "rules/collection/second.yaml");
        assertThat(told(shipped)).singleElement().satisfies(problem -> assertThat(problem.place()).isEqualTo("again"));
    }

    @Test
    void twoLaddersNeverBeginOnOneDay() throws IOException {
        write("second.yaml", Files.readString(SHIPPED));
        assertThat(told(Files.readString(SHIPPED))).singleElement().satisfies(problem -> assertThat(problem.what()).contains("another ladder begins on 2020-01-01"));
    }

    private Ladders read() {
        return new Ladders(new Sources(home, getClass().getClassLoader()));
    }

    private List<RuleProblem> told(String text) throws IOException {
        write("default.yaml", text);
        try {
            read();
            return List.of();
        } catch (RulebookException e) {
            return e.problems();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("rules/collection/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
