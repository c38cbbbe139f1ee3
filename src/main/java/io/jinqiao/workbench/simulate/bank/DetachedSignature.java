package io.jinqiao.workbench.simulate.bank;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;

/** A signature beside what it signs, for simulators in other packages: SM2 as DER (or r and s side by side when it is read), or SHA256withRSA. */
public final class DetachedSignature {
    private static final String USER_ID = "1234567812345678";
    private static final int WIDTH = 32;

    private DetachedSignature() {}

    /** Signs with the kind of key the alias names. */
    public static byte[] of(BankKeys keys, String alias, byte[] input) {
        if (!rsa(keys, alias)) {
            return Sm2.signDer(keys.sm2Key(alias), input);
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.key(alias));
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean verifies(BankKeys keys, String alias, byte[] input, byte[] given) {
        if (!rsa(keys, alias)) {
            byte[] pair = given.length == 2 * WIDTH ? given : pair(given);
            return Sm2.verifies(keys.sm2Public(alias), USER_ID, input, pair);
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.certificate(alias));
            signature.update(input);
            return signature.verify(given);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean rsa(BankKeys keys, String alias) {
        return keys.publicKey(alias).getAlgorithm().equals("RSA");
    }

    /** @return r and s of a DER sequence; empty when it is none */
    private static byte[] pair(byte[] der) {
        byte[] pair = new byte[2 * WIDTH];
        int at = 2;
        if (der.length < at || der[0] != 0x30 || der[1] != der.length - at) {
            return new byte[0];
        }
        for (int i = 0; i < 2; i++) {
            if (at + 2 > der.length || der[at] != 0x02 || der[at + 1] < 1 || at + 2 + der[at + 1] > der.length) {
                return new byte[0];
            }
            BigInteger number = new BigInteger(Arrays.copyOfRange(der, at + 2, at + 2 + der[at + 1]));
            if (number.signum() <= 0 || number.bitLength() > 8 * WIDTH) {
                return new byte[0];
            }
            byte[] value = number.toByteArray();
            int length = Math.min(value.length, WIDTH);
            System.arraycopy(value, value.length - length, pair, (i + 1) * WIDTH - length, length);
            at += 2 + der[at + 1];
        }
        return at == der.length ? pair : new byte[0];
    }
}
