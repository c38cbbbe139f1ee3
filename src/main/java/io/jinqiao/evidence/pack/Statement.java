package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.ProofText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which records a pack was made of, as its maker signed it: a record taken out afterwards leaves its line here.
 *
 * @param about {@code message} or {@code loan}
 * @param profile signing profile in words
 * @param certificate SHA-256 of the signer's certificate, hexadecimal digits
 * @param records id and SHA-256 of {@code record.txt} of each, joined by a blank, in order
 */
record Statement(String about, String id, String created, String profile, String certificate, List<String> records) {
    static final String TITLE = "jinqiao-pack-1";

    byte[] text() {
        ProofText text = new ProofText(TITLE)
                .line("about", about)
                .line("id", id)
                .line("created", created)
                .line("profile", profile)
                .line("certificate-sha256", certificate);
        records.forEach(record -> text.line("record", record));
        return text.bytes();
    }

    /** @throws IllegalArgumentException when it is none */
    static Statement read(byte[] bytes) {
        Map<String, String> lines = new LinkedHashMap<>();
        List<String> records = new ArrayList<>();
        ProofText.read(TITLE, bytes, (name, value) -> {
            if (name.equals("record")) {
                records.add(value);
            } else {
                lines.put(name, value);
            }
        });
        return new Statement(
                required(lines.get("about")),
                required(lines.get("id")),
                required(lines.get("created")),
                required(lines.get("profile")),
                required(lines.get("certificate-sha256")),
                records);
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a line is missing in " + TITLE);
        }
        return value;
    }
}
