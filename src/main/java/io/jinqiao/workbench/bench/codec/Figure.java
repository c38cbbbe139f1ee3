package io.jinqiao.workbench.bench.codec;

/**
 * What one message costs, in µs of CPU.
 *
 * @param decode content as text to canonical content: codec and mapping
 * @param message canonical content to a message that has checked itself; 0 for the peer, which checks nothing
 * @param encode canonical content to text
 */
record Figure(String who, String form, int size, double decode, double message, double encode) {
    static final String HEAD = String.format(
            "%-24s %-5s %7s %11s %11s %11s %11s %11s %7s %7s", "who", "form", "chars", "decode us", "decode/s", "message us", "encode us", "encode/s", "x peer", "x peer");

    String words(Figure peer) {
        return String.format(
                "%-24s %-5s %7d %11.2f %11.0f %11.2f %11.2f %11.0f %7.2f %7.2f",
                who, form, size, decode, 1e6 / decode, message, encode, 1e6 / encode, decode / peer.decode, encode / peer.encode);
    }

    /** How many times as much as the peer both ways together cost. */
    double times(Figure peer) {
        return (decode + encode) / (peer.decode + peer.encode);
    }
}
