package io.jinqiao.opinion;

import java.util.List;

/**
 * The room's door for those who keep the seals, bean {@code seals}: a seal is handed in by one person and enabled by another; anybody who
 * may keep seals stops one at once. Every change runs in a transaction of its own or in the caller's.
 */
public interface Seals {

    /**
     * Hands a seal in, as its maker made it.
     *
     * @param data DER of the SESeal (the bytes of {@code Seal.esl})
     * @throws io.jinqiao.message.Refusal when it is not a valid seal of a trusted maker, does not list this centre's key, or is known
     */
    SealCard propose(byte[] data, String who, String reason);

    /** @throws io.jinqiao.message.Refusal unless it is proposed, valid now, and {@code who} is not who proposed it */
    SealCard enable(String sealId, String who, String reason);

    /** @throws io.jinqiao.message.Refusal when there is no such seal or it is disabled already */
    SealCard disable(String sealId, String who, String reason);

    /** Latest first. */
    List<SealCard> all();
}
