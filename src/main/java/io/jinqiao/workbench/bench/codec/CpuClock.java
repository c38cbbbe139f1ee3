package io.jinqiao.workbench.bench.codec;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Measures by the CPU time of this thread, best of several rounds: the machine may be busy with others. */
final class CpuClock {
    private static final int ROUNDS = 7;
    private static final int BATCH = 100;
    private static volatile Object kept;

    private CpuClock() {}

    /** @param seconds of CPU, all rounds together, warming among them */
    static double micros(Supplier<Object> step, double seconds) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long from = now();
            long count = 0;
            while (now() - from < seconds * 1e9 / ROUNDS) {
                for (int i = 0; i < BATCH; i++) {
                    kept = step.get();
                }
                count += BATCH;
            }
            best = Math.min(best, (now() - from) / 1000.0 / count);
        }
        return best;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
