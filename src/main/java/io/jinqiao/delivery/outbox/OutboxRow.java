package io.jinqiao.delivery.outbox;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Subject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox that is not settled.
 *
 * @param content canonical JSON, revealed and read only when needed: one bad row harms no other; empty when it was erased
 */
record OutboxRow(
        Lease lease,
        MessageId id,
        PartnerId partner,
        @Nullable String subject,
        Operation operation,
        Supplier<Optional<String>> content,
        Stage stage) {

    /** @throws Refusal when the content was erased, or is no message of this version any more */
    Outgoing outgoing() {
        return new Outgoing(partner, message().orElseThrow(() -> new Refusal(FailureCode.PERSONAL_DATA_ERASED)));
    }

    /** @return empty when the content was erased: nothing can follow from the reply any more */
    Optional<Answered> answered(Reply reply) {
        return message().map(message -> new Answered(partner, id, message, reply));
    }

    Subject about() {
        return new Subject(partner, subject);
    }

    private Optional<CanonicalMessage> message() {
        return content.get().map(text -> operation.read(CanonicalJson.read(text)));
    }
}
