package io.jinqiao.delivery.inbox;

/** The inbox's statements. */
final class Statements {
    private Statements() {}

    /** Takes number and key unless these bytes were answered before; 0 rows when any of the three is in the way. */
    static final String TAKE =
            """
            INSERT INTO delivery_inbox (partner, message_id, operation, business_key, content_digest, raw_digest)
            SELECT ?, ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM delivery_answer WHERE partner = ? AND raw_digest = ?)
            ON CONFLICT DO NOTHING
            """;

    static final String ORDER_OF_BYTES = "SELECT pg_advisory_xact_lock(hashtextextended('inbox/' || ? || '/' || ?, 0))";

    static final String TAKE_NUMBER =
            """
            INSERT INTO delivery_inbox (partner, message_id, operation, content_digest, raw_digest, repeats)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    /** Of a message that was admitted and not answered. */
    static final String LET_GO = "DELETE FROM delivery_inbox WHERE partner = ? AND message_id = ? AND raw_digest = ?";

    static final String BY_NUMBER =
            """
            SELECT message_id, operation, content_digest, raw_digest FROM delivery_inbox
            WHERE partner = ? AND message_id = ?
            """;

    static final String BY_KEY =
            """
            SELECT message_id, operation, content_digest, raw_digest FROM delivery_inbox
            WHERE partner = ? AND operation = ? AND business_key = ?
            """;

    /** Fails when these bytes were answered before. */
    static final String ANSWER =
            """
            INSERT INTO delivery_answer (partner, raw_digest, message_id, admitted, record, reply)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    static final String STORE_ANSWER = ANSWER + "ON CONFLICT DO NOTHING";

    static final String ANSWER_TO_BYTES =
            "SELECT record, reply FROM delivery_answer WHERE partner = ? AND raw_digest = ?";

    static final String ANSWER_TO_NUMBER =
            """
            SELECT a.record, a.reply FROM delivery_inbox i
            JOIN delivery_answer a ON a.partner = i.partner AND a.raw_digest = i.raw_digest
            WHERE i.partner = ? AND i.message_id = ?
            """;

    static final String LAST_REFUSAL =
            """
            SELECT record, reply FROM delivery_answer
            WHERE partner = ? AND message_id = ? AND NOT admitted
            ORDER BY answered_at DESC LIMIT 1
            """;
}
