package io.jinqiao.workbench.samples;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import java.time.Instant;

/** A table may say that the number of a message is a number of its content, too; which one, the language itself tells by what it writes. */
final class Numbered {
    private Numbered() {}

    /** The message with this number where its content has one. */
    static CanonicalMessage of(Dialect speaker, CanonicalMessage message, MessageId id, Instant at) {
        if (agrees(speaker, message, id, at)) {
            return message;
        }
        Content.Group content = message.content();
        return content.members().keySet().stream()
                .filter(name -> content.get(name) instanceof Content.Text)
                .map(name -> content.with(name, id.value()))
                .filter(other -> readable(message, other) && agrees(speaker, message.operation().read(other), id, at))
                .map(other -> message.operation().read(other))
                .findFirst()
                .orElse(message);
    }

    private static boolean readable(CanonicalMessage message, Content.Group content) {
        try {
            message.operation().read(content);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static boolean agrees(Dialect speaker, CanonicalMessage message, MessageId id, Instant at) {
        try {
            speaker.request(message, id, at);
            return true;
        } catch (Refusal refusal) {
            return refusal.problems().stream().noneMatch(problem -> problem.code() == FailureCode.FIELDS_DISAGREE);
        }
    }
}
