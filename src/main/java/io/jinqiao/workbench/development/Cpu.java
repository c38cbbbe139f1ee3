package io.jinqiao.workbench.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of processes, by the operating system's account. */
public final class Cpu {
    /** Of Linux's process table, for programs always 100 in a second. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int ENDED_CHILDREN_USER = 13;

    private Cpu() {}

    public static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** With all its children, as a database server has one for each connection; those that have ended count too where the system tells. */
    public static Duration ofFamily(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(member -> of(member).plus(ofEndedChildren(member)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration ofEndedChildren(ProcessHandle process) {
        try {
            return ofEndedChildren(Files.readString(Path.of("/proc/" + process.pid() + "/stat")));
        } catch (IOException e) {
            return Duration.ZERO; // no such table, or the process has ended
        }
    }

    /** @param line of Linux's process table; the name in brackets may hold blanks */
    static Duration ofEndedChildren(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return TICK.multipliedBy(Long.parseLong(fields[ENDED_CHILDREN_USER]) + Long.parseLong(fields[ENDED_CHILDREN_USER + 1]));
    }
}
