package io.jinqiao.workbench.development;

import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of processes, by the operating system's account. */
public final class Cpu {
    private Cpu() {}

    public static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** With all its living children, as a database server has one for each connection. */
    public static Duration ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Cpu::of)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
