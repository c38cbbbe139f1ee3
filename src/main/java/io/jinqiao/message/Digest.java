package io.jinqiao.message;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
public record Digest(String hex) {
    private static final Form HEX = new Form("0123456789abcdef");

    public Digest {
        if (!HEX.fits(hex, 64, 64)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "SHA-256, 64 x 0-9 a-f");
        }
    }

    /** Of all parts, one after the other. */
    public static Digest of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return new Digest(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
