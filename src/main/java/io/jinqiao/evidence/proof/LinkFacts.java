package io.jinqiao.evidence.proof;

import java.util.Map;

/**
 * One link of a chain. Names no partner and no application, so a chain segment can be shown to anyone.
 *
 * @param xact transaction that wrote the record
 * @param previous hash of the link before it; 32 zero bytes for the first
 * @param record SHA-256 of the record text
 */
public record LinkFacts(String node, long seq, String xact, byte[] previous, byte[] record) {
    public static final String TITLE = "jinqiao-link-1";

    /** What the first link of every chain names as the one before it. */
    public static byte[] none() {
        return new byte[Sha256.LENGTH];
    }

    public byte[] text() {
        return new ProofText(TITLE)
                .line("node", node)
                .line("seq", seq)
                .line("xact", xact)
                .line("previous", Sha256.hex(previous))
                .line("record", Sha256.hex(record))
                .bytes();
    }

    public byte[] hash() {
        return Sha256.of(text());
    }

    /** @throws IllegalArgumentException when it is no link text */
    public static LinkFacts read(byte[] text) {
        Map<String, String> lines = ProofText.read(TITLE, text);
        return new LinkFacts(
                lines.getOrDefault("node", ""),
                Long.parseLong(lines.getOrDefault("seq", "")),
                lines.getOrDefault("xact", ""),
                Sha256.parse(lines.getOrDefault("previous", "")),
                Sha256.parse(lines.getOrDefault("record", "")));
    }
}
