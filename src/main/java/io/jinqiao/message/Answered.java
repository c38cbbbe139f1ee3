package io.jinqiao.message;

/** What a partner answered, or what we know of it, to a message of ours: goes on to the route {@code <operation>-answered}. */
public record Answered(PartnerId partner, MessageId id, CanonicalMessage message, Reply reply) {
    public boolean accepted() {
        return reply.isAccepted();
    }
}
