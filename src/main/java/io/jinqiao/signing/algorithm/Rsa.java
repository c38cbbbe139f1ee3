package io.jinqiao.signing.algorithm;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import javax.crypto.Cipher;

/** RSA with SHA-256 and PKCS#1 v1.5 padding, by the JDK; and one legacy form of it. */
public final class Rsa {
    private static final String NAME = "SHA256withRSA";
    /** DER of DigestInfo before a SHA-256 digest (RFC 8017 section 9.2, note 1). */
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private static final String LEGACY = "SHA1withRSA";

    private Rsa() {}

    public static byte[] sign(PrivateKey key, byte[] input) {
        return sign(NAME, key, input);
    }

    /** SHA-1 with RSA over the sixteen bytes of the input's MD5. */
    static byte[] signLegacy(PrivateKey key, byte[] input) {
        return sign(LEGACY, key, md5(input));
    }

    private static byte[] sign(String name, PrivateKey key, byte[] input) {
        try {
            Signature signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA could not sign", e);
        }
    }

    /** @param digest 32 bytes */
    public static byte[] signDigest(PrivateKey key, byte[] digest) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            cipher.update(DIGEST_INFO);
            return cipher.doFinal(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA could not sign", e);
        }
    }

    /** @throws MalformedSignature when the signature is not exactly as long as the modulus */
    public static boolean verifies(RSAPublicKey key, byte[] input, byte[] signature) throws MalformedSignature {
        return verifies(NAME, key, input, signature);
    }

    static boolean verifiesLegacy(RSAPublicKey key, byte[] input, byte[] signature) throws MalformedSignature {
        return verifies(LEGACY, key, md5(input), signature);
    }

    private static byte[] md5(byte[] input) {
        try {
            return MessageDigest.getInstance("MD5").digest(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static boolean verifies(String name, RSAPublicKey key, byte[] input, byte[] signature) throws MalformedSignature {
        int modulus = (key.getModulus().bitLength() + 7) / 8;
        if (signature.length != modulus) {
            throw new MalformedSignature("expected " + modulus + " bytes, got " + signature.length);
        }
        try {
            Signature verifier = Signature.getInstance(name);
            verifier.initVerify(key);
            verifier.update(input);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false; // the JDK throws for some broken paddings and answers false for others
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA could not verify", e);
        }
    }
}
