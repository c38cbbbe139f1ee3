package io.jinqiao.workbench.bench.exchange;

/**
 * One run of the load generator.
 *
 * @param rate intended messages/s; 0: as fast as the answers come
 * @param p50 microseconds; likewise p99, p999
 * @param serverCpu microseconds of the answering process for each message; likewise database and load
 */
record Run(
        String who,
        int connections,
        double rate,
        int sent,
        int bad,
        String firstBad,
        double perSecond,
        long p50,
        long p99,
        long p999,
        double serverCpu,
        double databaseCpu,
        double loadCpu) {
    static final String HEAD = String.format(
            "%-12s %5s %8s %9s %8s %8s %9s %9s %9s %9s",
            "who", "conns", "rate/s", "answers/s", "p50 ms", "p99 ms", "p99.9 ms", "cpu µs", "db µs", "load µs");

    /** All processes together, microseconds for each message. */
    double cpu() {
        return serverCpu + databaseCpu + loadCpu;
    }

    String words() {
        return String.format(
                "%-12s %5d %8s %9.0f %8.1f %8.1f %9.1f %9.0f %9.0f %9.0f%s",
                who,
                connections,
                rate == 0 ? "-" : String.format("%.0f", rate),
                perSecond,
                p50 / 1000.0,
                p99 / 1000.0,
                p999 / 1000.0,
                serverCpu,
                databaseCpu,
                loadCpu,
                bad == 0 ? "" : "   bad: " + bad);
    }
}
