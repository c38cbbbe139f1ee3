package io.jinqiao.signing.envelope;

import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** SM2 public-key encryption (GB/T 32918.4) of short secrets, in the written forms partners use. */
public final class Sm2Wrapping {
    private static final byte UNCOMPRESSED = 4;

    private Sm2Wrapping() {}

    public static byte[] wrap(
            EnvelopeProfile profile, ECPublicKeyParameters recipient, byte[] secret, SecureRandom random) {
        SM2Engine engine = engine(profile);
        engine.init(true, new ParametersWithRandom(recipient, random));
        try {
            return written(profile.wrapping(), engine.processBlock(secret, 0, secret.length));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM2 could not encrypt", e);
        }
    }

    public static byte[] unwrap(EnvelopeProfile profile, ECPrivateKeyParameters own, byte[] wrapped) throws Unreadable {
        SM2Engine engine = engine(profile);
        engine.init(false, own);
        try {
            byte[] parts = parts(profile.wrapping(), wrapped);
            return engine.processBlock(parts, 0, parts.length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new Unreadable();
        }
    }

    private static SM2Engine engine(EnvelopeProfile profile) {
        return new SM2Engine(profile.order() == Order.C1C3C2 ? SM2Engine.Mode.C1C3C2 : SM2Engine.Mode.C1C2C3);
    }

    private static byte[] written(Wrapping wrapping, byte[] parts) {
        return switch (wrapping) {
            case WITH_04 -> parts;
            case WITHOUT_04 -> Arrays.copyOfRange(parts, 1, parts.length);
            case DER -> Sm2Cipher.ofParts(parts).der();
        };
    }

    private static byte[] parts(Wrapping wrapping, byte[] written) throws Unreadable {
        return switch (wrapping) {
            case WITH_04 -> {
                if (written.length == 0 || written[0] != UNCOMPRESSED) {
                    throw new Unreadable();
                }
                yield written;
            }
            case WITHOUT_04 -> {
                byte[] parts = new byte[written.length + 1];
                parts[0] = UNCOMPRESSED;
                System.arraycopy(written, 0, parts, 1, written.length);
                yield parts;
            }
            case DER -> Sm2Cipher.ofDer(written).parts();
        };
    }
}
