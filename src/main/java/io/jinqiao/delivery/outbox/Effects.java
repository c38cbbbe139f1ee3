package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.AfterReply;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Reply;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What follows from a definite reply, in the caller's transaction. */
@Component
class Effects {
    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);

    private final ObjectProvider<AfterReply> afterReply;

    Effects(ObjectProvider<AfterReply> afterReply) {
        this.afterReply = afterReply;
    }

    /** Nothing follows for a message whose content was erased on purpose. */
    void follow(OutboxRow row, Reply reply) {
        Optional<Answered> answered = row.answered(reply);
        if (answered.isEmpty()) {
            LOG.warn("nothing follows from the answer to message {}: its content was erased", row.id());
            return;
        }
        afterReply.getObject().accept(answered.get());
    }
}
