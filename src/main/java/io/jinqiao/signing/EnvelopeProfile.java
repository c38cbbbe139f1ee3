package io.jinqiao.signing;

/**
 * How a digital envelope is agreed with a partner.
 *
 * @param mode of SM4
 * @param order of the parts of the wrapped key
 * @param wrapping how the wrapped key is written
 */
public record EnvelopeProfile(Mode mode, Order order, Wrapping wrapping) {

    public enum Mode {
        /** PKCS#7 padding. Not authenticated by itself: take it only below a signature over the ciphertext, verified first. */
        CBC,
        /** 12 bytes of nonce, 16 bytes of tag behind the ciphertext. */
        GCM
    }

    public enum Order {
        /** GM/T 0003-2012 and later. */
        C1C3C2,
        /** Before 2012; some systems still write it. */
        C1C2C3
    }

    public enum Wrapping {
        /** Point with the leading 04, then the other parts. */
        WITH_04,
        /** The same without the leading byte. */
        WITHOUT_04,
        /** SM2Cipher of GM/T 0009, strict DER; its order is its own. */
        DER
    }

    public EnvelopeProfile {
        if (wrapping == Wrapping.DER && order != Order.C1C3C2) {
            throw new IllegalArgumentException("SM2Cipher has one order only, C1C3C2");
        }
    }
}
