package io.jinqiao.workbench.certs;

import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.signing.SigningProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
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
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * The SM2 key pair of the worked example in GM/T 0003.5, recommended curve: published, protects nothing; it signs the samples. Uses Bouncy
 * Castle itself, so that a fault of the signing room cannot mirror itself.
 */
public final class PublishedKey {
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final Properties VECTOR = read();
    /** Bytes of r and s side by side. */
    private static final int PAIR = 64;

    private PublishedKey() {}

    /** @return in the form and text the partner agreed on: r and s side by side or DER; Base64, hex, or r#s */
    public static String sign(byte[] input, String userId, SigningProfile profile) {
        byte[] signature = Base64.getDecoder().decode(sign(input, userId));
        if (profile.form() == SigningProfile.Form.DER) {
            signature = der(signature);
        }
        if (profile.text() == Text.BASE64) {
            return Base64.getEncoder().encodeToString(signature);
        }
        String hex = HexFormat.of().formatHex(signature);
        return profile.text() == Text.HEX ? hex : hex.substring(0, 64) + "#" + hex.substring(64);
    }

    static ECPublicKeyParameters publicKey() {
        return new ECPublicKeyParameters(CURVE.getCurve().createPoint(number("x"), number("y")), DOMAIN);
    }

    static ECPrivateKeyParameters privateKey() {
        return new ECPrivateKeyParameters(number("d"), DOMAIN);
    }

    private static byte[] der(byte[] pair) {
        try {
            BigInteger r = PlainDSAEncoding.INSTANCE.decode(DOMAIN.getN(), pair)[0];
            return StandardDSAEncoding.INSTANCE.encode(DOMAIN.getN(), r, PlainDSAEncoding.INSTANCE.decode(DOMAIN.getN(), pair)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytesOf(String signature) {
        boolean hex = signature.indexOf('#') == 64 || signature.matches("[0-9a-f]{128}");
        return hex
                ? HexFormat.of().parseHex(signature.replace("#", ""))
                : Base64.getDecoder().decode(signature);
    }

    public static String sign(byte[] input, String userId) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
        signer.init(true, new ParametersWithID(new ECPrivateKeyParameters(number("d"), DOMAIN), bytes(userId)));
        signer.update(input, 0, input.length);
        try {
            return Base64.getEncoder().encodeToString(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(byte[] input, String signature, String userId) {
        byte[] given = bytesOf(signature);
        SM2Signer signer = new SM2Signer(given.length == PAIR ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE);
        signer.init(false, new ParametersWithID(publicKey(), bytes(userId)));
        signer.update(input, 0, input.length);
        return signer.verifySignature(given);
    }

    private static byte[] bytes(String userId) {
        return userId.getBytes(StandardCharsets.UTF_8);
    }

    private static BigInteger number(String name) {
        return new BigInteger(VECTOR.getProperty(name), 16);
    }

    private static Properties read() {
        try (InputStream in = PublishedKey.class.getResourceAsStream("/workbench/published-sm2-vector.txt")) {
            Properties vector = new Properties();
            vector.load(in);
            return vector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
