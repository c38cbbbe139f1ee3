package io.jinqiao.delivery.outbox;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;

/** A message of the outbox that is not settled. @param content canonical JSON, read only when needed: one bad row harms no other */
record OutboxRow(Lease lease, MessageId id, PartnerId partner, Operation operation, String content, Stage stage) {

    /** @throws io.jinqiao.message.Refusal when the content is no message of this version any more */
    Outgoing outgoing() {
        return new Outgoing(partner, message());
    }

    Answered answered(Reply reply) {
        return new Answered(partner, id, message(), reply);
    }

    private CanonicalMessage message() {
        return operation.read(CanonicalJson.read(content));
    }
}
