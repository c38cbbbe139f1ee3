package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.MalformedSignature;
import io.jinqiao.signing.algorithm.SignaturePair;

/** SM2 and P-256 signatures from one written form to the other. Strict on reading; says nothing of validity. */
public final class SignatureForms {
    private SignatureForms() {}

    /**
     * @return r ‖ s, 64 bytes
     * @throws IllegalArgumentException unless strict DER of two non-negative integers of at most 256 bits
     */
    public static byte[] derToRaw(byte[] der) {
        try {
            return SignaturePair.ofDer(der).raw();
        } catch (MalformedSignature e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException unless 64 bytes */
    public static byte[] rawToDer(byte[] raw) {
        try {
            return SignaturePair.ofRaw(raw).der();
        } catch (MalformedSignature e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
