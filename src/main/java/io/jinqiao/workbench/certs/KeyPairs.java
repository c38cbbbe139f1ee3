package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.workbench.certs.CertsFile.KeyKind;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** New key pairs. */
final class KeyPairs {
    private KeyPairs() {}

    static KeyPair make(KeyKind kind) {
        try {
            return switch (kind) {
                case SM2 -> onCurve("sm2p256v1");
                case P256 -> onCurve("secp256r1");
                case RSA -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                    generator.initialize(2048);
                    yield generator.generateKeyPair();
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key of kind " + kind, e);
        }
    }

    private static KeyPair onCurve(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", CryptoProvider.bouncyCastle());
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
