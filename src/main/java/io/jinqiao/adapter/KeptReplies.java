package io.jinqiao.adapter;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.message.Subject;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Replies as the inbox keeps them. One that holds a session's token opens a door: it is kept concealed, and read again when the same question comes again. */
@Component
class KeptReplies {
    private static final String CONCEALED = "concealed ";

    private final PersonalData data;

    KeptReplies(PersonalData data) {
        this.data = data;
    }

    /** In the transaction that stores it. */
    String write(PartnerId partner, CanonicalMessage to, Reply reply) {
        String text = StoredReply.write(reply);
        return opensADoor(to) ? CONCEALED + Base64.getEncoder().encodeToString(data.concealText(new Subject(partner, null), text)) : text;
    }

    private static boolean opensADoor(CanonicalMessage to) {
        return to instanceof SessionOpening || to instanceof StatusEnquiry enquiry && enquiry.originalOperation() == Operation.SESSION_OPENING;
    }

    /** @throws io.jinqiao.message.Refusal when the keys were erased */
    Reply read(String kept) {
        return StoredReply.read(
                kept.startsWith(CONCEALED) ? data.requireText(Base64.getDecoder().decode(kept.substring(CONCEALED.length()))) : kept);
    }
}
