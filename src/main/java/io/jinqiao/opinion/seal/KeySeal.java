package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.SealDevice;
import io.jinqiao.signing.Keys;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** One of the gateway's keys: inside a PKCS#11 module, or in a file for development. */
public final class KeySeal implements SealDevice {
    private final Keys.Entry key;
    private final String certifiedProduct;

    /** @param certifiedProduct reference of the module's approval as a cryptographic product; blank when it has none */
    public KeySeal(Keys.Entry key, String certifiedProduct) {
        this.key = key;
        this.certifiedProduct = certifiedProduct;
    }

    /** Whether the key lies where this process can read it. */
    public boolean software() {
        return key.privateKey().getEncoded() != null;
    }

    @Override
    public String name() {
        return (software() ? "software:" : "pkcs11:") + key.alias();
    }

    @Override
    public List<X509Certificate> chain() {
        return key.chain();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        boolean rsa = key.certificate().getPublicKey().getAlgorithm().equals("RSA");
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key.privateKey());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key " + key.alias() + " does not sign", e);
        }
    }

    /** A key in a file never has legal effect, whatever its certificate says. */
    @Override
    public boolean legallyEffective() {
        return !software() && !certifiedProduct.isBlank();
    }
}
