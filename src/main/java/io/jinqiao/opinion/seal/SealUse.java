package io.jinqiao.opinion.seal;

import java.time.Instant;

/** An electronic seal (GB/T 38540) in the hand of its user. */
public interface SealUse {

    /** DER of the SESeal as its maker handed it over. */
    byte[] data();

    /**
     * @param dataHash SM3 of the signature's description
     * @param description absolute path of the description in the package
     * @return DER of the SES_Signature
     */
    byte[] signature(byte[] dataHash, String description, Instant at);
}
