package io.jinqiao.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is a program: its commands, as they stand there, in an empty home. Only the jar is replaced by the classes it is made of. */
class OnboardingTest {
    private static final Path PAGE = Path.of("docs/onboarding.md");
    private static final Pattern COMMANDS = Pattern.compile("(?m)^```sh\\R(.*?)^```", Pattern.DOTALL);

    @TempDir
    private Path home;

    @Test
    void everyCommandOfThePageRunsAsWritten() throws Exception {
        List<String> blocks = COMMANDS.matcher(Files.readString(PAGE)).results().map((MatchResult block) -> block.group(1)).toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(9);
        run(String.join("\n", blocks));
        assertThat(Files.readString(home.resolve("conformance/TEST-conformance-harbour-bank.xml"))).contains("failures=\"0\"");
    }

    @Test
    void thePageHasTenSteps() throws Exception {
        assertThat(Pattern.compile("(?m)^## (\\d+)\\. ").matcher(Files.readString(PAGE)).results().map(step -> step.group(1)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    /** In one shell, as somebody who follows the page. */
    private void run(String page) throws Exception {
        Path log = Files.createTempFile(home, "step", ".log");
        Path script = Files.writeString(Files.createTempFile(home, "page", ".sh"), script(page));
        Process process = new ProcessBuilder("bash", script.toString())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("the page ends").isTrue();
        assertThat(process.exitValue()).as(() -> contentOf(log.toFile())).isZero();
    }

    /** {@code java -jar <jar> …} of the page becomes the same main class from this class path. */
    private static String script(String page) {
        return "java() { \"" + ProcessHandle.current().info().command().orElse("java") + "\" -cp '" + classPath() + "' "
                + Workbench.class.getName() + " \"${@:3}\"; }\nset -ev\n" + page;
    }

    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }
}
