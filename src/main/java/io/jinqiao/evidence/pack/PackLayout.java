package io.jinqiao.evidence.pack;

/** Where things lie in a pack. */
final class PackLayout {
    static final String MANIFEST = "manifest.json";
    static final String COVER = "cover.html";
    static final String AUTHORITIES = "certificates/authorities.pem";

    private PackLayout() {}

    static String message(String number, String kind) {
        return "messages/" + number + "-" + kind + "/";
    }

    static String proof(String number) {
        return "proofs/" + number + "/";
    }

    static String seal(long seal) {
        return "proofs/seal-" + seal + "/";
    }

    static String certificate(String fingerprint) {
        return "certificates/" + fingerprint + ".pem";
    }

    static String revocationList(String digest) {
        return "certificates/" + digest + ".crl.pem";
    }
}
