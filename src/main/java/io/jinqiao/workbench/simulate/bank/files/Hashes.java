package io.jinqiao.workbench.simulate.bank.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Hashes of the first bytes of a file, in hexadecimal digits. */
final class Hashes {
    private Hashes() {}

    static String sm3(byte[] bytes, int length) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(bytes, 0, length);
        byte[] digest = new byte[32];
        sm3.doFinal(digest, 0);
        return HexFormat.of().withUpperCase().formatHex(digest);
    }

    static String of(String algorithm, byte[] bytes, int length) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Arrays.copyOf(bytes, length)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Where the last line begins, whether it has an end or not. */
    static int lastLine(byte[] bytes) {
        int at = bytes.length - 1;
        while (at > 0 && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at--;
        }
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return Math.max(0, at);
    }
}
