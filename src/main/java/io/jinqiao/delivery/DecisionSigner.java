package io.jinqiao.delivery;

/** Signs a person's decision with the gateway's own key: implemented where signing may be used. */
@FunctionalInterface
public interface DecisionSigner {

    /** @param text canonical text of the decision, UTF-8: exactly these bytes are signed */
    Signed sign(byte[] text);

    /**
     * @param signature text form
     * @param profile signing profile in words, as in the journal
     * @param certificate DER of the signer's certificate
     */
    record Signed(String signature, String profile, byte[] certificate) {}
}
