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

    /** SHA-256 over {@code bytes}, signed as the certificate's key is: RSA PKCS#1 v1.5, or ECDSA as DER of r and s. */
    byte[] sign(byte[] bytes);

    /** False marks every document as a demonstration without legal effect. */
    boolean legallyEffective();
}
