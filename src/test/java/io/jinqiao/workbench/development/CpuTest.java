package io.jinqiao.workbench.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuTest {
    @Test
    void countsWhatEndedChildrenUsedAlsoBehindANameWithBlanksAndBrackets() {
        String line = "42 (a (strange) name) S 1 42 42 0 -1 4194560 9 8 7 6 11 12 130 20 20 0 1 0 1000 2000 300";
        assertThat(Cpu.ofEndedChildren(line)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void countsTheProcessItself() {
        assertThat(Cpu.ofFamily(ProcessHandle.current())).isPositive();
    }
}
