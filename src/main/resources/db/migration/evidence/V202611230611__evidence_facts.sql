-- What other rooms may read of the journal.

CREATE FUNCTION evidence_link_of(record uuid) RETURNS bigint STABLE LANGUAGE sql AS
    'SELECT seq FROM evidence_link WHERE record_id = record';

CREATE FUNCTION evidence_seal_of(record uuid) RETURNS bigint STABLE LANGUAGE sql AS
    'SELECT g.seal FROM evidence_link l
     CROSS JOIN LATERAL (SELECT seal, last_seq FROM evidence_seal_range
                         WHERE node = l.node AND first_seq <= l.seq ORDER BY first_seq DESC LIMIT 1) g
     WHERE l.record_id = record AND g.last_seq >= l.seq';

-- Functions instead of joins: who does not ask for link, seal or state does not pay for them.
CREATE VIEW evidence_fact_record AS
SELECT r.id, r.at, r.kind, r.partner, r.operation, r.message_id, r.subject, r.verdict, r.codes, r.body_size,
       encode(r.body_digest, 'hex') AS body_digest, r.profile, r.certificate, r.revocation, r.answers, r.trace_id,
       r.timings::json AS timings, r.node, evidence_link_of(r.id) AS link, evidence_seal_of(r.id) AS seal,
       CASE WHEN evidence_seal_of(r.id) IS NOT NULL THEN 'sealed'
            WHEN evidence_link_of(r.id) IS NOT NULL THEN 'linked'
            ELSE 'recorded' END AS state
FROM evidence_record r;
COMMENT ON VIEW evidence_fact_record IS 'One thing that happened on a wire, without its content';
COMMENT ON COLUMN evidence_fact_record.id IS 'Record id, time-ordered';
COMMENT ON COLUMN evidence_fact_record.at IS 'When it happened, real clock';
COMMENT ON COLUMN evidence_fact_record.kind IS 'received, answered, about-to-send, reply-received, nothing-came, decision';
COMMENT ON COLUMN evidence_fact_record.partner IS 'Partner id; null when nobody could be identified';
COMMENT ON COLUMN evidence_fact_record.operation IS 'Canonical operation; null when unknown';
COMMENT ON COLUMN evidence_fact_record.message_id IS 'Number of the message, or of the one this answers';
COMMENT ON COLUMN evidence_fact_record.subject IS 'Application the record belongs to; null when none';
COMMENT ON COLUMN evidence_fact_record.verdict IS 'accepted, refused, channel or none';
COMMENT ON COLUMN evidence_fact_record.codes IS 'Failure codes, joined by blanks; null when not refused';
COMMENT ON COLUMN evidence_fact_record.body_size IS 'Bytes on the wire';
COMMENT ON COLUMN evidence_fact_record.body_digest IS 'SHA-256 of the bytes on the wire, hexadecimal';
COMMENT ON COLUMN evidence_fact_record.profile IS 'Signing profile in words; null when unsigned';
COMMENT ON COLUMN evidence_fact_record.certificate IS 'SHA-256 of the signing certificate, hexadecimal; null when unknown';
COMMENT ON COLUMN evidence_fact_record.revocation IS 'What was known of the certificate''s revocation';
COMMENT ON COLUMN evidence_fact_record.answers IS 'Record this one answers or repeats';
COMMENT ON COLUMN evidence_fact_record.trace_id IS 'Joins everything done for one exchange';
COMMENT ON COLUMN evidence_fact_record.timings IS 'Microseconds by stage, in the order of the stages';
COMMENT ON COLUMN evidence_fact_record.node IS 'Chain the record belongs to';
COMMENT ON COLUMN evidence_fact_record.link IS 'Place on that chain; null until linked';
COMMENT ON COLUMN evidence_fact_record.seal IS 'Number of the seal over its link; null until sealed';
COMMENT ON COLUMN evidence_fact_record.state IS 'recorded, linked or sealed';

CREATE VIEW evidence_fact_seal AS
SELECT s.seq AS seal, s.leaves, encode(s.root, 'hex') AS root, encode(s.digest, 'hex') AS digest, s.sealed_at,
       (SELECT json_agg(json_build_object('node', g.node, 'first', g.first_seq, 'last', g.last_seq) ORDER BY g.node COLLATE "C")
        FROM evidence_seal_range g WHERE g.seal = s.seq) AS ranges
FROM evidence_seal s;
COMMENT ON VIEW evidence_fact_seal IS 'Batches of links under one time-stamp';
COMMENT ON COLUMN evidence_fact_seal.seal IS 'Number of the seal, without gaps';
COMMENT ON COLUMN evidence_fact_seal.leaves IS 'Links under it';
COMMENT ON COLUMN evidence_fact_seal.root IS 'Merkle root, hexadecimal';
COMMENT ON COLUMN evidence_fact_seal.digest IS 'What the authority stamped, hexadecimal';
COMMENT ON COLUMN evidence_fact_seal.sealed_at IS 'When the token came, our clock';
COMMENT ON COLUMN evidence_fact_seal.ranges IS 'Chains and places under it';

CREATE VIEW evidence_fact_certificate AS
SELECT DISTINCT ON (fingerprint) fingerprint, der, seen_with FROM evidence_certificate ORDER BY fingerprint, seen_with;
COMMENT ON VIEW evidence_fact_certificate IS 'Certificates seen with signatures';
COMMENT ON COLUMN evidence_fact_certificate.fingerprint IS 'SHA-256 of the DER, hexadecimal; joins evidence_fact_record.certificate';
COMMENT ON COLUMN evidence_fact_certificate.der IS 'The certificate, DER';
COMMENT ON COLUMN evidence_fact_certificate.seen_with IS 'Record id of a record that was signed with it';
