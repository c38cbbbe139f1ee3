package io.jinqiao.workbench.bench.opinion;

/**
 * One run of one maker.
 *
 * @param documents made after the warm-up
 * @param cpuMicros of the whole process for each document, the collector's and the compilers' too
 * @param perSecond by the wall's clock
 * @param bytes of one file
 * @param heapFirst bytes in use after the first tenth; 0: not looked at; likewise after the last
 */
record Made(String who, int threads, int documents, double cpuMicros, double perSecond, int bytes, long heapFirst, long heapLast) {
    static final String HEAD = String.format(
            "%-14s %7s %9s %14s %12s %9s %15s", "who", "threads", "documents", "CPU µs each", "documents/s", "kB each", "heap MB");

    /** @param line of a maker's answer, tabs between */
    static Made of(String who, int threads, int documents, String line) {
        String[] said = line.split("\t");
        return new Made(
                who,
                threads,
                documents,
                Long.parseLong(said[0]) / 1000.0 / documents,
                documents * 1e9 / Long.parseLong(said[1]),
                Integer.parseInt(said[2]),
                said.length > 3 ? Long.parseLong(said[3]) : 0,
                said.length > 3 ? Long.parseLong(said[4]) : 0);
    }

    double perCpuSecond() {
        return 1e6 / cpuMicros;
    }

    String words() {
        return String.format(
                "%-14s %7d %9d %14.0f %12.1f %9.1f %15s",
                who, threads, documents, cpuMicros, perSecond, bytes / 1000.0,
                heapFirst == 0 ? "-" : String.format("%.1f → %.1f", heapFirst / 1e6, heapLast / 1e6));
    }
}
