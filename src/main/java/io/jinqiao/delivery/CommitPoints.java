package io.jinqiao.delivery;

/**
 * Named places around every commit that matters. In production nothing happens there; the crash campaign stops the process there
 * to kill it.
 */
@FunctionalInterface
public interface CommitPoints {

    enum Point {
        INBOUND_BEFORE_COMMIT,
        INBOUND_COMMITTED,
        INBOUND_REFUSAL_COMMITTED,
        INBOUND_ANSWER_WRITTEN,
        OUTBOX_LEASED,
        ABOUT_TO_SEND_BEFORE_COMMIT,
        ABOUT_TO_SEND_COMMITTED,
        OUTBOUND_BYTES_SENT,
        REPLY_BEFORE_COMMIT,
        REPLY_COMMITTED,
        ENQUIRY_ABOUT_TO_SEND_COMMITTED,
        ENQUIRY_REPLY_BEFORE_COMMIT,
        JOURNAL_LINK_BEFORE_COMMIT,
        JOURNAL_LINKED,
        JOURNAL_SEALED
    }

    void reached(Point point);
}
