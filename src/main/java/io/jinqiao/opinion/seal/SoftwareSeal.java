package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.SealDevice;
import io.jinqiao.signing.Keys;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key of the gateway's own: never legally effective, whatever its certificate says. */
public final class SoftwareSeal implements SealDevice {
    private final Keys.Entry key;

    public SoftwareSeal(Keys.Entry key) {
        this.key = key;
    }

    @Override
    public String name() {
        return "software:" + key.alias();
    }

    @Override
    public List<X509Certificate> chain() {
        return key.chain();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.privateKey());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal's key " + key.alias() + " does not sign", e);
        }
    }

    @Override
    public boolean legallyEffective() {
        return false;
    }
}
