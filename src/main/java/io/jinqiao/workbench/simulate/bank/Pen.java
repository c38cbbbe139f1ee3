package io.jinqiao.workbench.simulate.bank;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import org.bouncycastle.math.ec.ECPoint;

/** Signs as one side and verifies the other, with keys named by their aliases. */
record Pen(BankKeys keys, String sm2Key, String sm2Other, String userId, String otherUserId, String rsaKey, String rsaOther, boolean badly) {

    /** Signs something else than what it is given. */
    Pen careless() {
        return new Pen(keys, sm2Key, sm2Other, userId, otherUserId, rsaKey, rsaOther, true);
    }

    Pen withKey(String alias) {
        return new Pen(keys, alias, sm2Other, userId, otherUserId, rsaKey, rsaOther, badly);
    }

    /** @return r and s side by side, 64 bytes */
    byte[] sm2(byte[] input) {
        return Sm2.sign(keys.sm2Key(sm2Key), userId, meant(input));
    }

    boolean sm2Verifies(byte[] input, byte[] signature) {
        return Sm2.verifies(keys.sm2Public(sm2Other), otherUserId, input, signature);
    }

    byte[] rsa(byte[] input) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.key(rsaKey));
            signature.update(meant(input));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean rsaVerifies(byte[] input, byte[] given) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.certificate(rsaOther));
            signature.update(input);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    ECPoint recipient(String alias) {
        return keys.sm2Public(alias);
    }

    BigInteger opener(String alias) {
        return keys.sm2Key(alias);
    }

    private byte[] meant(byte[] input) {
        return badly ? "something else".getBytes(StandardCharsets.UTF_8) : input;
    }
}
