package io.jinqiao.evidence.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One sealed batch: the root over the links of some ranges, in the order of the ranges. The time-stamp is over the digest of its text.
 *
 * @param seq without gaps from 1
 * @param previous digest of the seal before it; 32 zero bytes for the first
 */
public record SealFacts(long seq, byte[] previous, byte[] root, List<Range> ranges) {
    public static final String TITLE = "jinqiao-seal-1";

    public SealFacts {
        ranges = List.copyOf(ranges);
    }

    /** Links of one chain, both ends included. */
    public record Range(String node, long first, long last) {
        public long size() {
            return last - first + 1;
        }
    }

    public long leaves() {
        return ranges.stream().mapToLong(Range::size).sum();
    }

    public byte[] text() {
        ProofText text = new ProofText(TITLE)
                .line("seal", seq)
                .line("previous", Sha256.hex(previous))
                .line("root", Sha256.hex(root))
                .line("leaves", leaves());
        ranges.forEach(r -> text.line("range", r.node() + " " + r.first() + " " + r.last()));
        return text.bytes();
    }

    public byte[] digest() {
        return Sha256.of(text());
    }

    /** @throws IllegalArgumentException when it is no seal text */
    public static SealFacts read(byte[] text) {
        Map<String, String> lines = new LinkedHashMap<>();
        List<Range> ranges = new ArrayList<>();
        ProofText.read(TITLE, text, (name, value) -> {
            if (name.equals("range")) {
                ranges.add(range(value));
            } else {
                lines.put(name, value);
            }
        });
        return new SealFacts(
                Long.parseLong(lines.getOrDefault("seal", "")),
                Sha256.parse(lines.getOrDefault("previous", "")),
                Sha256.parse(lines.getOrDefault("root", "")),
                ranges);
    }

    private static Range range(String value) {
        String[] words = value.split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("not a range");
        }
        return new Range(words[0], Long.parseLong(words[1]), Long.parseLong(words[2]));
    }
}
