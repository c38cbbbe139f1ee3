package io.jinqiao.workbench.bench.registry;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Locale;

/**
 * What one step over many cases came to.
 *
 * @param seconds by the clock
 * @param cpu seconds of CPU of our process; the database's are not in it
 * @param heap MiB in use after a collection at each quarter of the step
 */
record Step(String what, int count, double seconds, double cpu, long[] heap) {
    private static final int QUARTERS = 4;
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    /** Does one portion of the work. */
    interface Portion {
        void of(int from, int to);
    }

    static Step of(String what, int count, int portion, Portion work) {
        long[] heap = new long[QUARTERS];
        long cpu = 0;
        long time = 0;
        int quarter = 0;
        for (int at = 0; at < count; at += portion) {
            long from = System.nanoTime();
            long cpuFrom = cpuNow();
            work.of(at, Math.min(count, at + portion));
            time += System.nanoTime() - from;
            cpu += cpuNow() - cpuFrom;
            if (quarter < QUARTERS && at + portion >= (long) count * (quarter + 1) / QUARTERS) {
                heap[quarter++] = used();
            }
        }
        return new Step(what, count, time / 1e9, cpu / 1e9, heap);
    }

    private static long used() {
        System.gc();
        return MEMORY.getHeapMemoryUsage().getUsed() >> 20;
    }

    private static long cpuNow() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    double perSecond() {
        return count / seconds;
    }

    String words() {
        return String.format(Locale.ROOT, "%-44s %8d %9.1f s %9.0f/s %8.1f s CPU   heap MiB %s", what, count, seconds, perSecond(), cpu, java.util.Arrays.toString(heap));
    }
}
