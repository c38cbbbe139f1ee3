package io.jinqiao.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** RFC 7468. */
final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    static String certificate(byte[] der) {
        return block("CERTIFICATE", der);
    }

    static String revocationList(byte[] der) {
        return block("X509 CRL", der);
    }

    private static String block(String label, byte[] der) {
        String body = new String(LINES.encode(der), StandardCharsets.US_ASCII);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
