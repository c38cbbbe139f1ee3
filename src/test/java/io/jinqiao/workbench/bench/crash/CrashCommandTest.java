package io.jinqiao.workbench.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CrashCommandTest {

    @ParameterizedTest
    @CsvSource({"drop-unique, DROP_UNIQUE", "record-late, RECORD_LATE", "none, NONE"})
    void aBreakIsTypedAsThePageSays(String typed, Sabotage meant) {
        CrashCommand command = new CrashCommand();

        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("--break", typed);

        assertThat(command.sabotage).isEqualTo(meant);
    }
}
