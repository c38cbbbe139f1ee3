package io.jinqiao.opinion.verify;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Digest algorithms that are accepted, by the names products write. */
final class Digests {
    private Digests() {}

    /** SM3 by name or OID; anything else is not accepted. */
    static Optional<UnaryOperator<byte[]>> of(String checkMethod) {
        boolean sm3 = checkMethod.equalsIgnoreCase("SM3") || checkMethod.equals("1.2.156.10197.1.401");
        return sm3 ? Optional.of(Digests::sm3) : Optional.empty();
    }

    static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
