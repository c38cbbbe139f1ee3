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
        assertThat(commands.said()).contains("nosuch", "known: [abc, ccb, icbc, psbc, registry]");
        assertThat(commands.run("conformance", "icbc", "--home", home.toString(), "--hostile")).isNotZero();
        assertThat(commands.said()).contains("--against").doesNotContain("\tat ");
    }
}
