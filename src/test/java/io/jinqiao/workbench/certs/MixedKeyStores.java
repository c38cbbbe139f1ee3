package io.jinqiao.workbench.certs;

import io.jinqiao.signing.Keys;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Key stores as they come out of a renewal that went wrong. */
public final class MixedKeyStores {
    private MixedKeyStores() {}

    /** One's private key with the other's certificate. */
    public static byte[] of(Keys.Entry key, Keys.Entry certificate, String password) throws IOException, GeneralSecurityException {
        return Pkcs12.of("mixed", new Issued(key.privateKey(), certificate.chain()), password.toCharArray());
    }
}
