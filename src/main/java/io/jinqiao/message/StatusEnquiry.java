package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * What became of an earlier message? Asked by its message id, never changes anything (状态查询).
 *
 * @param originalMessageId the id under which the message was first sent
 * @param originalOperation the operation it carried
 */
public record StatusEnquiry(
        String originalMessageId,
        Operation originalOperation)
        implements CanonicalMessage {

    static StatusEnquiry read(Fields f) {
        StatusEnquiry read = new StatusEnquiry(
                f.text("originalMessageId", 64),
                f.word("originalOperation", Operation.class));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.STATUS_ENQUIRY;
    }

    @Override
    public @Nullable String businessKey() {
        return null;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("originalMessageId", originalMessageId)
                .put("originalOperation", originalOperation)
                .build();
    }
}
