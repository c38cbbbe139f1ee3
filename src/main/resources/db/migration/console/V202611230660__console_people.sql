CREATE TABLE console_person (
    name         text PRIMARY KEY,
    title        text        NOT NULL,
    roles        text[]      NOT NULL,
    password     text        NOT NULL,
    enabled      boolean     NOT NULL DEFAULT true,
    failures     int         NOT NULL DEFAULT 0,
    locked_until timestamptz,
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL
);

CREATE TABLE console_caller (
    name               text PRIMARY KEY,
    roles              text[]      NOT NULL,
    token_digest       text UNIQUE,
    certificate_digest text UNIQUE,
    enabled            boolean     NOT NULL DEFAULT true,
    created_at         timestamptz NOT NULL,
    created_by         text        NOT NULL
);

CREATE TABLE console_audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    act     text        NOT NULL,
    subject text,
    detail  text
);
CREATE INDEX console_audit_subject ON console_audit (subject, id);

CREATE FUNCTION console_audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit is never changed';
END $$;
CREATE TRIGGER console_audit_is_final BEFORE UPDATE OR DELETE ON console_audit
    FOR EACH ROW EXECUTE FUNCTION console_audit_is_final();

-- the answer given to an idempotency key, in the same commit as what the command did
CREATE TABLE console_idempotency (
    caller         text        NOT NULL,
    key            text        NOT NULL,
    request_digest text        NOT NULL,
    status         int,
    content_type   text,
    answer         bytea,
    answer_digest  text,
    at             timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX console_idempotency_at ON console_idempotency (at);
