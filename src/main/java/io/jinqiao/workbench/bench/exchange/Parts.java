package io.jinqiao.workbench.bench.exchange;

import java.util.Comparator;
import java.util.List;

/**
 * What the parts cost alone, in microseconds of CPU for each message.
 *
 * @param signature one SM2 verification and one SM2 signature
 * @param commit one durable commit of the same bytes, client and database together
 * @param https one constant answer, server and client together
 */
record Parts(double signature, double commit, double https) {

    /** The machine's limit: all its cores doing nothing but the parts. */
    double perSecond(int cores) {
        return cores * 1e6 / cpu();
    }

    double cpu() {
        return signature + commit + https;
    }

    /** The one in the middle by what it costs; of two the cheaper, which is the stricter limit. */
    static Parts median(List<Parts> rounds) {
        List<Parts> sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Parts::cpu))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    String words() {
        return String.format(
                "parts alone, CPU µs for each message: SM2 verify + sign %.0f, durable commit %.0f, constant HTTPS answer %.0f",
                signature, commit, https);
    }
}
