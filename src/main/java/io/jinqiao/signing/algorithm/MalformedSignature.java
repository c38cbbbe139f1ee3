package io.jinqiao.signing.algorithm;

/** Signature bytes or text that are not in the agreed form. The message says where, and shows no bytes. */
public final class MalformedSignature extends Exception {
    public MalformedSignature(String reason) {
        super(reason);
    }
}
