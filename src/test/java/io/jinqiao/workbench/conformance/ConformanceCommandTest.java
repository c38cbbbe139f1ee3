package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class ConformanceCommandTest {
    private final Commands commands = new Commands();

    @TempDir
    private Path home;

    @BeforeEach
    void identities() throws IOException {
        TestIdentities.made();
        Files.createSymbolicLink(home.resolve("certs-dev"), Path.of("target/certs-dev").toAbsolutePath());
    }

    @Test
    void endsWithOneWhenTheFolderDisagreesWithItsStoredBytes() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("adapters/abc"), home.resolve("adapters/abc"));
        assertThat(commands.run("conformance", "abc", "--messages-only", "--home", home.toString())).as(commands.said()).isZero();
        Path table = home.resolve("adapters/abc/mapping/decision-notice.yaml");
        Files.writeString(table, Files.readString(table).replace("their: AcceptanceNo", "their: AcceptNo"));
        assertThat(commands.run("conformance", "abc", "--messages-only", "--home", home.toString())).isEqualTo(1);
        assertThat(commands.said()).contains("失败 failed");
    }

    @Test
    void refusesAPartnerNobodyKnowsAndWordsThatNeedAnother() {
        assertThat(commands.run("conformance", "nosuch", "--home", home.toString())).isNotZero();
        assertThat(commands.said()).contains("nosuch", "known: [abc, ccb, credit-reference, icbc, psbc, registry, registry-xml]");
        assertThat(commands.run("conformance", "icbc", "--home", home.toString(), "--hostile")).isNotZero();
        assertThat(commands.said()).contains("--against").doesNotContain("\tat ");
    }

    @Test
    void aTableThatChoosesItsLinesIsTriedToo() throws IOException {
        assertThat(commands.run("conformance", "registry-xml", "--messages-only", "--home", home.toString())).as(commands.said()).isZero();
        assertThat(commands.said()).contains("0 失败 failed").doesNotContain("\tat ", "Duplicate key");
        assertThat(Files.readString(home.resolve(".jinqiao/conformance/registry-xml/conformance-registry-xml.html"))).contains("double-pre-notice");
    }

    @Test
    void aLineThatIsStillOpenDoesNotConform() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("adapters/abc"), home.resolve("adapters/abc"));
        Path table = home.resolve("adapters/abc/mapping/decision-notice.yaml");
        Files.writeString(table, Files.readString(table).replaceFirst("(?m)(our: noticeNo.*)$", "$1  # OPEN: which of their numbers?"));
        assertThat(commands.run("conformance", "abc", "--messages-only", "--home", home.toString())).isEqualTo(1);
        assertThat(commands.said()).contains("which of their numbers?", "adapters/abc/mapping/decision-notice.yaml:" + line(table, "# OPEN:"));
        assertThat(commands.run("check", "abc", "--home", home.toString())).isEqualTo(1);
    }

    @Test
    void whenNothingRunsOverTheChannelThatIsAFailureWithItsCause() throws IOException {
        Path own = Files.createDirectory(home.resolve("own"));
        assertThat(commands.run("new-partner", "lake-bank", "--like", "abc", "--home", own.toString())).as(commands.said()).isZero();
        Files.delete(own.resolve("certs-dev/certs.yaml"));
        assertThat(commands.run("conformance", "lake-bank", "--home", own.toString())).isEqualTo(1);
        String page = Files.readString(own.resolve(".jinqiao/conformance/lake-bank/conformance-lake-bank.html"));
        for (String said : new String[] {commands.said(), page}) {
            assertThat(said).contains("certs-dev/certs.yaml has no identities", "lake-bank-tls-server", "add a line for each").doesNotContain("no simulator for this wire", "\tat ");
        }
        assertThat(page).contains("未通过 Not passed");
        assertThat(commands.said()).contains("– channel").doesNotContain("✓ channel");
    }

    private static int line(Path file, String text) throws IOException {
        java.util.List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text);
    }
}
