-- What was said of a person is made unreadable when its period has run out: one person proposes, another confirms.
CREATE TABLE console_erasure (
    id             uuid PRIMARY KEY,
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    kept_until     date        NOT NULL,
    reason         text        NOT NULL,
    proposed_by    text        NOT NULL,
    proposed_at    timestamptz NOT NULL,
    confirmed_by   text,
    confirmed_at   timestamptz,
    keys           int,
    UNIQUE (partner, application_no),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_by IS NULL) = (keys IS NULL))
);
COMMENT ON TABLE console_erasure IS 'Erasures proposed and done; one for each application. What stays is the proof: digests, links, seals';
COMMENT ON COLUMN console_erasure.kept_until IS 'last day of the longest period of rules/retention.yaml';
COMMENT ON COLUMN console_erasure.keys IS 'how many keys were erased; null: only proposed';
