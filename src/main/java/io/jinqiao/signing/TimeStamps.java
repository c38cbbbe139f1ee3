package io.jinqiao.signing;

/** A time-stamp authority (RFC 3161) asked over HTTP. */
public interface TimeStamps {

    /**
     * Asks for a time-stamp and checks the answer (granted, our digest, our nonce, signature).
     *
     * @param sha256 32 bytes
     * @return DER of the TimeStampToken, the authority's certificate inside
     * @throws TimeStampFailure when no authority is configured, it does not answer, or its answer does not check
     */
    byte[] token(byte[] sha256);
}
