package io.jinqiao.workbench.bench.exchange;

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
        return cores * 1e6 / (signature + commit + https);
    }

    String words() {
        return String.format(
                "parts alone, CPU µs for each message: SM2 verify + sign %.0f, durable commit %.0f, constant HTTPS answer %.0f",
                signature, commit, https);
    }
}
