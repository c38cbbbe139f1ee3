package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.console.facts.AssessmentFiles;
import io.jinqiao.support.IndependentScore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A program that shares nothing with the gateway computes each exported score again. */
class RecomputeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"default, 80.86 B 0.9000", "collection-first, 78.59 C 0.8859"})
    void aProgramOfItsOwnComesToTheSame(String scheme, String score) throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/bank-contracts.yaml"), Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml")).replace("scheme: default", "scheme: " + scheme));
        try (Assessors here = new Assessors(home)) {
            WorkedExample.happens(here);
            export(here, here.freeze());
            IndependentScore.Ran ran = recompute();
            assertThat(ran.said()).contains(score).contains("as exported");
            assertThat(ran.exit()).isZero();
            export(here, here.freezeNext());
            assertThat(recompute().said()).contains("as exported");
        }
        Path exported = folder.resolve("score.csv");
        Files.writeString(exported, Files.readString(exported).replaceAll(",too-little-graded,|,points,", ",veto,"));
        assertThat(recompute()).satisfies(ran -> {
            assertThat(ran.exit()).as("a score that was changed").isOne();
            assertThat(ran.said()).contains("the export says veto");
        });
    }

    @Test
    void theProgramImportsNothingButTheJdk() throws IOException {
        assertThat(Files.readAllLines(IndependentScore.PROGRAM)).filteredOn(line -> line.startsWith("import ")).isNotEmpty().allMatch(line -> line.startsWith("import java."));
        assertThat(Files.readString(IndependentScore.PROGRAM)).doesNotContain("io.jinqiao");
    }

    private void export(Assessors here, String no) throws IOException {
        AssessmentFiles files = new AssessmentFiles(new JdbcTemplate(here.database));
        write("cases.csv", out -> files.cases(no, out));
        write("score.csv", out -> files.score(no, out));
        write("indicators.csv", out -> files.indicators(no, out));
        Files.writeString(folder.resolve("scheme.txt"), here.line("scheme_text", "assessment_fact_period WHERE period_no = '" + no + "'"));
    }

    private void write(String name, Consumer<Writer> content) throws IOException {
        StringWriter text = new StringWriter();
        content.accept(text);
        Files.writeString(folder.resolve(name), text.toString());
    }

    private IndependentScore.Ran recompute() throws Exception {
        return IndependentScore.computed(folder);
    }
}
