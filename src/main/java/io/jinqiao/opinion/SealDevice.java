package io.jinqiao.opinion;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What holds the key of the centre's seal: software in development, a security module or a seal server in production. It sees the exact
 * bytes to be signed and nothing of documents.
 */
public interface SealDevice {

    /** For the record of a sealing: which device, in words. */
    String name();

    /** Certificate of the seal's key first, then its issuers. */
    List<X509Certificate> chain();

    /**
     * {@code bytes} signed as the certificate's key is: SHA-256 with RSA PKCS#1 v1.5, with ECDSA as DER of r and s, or SM3 with SM2, the
     * default user id, as DER of r and s.
     */
    byte[] sign(byte[] bytes);

    /** False marks every document as a demonstration without legal effect. */
    boolean legallyEffective();
}
