package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {
    private final NamePattern names = new NamePattern("HF_{accountingDate:yyyyMMdd}_{fileNo}.txt");

    @Test
    void readsTheDayANameSaysAndWritesIt() {
        Map<String, String> said = Map.of("accountingDate", "2028-02-29", "fileNo", "R1");
        assertThat(names.read("HF_20280229_R1.txt")).contains(said);
        assertThat(names.write(said)).isEqualTo("HF_20280229_R1.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260230", "20260229", "20260431", "20261301", "20260100", "2026-1-1"})
    void aDayThatIsNoneIsNotMovedToAnotherFilesDay(String day) {
        assertThat(names.read("HF_" + day + "_R1.txt")).isEmpty();
    }
}
