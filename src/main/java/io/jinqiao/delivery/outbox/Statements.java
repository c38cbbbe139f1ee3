package io.jinqiao.delivery.outbox;

/** The outbox's statements. Leases are told by the database's clock, due times by the gateway's. */
final class Statements {
    private Statements() {}

    /** Held to the end of the transaction: the numbers of one subject's rows are given in the order of their commits. */
    static final String ORDER_OF_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

    static final String POST =
            """
            INSERT INTO delivery_outbox (message_id, partner, operation, business_key, subject, content, content_digest,
                                         posted_at, state, due_at, since)
            VALUES (:id, :partner, :operation, :key, :subject, :content, :digest, :now, 'POSTED', :now, :now)
            ON CONFLICT (partner, operation, business_key) DO NOTHING
            """;

    static final String POSTED_BEFORE =
            """
            SELECT message_id, content_digest FROM delivery_outbox
            WHERE partner = :partner AND operation = :operation AND business_key = :key
            """;

    /** Partners for which something is due and which are not stopped: one step of the index for each partner. */
    static final String DUE_PARTNERS =
            """
            WITH RECURSIVE p(partner) AS (
                SELECT min(partner) FROM delivery_outbox WHERE due_at IS NOT NULL AND state IN ('POSTED', 'UNKNOWN')
                UNION ALL
                SELECT (SELECT min(o.partner) FROM delivery_outbox o
                        WHERE o.due_at IS NOT NULL AND o.state IN ('POSTED', 'UNKNOWN') AND o.partner > p.partner)
                FROM p WHERE p.partner IS NOT NULL)
            SELECT partner FROM p
            WHERE partner IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM delivery_partner_stop s
                              WHERE s.partner = p.partner AND s.resumed_at IS NULL)
              AND EXISTS (SELECT 1 FROM delivery_outbox o
                          WHERE o.partner = p.partner AND o.due_at <= :now AND o.state IN ('POSTED', 'UNKNOWN'))
            """;

    /** Due rows of one partner, oldest due first; of each subject only its oldest unsettled row. */
    static final String LEASE =
            """
            UPDATE delivery_outbox SET lease_owner = :node, lease_token = lease_token + 1,
                   lease_until = clock_timestamp() + :millis * interval '1 millisecond'
            WHERE seq = ANY (ARRAY(
                SELECT o.seq FROM delivery_outbox o
                WHERE o.partner = :partner AND o.due_at <= :now AND o.state IN ('POSTED', 'UNKNOWN')
                  AND (o.lease_until IS NULL OR o.lease_until < clock_timestamp())
                  AND NOT EXISTS (SELECT 1 FROM delivery_outbox e
                                  WHERE e.partner = o.partner AND e.subject = o.subject AND e.seq < o.seq
                                    AND e.state <> 'SETTLED')
                ORDER BY o.due_at, o.seq
                LIMIT :count
                FOR UPDATE SKIP LOCKED))
            RETURNING *
            """;

    /** Prolongs the lease before an enquiry leaves. */
    static final String HOLD =
            """
            UPDATE delivery_outbox SET lease_until = clock_timestamp() + :millis * interval '1 millisecond', record = :record
            WHERE seq = :seq AND lease_token = :token AND lease_until > clock_timestamp()
            """;

    static final String DEPART =
            """
            UPDATE delivery_outbox SET lease_until = clock_timestamp() + :millis * interval '1 millisecond', record = :record,
                   state = 'DEPARTED', attempts = :attempts, due_at = NULL, since = :now
            WHERE seq = :seq AND lease_token = :token AND lease_until > clock_timestamp()
            """;

    /** Writes a stage and gives the lease back. An old token hits nothing. */
    static final String WRITE =
            """
            UPDATE delivery_outbox SET state = :state, attempts = :attempts, enquiries = :enquiries, effect_tries = :tries,
                   due_at = :due, since = :since, cause = :cause, detail = :detail, expected_by = :expectedBy, outcome = :outcome, reply = :reply,
                   record = coalesce(:record, record), content = CASE WHEN :state = 'SETTLED' THEN NULL ELSE content END,
                   lease_owner = NULL, lease_until = NULL, lease_token = lease_token + 1
            WHERE seq = :seq AND lease_token = :token
            """;

    /** What a former life of this node held is free at once. */
    static final String RELEASE_OWN =
            """
            UPDATE delivery_outbox SET lease_until = clock_timestamp() - interval '1 millisecond'
            WHERE lease_owner = :node AND lease_until > clock_timestamp()
            """;

    static final String ABANDONED =
            """
            SELECT * FROM delivery_outbox WHERE state = 'DEPARTED' AND lease_until < clock_timestamp()
            ORDER BY seq LIMIT 50 FOR UPDATE SKIP LOCKED
            """;

    static final String NEXT_ANSWERED =
            """
            SELECT * FROM delivery_outbox WHERE state = 'ANSWERED' AND due_at <= :now
            ORDER BY due_at, seq LIMIT 1 FOR UPDATE SKIP LOCKED
            """;

    static final String ONE = "SELECT * FROM delivery_outbox WHERE message_id = :id AND state <> 'SETTLED' FOR UPDATE";

    static final String HELD =
            "SELECT * FROM delivery_outbox WHERE partner = :partner AND state = 'HELD' ORDER BY seq FOR UPDATE";

    static final String COUNTS =
            "SELECT partner, state, count(*) AS n FROM delivery_outbox WHERE state <> 'SETTLED' GROUP BY 1, 2";
}
