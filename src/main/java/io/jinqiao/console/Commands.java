package io.jinqiao.console;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Content;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commands of people and programs on their way to the routes; the audit line is part of the same commit. */
@Service
public class Commands {
    private final Capabilities capabilities;
    private final Audit audit;

    public Commands(Capabilities capabilities, Audit audit) {
        this.capabilities = capabilities;
        this.audit = audit;
    }

    /**
     * @param route business route, such as {@code loan-decision}; also the act in the audit
     * @param detail for the audit, in fixed words or names of staff
     * @return what the answer says
     * @throws Refusal when a gate or the state refuses; nothing was done
     */
    @Transactional
    public Content.Group run(Actor actor, String route, String subject, @Nullable String detail, Object command) {
        Object out = capabilities.run(route, command);
        audit.write(actor.name(), route, subject, detail);
        return out instanceof Outcome outcome ? accepted(outcome.reply()) : Content.Group.EMPTY;
    }

    private static Content.Group accepted(Reply reply) {
        return reply.fold(Reply.Accepted::content, rejected -> {
            throw new Refusal(rejected.problems());
        }, unknown -> Content.Group.EMPTY);
    }
}
