package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/** A message in the centre's words whose every value was checked. */
public interface CanonicalMessage {

    Operation operation();

    /**
     * What makes this message one of its kind for a partner: counted once per partner and operation. Null for pure questions,
     * which may be asked again at will.
     */
    @Nullable String businessKey();

    /**
     * The application this message belongs to, in the bank's numbering (贷款申请编号), or the loan account when the loan is older than the
     * gateway and has none; messages of one subject are sent in order and its personal data share one key. Null when it belongs to none.
     */
    @Nullable String subject();

    /** The number under which it must go out, where a partner's form gives numbers of its own; null: one is made. */
    default @Nullable MessageId ownId() {
        return null;
    }

    /** The content as a tree; {@code operation().read(content())} gives an equal message. */
    Content.Group content();
}
