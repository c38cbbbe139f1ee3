package io.jinqiao.evidence.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of one or several pieces, as bytes. */
public final class Sha256 {
    public static final int LENGTH = 32;

    private Sha256() {}

    public static byte[] of(byte[]... pieces) {
        MessageDigest digest = newDigest();
        for (byte[] piece : pieces) {
            digest.update(piece);
        }
        return digest.digest();
    }

    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** @throws IllegalArgumentException unless 64 hexadecimal digits */
    public static byte[] parse(String hex) {
        byte[] digest = HexFormat.of().parseHex(hex);
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("not a SHA-256 digest");
        }
        return digest;
    }
}
