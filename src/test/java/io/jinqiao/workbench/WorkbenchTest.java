package io.jinqiao.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.PortTaken;
import io.jinqiao.workbench.development.PlainSentence;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;

class WorkbenchTest {
    private final StringWriter said = new StringWriter();
    private final CommandLine commands = Workbench.commands().setErr(new PrintWriter(said, true));

    @TempDir
    Path home;

    @Test
    void saysWhichFileIsMissingInASentence() {
        String pack = home.resolve("nothing.zip").toString();
        assertThat(commands.execute("evidence", "verify", pack, "--trust", home.resolve("nobody").toString())).isNotZero();
        assertThat(said.toString()).contains("no such file", home.toString()).doesNotContain("\tat ");
    }

    @Test
    void saysThatAPartnerIsNotKnown() {
        assertThat(commands.execute("simulate", "nosuch", "--home", home.toString())).isNotZero();
        assertThat(said.toString()).contains("nosuch").doesNotContain("\tat ");
    }

    @Test
    void findsTheSentenceHoweverDeepItLies() {
        Throwable reason = new IllegalArgumentException("another demonstration runs here");
        assertThat(PlainSentence.known(new IllegalStateException("outer", reason))).isEqualTo("another demonstration runs here");
    }

    @Test
    void namesThePortThatIsTakenAndWhereToNameAnother() {
        assertThat(PlainSentence.known(new IllegalStateException("outer", new PortTaken("localhost", 8443, "jinqiao.partners.port"))))
                .contains("8443", "jinqiao.partners.port");
        assertThat(PlainSentence.known(new IllegalStateException("outer", new PortInUseException(8080)))).contains("8080", "--port");
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        IOException readOnly = new FileSystemException("/srv/home/certs-dev", null, "Read-only file system");
        assertThat(PlainSentence.known(new UncheckedIOException("cannot be kept", readOnly)))
                .contains("/srv/home/certs-dev", "Read-only file system");
    }

    @Test
    void keepsTheTraceOfWhatNobodyForesaw() {
        assertThat(PlainSentence.known(new IllegalStateException("broken"))).isNull();
    }

    @Test
    void everyCommandTellsHowItIsUsed() {
        assertThat(unhelpful(commands, List.of())).isEmpty();
    }

    private static List<String> unhelpful(CommandLine command, List<String> path) {
        List<String> found = new ArrayList<>();
        command.getSubcommands().forEach((name, below) -> {
            List<String> words = new ArrayList<>(path);
            words.add(name);
            found.addAll(unhelpful(below, words));
            String[] typed = Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);
            Commands asked = new Commands();
            if (asked.run(typed) != 0 || !asked.said().contains("Usage:")) {
                found.add(String.join(" ", words));
            }
        });
        return found;
    }

    @Test
    void refusesToDoNothing() {
        assertThat(commands.execute()).isNotZero();
        assertThat(said.toString()).contains("Name a command");
    }
}
