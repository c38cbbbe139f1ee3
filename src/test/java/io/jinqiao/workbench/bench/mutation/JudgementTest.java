package io.jinqiao.workbench.bench.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A survivor needs a reason of its own; a reason stays with its line. */
class JudgementTest {
    private static final Path REPORT = Path.of("target/pit-reports/some");
    private static final String NEGATED = "negated conditional";

    @TempDir
    private Path checkout;

    @BeforeEach
    void source() throws IOException {
        Path source = checkout.resolve("src/main/java/io/jinqiao/signing/Gate.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class Gate {\n    if (a || b) {\n        close();\n");
    }

    private List<Mutant> mutants(String... elements) throws IOException {
        Files.createDirectories(checkout.resolve(REPORT));
        Files.writeString(
                checkout.resolve(REPORT).resolve("mutations.xml"), "<mutations>" + String.join("", elements) + "</mutations>");
        return new PitReport(checkout).read(REPORT);
    }

    private static String element(String status, int line, String description) {
        return "<mutation detected='" + !status.equals("SURVIVED") + "' status='" + status + "'>"
                + "<sourceFile>Gate.java</sourceFile><mutatedClass>io.jinqiao.signing.Gate</mutatedClass>"
                + "<mutatedMethod>open</mutatedMethod><lineNumber>" + line + "</lineNumber><description>" + description
                + "</description></mutation>";
    }

    private static AcceptedSurvivor reason(String code, Integer times) {
        return new AcceptedSurvivor("signing.Gate#open", "negated", code, times, "both sides are equal");
    }

    @Test
    void countsWhatWasKilledSurvivedAndExplained() throws IOException {
        List<Mutant> mutants =
                mutants(element("KILLED", 3, "removed call"), element("SURVIVED", 2, NEGATED), element("SURVIVED", 3, "removed call"));
        Judgement judgement = Judgement.of(mutants, List.of(reason("a || b", null)));
        assertThat(judgement.rows()).containsExactly(new Judgement.Row("signing.Gate", 3, 1, 2, 1));
        assertThat(judgement.unexplained()).containsExactly(mutants.get(2));
        assertThat(judgement.clean()).isFalse();
        assertThat(judgement.words()).contains("survived without a reason: signing.Gate:3 open: removed call\n      close();");
    }

    @Test
    void isCleanOnlyWhenEverySurvivorHasItsReason() throws IOException {
        List<Mutant> two = mutants(element("SURVIVED", 2, NEGATED), element("SURVIVED", 2, NEGATED));
        assertThat(Judgement.of(two, List.of(reason("a || b", 2))).clean()).isTrue();
        assertThat(Judgement.of(two, List.of(reason("a || b", null))).clean()).as("one reason for two").isFalse();
        assertThat(Judgement.of(two, List.of(reason("a && b", 2))).clean()).as("the line was rewritten").isFalse();
    }

    @Test
    void tellsReasonsThatNothingNeeds() throws IOException {
        AcceptedSurvivor elsewhere = new AcceptedSurvivor("signing.Other#open", "negated", "x", null, "not measured now");
        Judgement judgement =
                Judgement.of(mutants(element("KILLED", 2, NEGATED)), List.of(reason("a || b", null), elsewhere));
        assertThat(judgement.idle()).containsExactly(reason("a || b", null));
        assertThat(judgement.clean()).isTrue();
    }

    @Test
    void aVirtualMachineThatBrokeDownNoticedNothing() throws IOException {
        assertThat(mutants(element("RUN_ERROR", 2, NEGATED)).get(0).killed()).isFalse();
        assertThat(mutants(element("TIMED_OUT", 2, NEGATED)).get(0).killed()).isTrue();
    }

    @Test
    void aMissingOrBrokenReportIsNoCleanRun() throws IOException {
        assertThatThrownBy(() -> new PitReport(checkout).read(REPORT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> mutants("<!DOCTYPE")).isInstanceOf(IOException.class);
    }
}
