package io.jinqiao.signing.algorithm;

import org.bouncycastle.crypto.Digest;

/** Gives a digest that was computed elsewhere, whatever it is fed. */
final class GivenDigest implements Digest {
    private final byte[] digest;

    /** @param digest 32 bytes */
    GivenDigest(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("a digest of 32 bytes is needed");
        }
        this.digest = digest.clone();
    }

    @Override
    public String getAlgorithmName() {
        return "given";
    }

    @Override
    public int getDigestSize() {
        return digest.length;
    }

    @Override
    public void update(byte in) {}

    @Override
    public void update(byte[] in, int offset, int length) {}

    @Override
    public int doFinal(byte[] out, int offset) {
        System.arraycopy(digest, 0, out, offset, digest.length);
        return digest.length;
    }

    @Override
    public void reset() {}
}
