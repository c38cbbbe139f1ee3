package io.jinqiao.workbench.demo;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A stand-in for a scanned page: a small PDF-like file of 24 KiB whose bytes follow from its kind and number. */
record Scan(String kind, byte[] bytes) {
    static final List<String> KINDS = List.of("identity-card", "purchase-contract", "income-proof");
    private static final int SIZE = 24 << 10;

    static Scan of(String kind, int n) {
        byte[] bytes = new byte[SIZE];
        byte[] head = ("%PDF-1.4\n% demonstration scan " + kind + " " + n + "\n").getBytes(StandardCharsets.UTF_8);
        Arrays.fill(bytes, (byte) ' ');
        System.arraycopy(head, 0, bytes, 0, head.length);
        return new Scan(kind, bytes);
    }

    AttachmentRef reference() {
        return new AttachmentRef(kind, Digest.of(bytes), bytes.length);
    }
}
