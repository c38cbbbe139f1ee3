package io.jinqiao.assessment.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemesTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules/assessment/default.yaml");

    @TempDir
    Path home;

    private Schemes read() {
        return new Schemes(new Sources(home, getClass().getClassLoader()));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("rules/assessment/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What is told of the shipped default after one change of its text. */
    private List<RuleProblem> told(String from, String to) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(from);
        write("default.yaml", text.replace(from, to));
        try {
            read();
            return List.of();
        } catch (RulebookException e) {
            return e.problems();
        }
    }

    @Test
    void bothShippedSchemesHold() {
        Schemes schemes = read();
        assertThat(schemes.all()).extracting(Scheme::name).containsExactly("collection-first", "default");
        assertThat(schemes.all()).allSatisfy(scheme -> assertThat(scheme.indicators().stream()
                        .map(Indicator::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100"));
        assertThat(schemes.at("default", LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(schemes.at("default", LocalDate.of(2026, 1, 1))).isPresent();
    }

    @Test
    void followsDerivedValuesToTheirFacts() {
        Scheme scheme = read().at("default", LocalDate.of(2026, 6, 1)).orElseThrow();
        assertThat(scheme.facts(Set.of("weighted_errors", "cases")))
                .containsExactly(Fact.CASES, Fact.ERRORS_GRADE_1, Fact.ERRORS_GRADE_2, Fact.ERRORS_GRADE_3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            weight: 15                         | weight: 16                              | the weights add up to 101            | change weights by -1
            of: loans_cured_next_month         | of: loans_cured_next_mont               | unknown fact "loans_cured_next_mont" | did you mean "loans_cured_next_month"?
            of: contacts_on_time               | of: contacts_on_time > 3                | expected type 'int' but found 'bool' | comparisons
            of: contacts_on_time               | of: contacts_on_time / 2                | undeclared reference to '_/_'        | whole numbers
            of: contacts_on_time               | of: contacts_on_time +                  | mismatched input                     | whole numbers
            when: red_line_events > 0          | when: red_line_events                   | expected type 'bool'                 | comparisons
            grade: E}\\nbands                  | grade: F}\\nbands                       | unknown grade "F"                    | known: A, B, C, D, E
            from: 70, below: 80                | from: 70, below: 79                     | a gap between bands: 79 .. 80        | below: 80
            from: 70, below: 80                | from: 70, below: 81                     | bands overlap: 80 .. 81              | below: 80
            from: 0, below: 60                 | from: 1, below: 60                      | nothing is said of points below 1    | begin at 0
            coefficient: 0.80                  | coefficient: 0.95                       | a lower grade has a higher coefficient than B | -
            full: 0.30                         | full: 2.00                              | do not fit "better: less"            | exchange full and zero
            {from: 2026-01-01}                 | {from: 2026-01-01, to: 2025-01-01}      | ends before it begins                | -
            id: O2                             | id: O1                                  | the indicator O1 is there twice      | -
            name: weighted_errors              | name: cases                             | the name cases is taken              | -
            of: cases_audited, least: 100      | of: cases_audited, least: 62            | one case takes nearly all points of Q2 | least: 63 or more
            block: service                     | block: servce                           | "servce"                             | did you mean "service"?
            """)
    void refusesAWrongFileWithItsLineAndTheFix(String from, String to, String what, String fix) throws IOException {
        List<RuleProblem> told = told(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(told).anySatisfy(problem -> {
            assertThat(problem.what()).contains(what);
            assertThat(problem.file()).isEqualTo("rules/assessment/default.yaml");
            assertThat(problem.line()).isPositive();
            if (!fix.equals("-")) {
                assertThat(problem.fix()).contains(fix);
            }
        });
    }

    @Test
    void refusesFormulasThatGoRoundInACircle() throws IOException {
        String circle = "  - {name: first_part, formula: second_part + 1}\n  - {name: second_part, formula: first_part + 1}\nindicators:";
        assertThat(told("indicators:", circle))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("go round in a circle: first_part, second_part"));
    }

    @Test
    void tellsEveryProblemOfEveryFileAtOnce() throws IOException {
        String text = Files.readString(SHIPPED);
        write("default.yaml", text.replace("weight: 15", "weight: 5").replace("of: reviews_on_time", "of: reviews_on_tme"));
        write("another.yaml", text.replace("scheme: default", "scheme: another").replace("from: 70, below: 80", "from: 70, below: 90"));
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(RulebookException.class, e -> assertThat(e.problems())
                        .extracting(RuleProblem::file)
                        .containsExactly(
                                "rules/assessment/another.yaml",
                                "rules/assessment/default.yaml",
                                "rules/assessment/default.yaml"));
    }

    @Test
    void refusesTwoVersionsOfASchemeThatHoldOnTheSameDay() throws IOException {
        String text = Files.readString(SHIPPED);
        write("default-2027.yaml", text.replace("{from: 2026-01-01}", "{from: 2027-01-01}"));
        assertThatThrownBy(this::read).hasMessageContaining("holds on the same days");
        write("default.yaml", text.replace("{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-12-31}"));
        Schemes schemes = read();
        assertThat(schemes.at("default", LocalDate.of(2026, 12, 31)).orElseThrow().from()).isEqualTo("2026-01-01");
        assertThat(schemes.at("default", LocalDate.of(2027, 1, 1)).orElseThrow().from()).isEqualTo("2027-01-01");
    }

    @Test
    void aRampWiderThanABandOrBesideStepsIsRefused() throws IOException {
        assertThat(told("ramp: 5 ", "ramp: 10.5 ")).extracting(RuleProblem::toString).hasSize(3).allMatch(text -> text.contains("wider than the band"));
        assertThat(told("coefficient: linear", "coefficient: steps")).singleElement().satisfies(problem -> assertThat(problem.toString()).contains("belongs to a linear coefficient"));
    }
}
