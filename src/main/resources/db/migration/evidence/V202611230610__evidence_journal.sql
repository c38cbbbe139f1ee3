-- The journal: what was said on every wire, never changed, never removed.

CREATE TABLE evidence_certificate (
    fingerprint text NOT NULL,
    seen_with uuid NOT NULL,
    der bytea NOT NULL,
    PRIMARY KEY (fingerprint, seen_with)
);
COMMENT ON TABLE evidence_certificate IS 'Certificates seen with signatures; a process writes one until it is sure that it is there, so none waits for another';
COMMENT ON COLUMN evidence_certificate.seen_with IS 'A record that was signed with it';
COMMENT ON COLUMN evidence_certificate.fingerprint IS 'SHA-256 of the DER, lower-case hexadecimal';

CREATE TABLE evidence_revocation_list (
    digest text PRIMARY KEY,
    der bytea NOT NULL,
    seen_at timestamptz NOT NULL
);
COMMENT ON TABLE evidence_revocation_list IS 'Revocation lists that were in use; records name them by digest';
COMMENT ON COLUMN evidence_revocation_list.digest IS 'SHA-256 of the DER, lower-case hexadecimal';

CREATE TABLE evidence_key (
    id uuid PRIMARY KEY,
    owner text NOT NULL,
    master text NOT NULL,
    wrapped bytea,
    erased_at timestamptz,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX evidence_key_owner ON evidence_key (owner);
COMMENT ON TABLE evidence_key IS 'Data keys of the journal; a subject has one per process that wrote about it; erasing sets wrapped to null';
COMMENT ON COLUMN evidence_key.owner IS 'subject:<application>, partner:<id> or nobody';
COMMENT ON COLUMN evidence_key.master IS 'Name of the master key that wraps it';
COMMENT ON COLUMN evidence_key.wrapped IS '12 bytes IV, AES-256-GCM of the 32 key bytes, id and owner authenticated; null once erased';

CREATE TABLE evidence_record (
    id uuid PRIMARY KEY,
    node text NOT NULL,
    xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL,
    kind text NOT NULL,
    partner text,
    operation text,
    message_id text,
    subject text,
    verdict text NOT NULL,
    codes text,
    body_size bigint NOT NULL,
    body_digest bytea NOT NULL,
    input_size bigint,
    input_digest bytea,
    signature text,
    profile text,
    certificate text,
    revocation text,
    answers uuid,
    trace_id text NOT NULL,
    timings text NOT NULL,
    key_id uuid NOT NULL,
    stored text,
    content bytea,
    digest bytea NOT NULL,
    CHECK ((stored IS NULL) <> (content IS NULL))
);
-- Ciphertext does not compress: trying costs time on the hot path.
ALTER TABLE evidence_record ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX evidence_record_unlinked ON evidence_record (node, xact);
CREATE INDEX evidence_record_message ON evidence_record (message_id, partner);
CREATE INDEX evidence_record_trace ON evidence_record (trace_id);
CREATE INDEX evidence_record_at ON evidence_record USING brin (at) WITH (autosummarize = on);
CREATE INDEX evidence_record_subject ON evidence_record (subject, id) WHERE subject IS NOT NULL;
CREATE INDEX evidence_record_answers ON evidence_record (answers) WHERE answers IS NOT NULL;
COMMENT ON TABLE evidence_record IS 'One thing that happened on a wire, with its proof; only ever inserted';
COMMENT ON COLUMN evidence_record.node IS 'The chain this record belongs to';
COMMENT ON COLUMN evidence_record.xact IS 'Transaction that wrote it; the linker finds new rows by it';
COMMENT ON COLUMN evidence_record.stored IS 'SHA-256 of the encrypted content in the content store; null when the content is in the row';
COMMENT ON COLUMN evidence_record.content IS '12 bytes IV, AES-256-GCM of body and signing input, record id authenticated';
COMMENT ON COLUMN evidence_record.digest IS 'SHA-256 of the record text (docs/evidence.md)';

CREATE TABLE evidence_chain (
    node text PRIMARY KEY,
    holder uuid,
    held_until timestamptz
);
COMMENT ON TABLE evidence_chain IS 'Chains and who may write to them now; not part of the proof';

CREATE TABLE evidence_link (
    node text NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    record_id uuid NOT NULL UNIQUE,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (node, seq)
);
COMMENT ON TABLE evidence_link IS 'Joins a record to the one before it on the chain of its node; only ever inserted';
COMMENT ON COLUMN evidence_link.hash IS 'SHA-256 of the link text (docs/evidence.md)';

CREATE TABLE evidence_seal (
    seq bigint PRIMARY KEY CHECK (seq > 0),
    previous bytea NOT NULL,
    root bytea NOT NULL,
    leaves bigint NOT NULL CHECK (leaves > 0),
    digest bytea NOT NULL,
    token bytea NOT NULL,
    sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE evidence_seal IS 'Merkle root over links, time-stamped by an authority; only ever inserted';
COMMENT ON COLUMN evidence_seal.digest IS 'SHA-256 of the seal text (docs/evidence.md): what the token stamps';
COMMENT ON COLUMN evidence_seal.token IS 'RFC 3161 TimeStampToken, DER';
COMMENT ON COLUMN evidence_seal.sealed_at IS 'Our clock when the token came; the time that counts is inside the token';

CREATE TABLE evidence_seal_range (
    seal bigint NOT NULL REFERENCES evidence_seal (seq),
    node text NOT NULL,
    first_seq bigint NOT NULL,
    last_seq bigint NOT NULL,
    PRIMARY KEY (node, first_seq),
    UNIQUE (node, last_seq),
    CHECK (first_seq <= last_seq)
);
CREATE INDEX evidence_seal_range_seal ON evidence_seal_range (seal);
COMMENT ON TABLE evidence_seal_range IS 'Which links are the leaves of a seal; only ever inserted';

CREATE FUNCTION evidence_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % refused: evidence is only ever inserted', TG_OP, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE FUNCTION evidence_allow_erasure_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.wrapped IS NULL AND OLD.wrapped IS NOT NULL
        AND (NEW.id, NEW.owner, NEW.master) = (OLD.id, OLD.owner, OLD.master) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'UPDATE on evidence_key refused: a key can only be erased' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_revocation_list
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_record
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_link
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_seal
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_seal_range
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON evidence_key
    FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER erasure_only BEFORE UPDATE ON evidence_key
    FOR EACH ROW EXECUTE FUNCTION evidence_allow_erasure_only();
