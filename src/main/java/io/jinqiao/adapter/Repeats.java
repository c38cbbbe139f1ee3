package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.PartnerDescriptor.RepeatAnswer;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What bytes get that were answered before: the stored answer as it was, or, where the partner's folder asks for it, the same word signed
 * afresh. A sealed answer and the answer to an enquiry always go as they were: the one cannot be read again, the other is no reply of ours.
 */
@Component
class Repeats {
    private final Pen pen;
    private final Clock clock;
    private final IdGenerator ids;

    Repeats(Pen pen, Clock clock, IdGenerator ids) {
        this.pen = pen;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param seal of a new signature; null when the stored bytes go out */
    record Again(WireAnswer wire, byte[] bytes, Pen.@Nullable Seal seal) {}

    /** @param framed null when the bytes could not be read this time */
    Again of(Dialect dialect, @Nullable Framed framed, StoredAnswer stored) {
        if (framed == null
                || framed.sealed() != null
                || framed.glimpse().operation() == Operation.STATUS_ENQUIRY
                || dialect.descriptor().repeatAnswer() == RepeatAnswer.SAME_BYTES) {
            return new Again(dialect.again(stored.bytes()), stored.bytes(), null);
        }
        Unsigned unsigned = dialect.answer(framed, StoredReply.read(stored.reply()), ids.next(), clock.instant());
        Pen.SignedAnswer answer = pen.answer(dialect, unsigned);
        return new Again(answer.wire(), answer.wire().body(), answer.seal());
    }
}
