package io.jinqiao.message;

/** A message the business wants a partner to have; it becomes an outbox row in the same commit. */
public record Outgoing(PartnerId partner, CanonicalMessage message) {}
