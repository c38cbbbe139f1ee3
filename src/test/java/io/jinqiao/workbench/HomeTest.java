package io.jinqiao.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is not there is a slip of the keyboard. */
class HomeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "check",
        "check icbc",
        "doctor icbc",
        "doctor icbc --site-sheet",
        "new-partner lake-bank --like abc",
        "samples icbc",
        "conformance icbc --messages-only",
        "conformance icbc --against https://localhost:1",
        "simulate icbc --port 0",
        "demo --once --port 0 --partners-port 0"
    })
    void aHomeThatDoesNotExistIsAnErrorAndNothingIsMade(String command) throws IOException {
        Path home = folder.resolve("hmoe");
        Commands commands = new Commands();
        String[] words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--home", home.toString())).toArray(String[]::new);
        assertThat(commands.run(words)).isNotZero();
        assertThat(commands.said()).contains("目录不存在", "no such folder", home.toString()).doesNotContain("\tat ");
        assertThat(home).doesNotExist();
    }

    @Test
    void aHomeNamedInTheSettingsIsHeldToTheSame() throws IOException {
        Path config = Files.writeString(folder.resolve("gateway.properties"), "jinqiao.home=" + folder.resolve("hmoe"));
        Commands commands = new Commands();
        assertThat(commands.run("doctor", "icbc", "--config", config.toString())).isNotZero();
        assertThat(commands.said()).contains("no such folder", "hmoe");
    }

    @Test
    void aPartnerNobodyKnowsLeavesNothingBehind() throws IOException {
        for (String command : new String[] {"simulate", "doctor", "conformance", "samples"}) {
            Commands commands = new Commands();
            assertThat(commands.run(command, "ibcb", "--home", folder.toString())).as(command).isNotZero();
            assertThat(commands.said()).as(command).contains("ibcb").doesNotContain("\tat ");
            assertThat(folder).as(command).isEmptyDirectory();
        }
    }

    @Test
    void settingsNobodyCanReadAreNamedInASentence() throws IOException {
        Path config = Files.writeString(folder.resolve("application.yaml"), "jinqiao: [home\n");
        Commands commands = new Commands();
        assertThat(commands.run("doctor", "icbc", "--home", folder.toString(), "--config", config.toString())).isNotZero();
        assertThat(commands.said()).contains("the settings cannot be read", config.toString(), "line").doesNotContain("\tat ");
    }

    @Test
    void settingsThatAreNotThereAreNamedInASentence() {
        Commands commands = new Commands();
        String config = folder.resolve("applicaton.yaml").toString();
        assertThat(commands.run("doctor", "icbc", "--home", folder.toString(), "--config", config)).isNotZero();
        assertThat(commands.said()).contains("找不到文件", "no such file", config).doesNotContain("\tat ");
    }
}
