package io.jinqiao.delivery.outbox;

/**
 * The right to work on one row for a while, by the database's clock.
 *
 * @param token grows with every lease of the row: whoever comes with an old one is late, and its writes hit nothing
 */
record Lease(long seq, long token) {}
