package io.jinqiao.opinion;

import java.security.cert.X509Certificate;

/**
 * The slot for a security module or a seal server that holds the SM2 key of an electronic seal: it is given e and nothing of the
 * document. A bean of this type takes the place of the software key; see {@code docs/seal.md} for what a vendor's module must do.
 */
public interface Sm2SealDevice {

    /** For the record of a sealing: which device, in words. */
    String name();

    /** Of the seal's user: it must stand in the seal. */
    X509Certificate certificate();

    /**
     * Called by many threads at once.
     *
     * @param e SM3(Z ‖ M) with the default user id, 32 bytes; the device must not hash it again
     * @return DER SEQUENCE of r and s
     */
    byte[] sign(byte[] e);

    /** False marks every document as a demonstration without legal effect. */
    boolean legallyEffective();
}
