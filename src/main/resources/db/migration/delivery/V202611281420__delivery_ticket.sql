-- Tokens of the sessions partners opened with us. A token works only together with its partner's connection and signature.
CREATE TABLE delivery_ticket (
    partner      text        NOT NULL,
    token_digest bytea       NOT NULL CHECK (octet_length(token_digest) = 32),
    expires_at   timestamptz NOT NULL,
    CONSTRAINT delivery_ticket_token PRIMARY KEY (partner, token_digest)
);
CREATE INDEX delivery_ticket_expired ON delivery_ticket (partner, expires_at);
