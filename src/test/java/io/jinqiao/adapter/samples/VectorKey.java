package io.jinqiao.adapter.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** The published SM2 key that signed the samples. Uses Bouncy Castle itself, so that a fault of the signing room cannot mirror itself. */
final class VectorKey {
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final Properties VECTOR = read();

    private VectorKey() {}

    static String sign(byte[] input, String userId) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithID(new ECPrivateKeyParameters(number("d"), DOMAIN), bytes(userId)));
        signer.update(input, 0, input.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(byte[] input, String signature, String userId) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        ECPublicKeyParameters key =
                new ECPublicKeyParameters(CURVE.getCurve().createPoint(number("x"), number("y")), DOMAIN);
        signer.init(false, new ParametersWithID(key, bytes(userId)));
        signer.update(input, 0, input.length);
        return signer.verifySignature(Base64.getDecoder().decode(signature));
    }

    private static byte[] bytes(String userId) {
        return userId.getBytes(StandardCharsets.UTF_8);
    }

    private static BigInteger number(String name) {
        return new BigInteger(VECTOR.getProperty(name), 16);
    }

    private static Properties read() {
        try (InputStream in = VectorKey.class.getResourceAsStream("/keys/published-sm2-vector.txt")) {
            Properties vector = new Properties();
            vector.load(in);
            return vector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
