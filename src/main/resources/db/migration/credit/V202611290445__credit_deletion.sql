-- What was told by mistake and should be deleted at the Center: one person proposes, another answers. Both days null: the whole account.
CREATE TABLE credit_deletion (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     text        NOT NULL,
    from_day    date,
    to_day      date,
    reason      text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz,
    file        text        REFERENCES credit_file,
    CHECK ((confirmed IS NULL) = (answered_by IS NULL) AND (file IS NOT NULL) = coalesce(confirmed, false))
);
CREATE UNIQUE INDEX credit_deletion_open ON credit_deletion (account) WHERE confirmed IS NULL;
CREATE INDEX credit_deletion_file ON credit_deletion (file) WHERE file IS NOT NULL;

-- What the Center accepted first and forgot later: kept, with the file that asked for it.
CREATE TABLE credit_deleted (
    account    text    NOT NULL,
    reported   date    NOT NULL,
    event      text    NOT NULL,
    month      date,
    classified date,
    closed     boolean NOT NULL,
    adverse    boolean NOT NULL,
    specials   text[]  NOT NULL,
    file       text    NOT NULL,
    row        integer NOT NULL,
    by_file    text    NOT NULL REFERENCES credit_file
);
CREATE INDEX credit_deleted_account ON credit_deleted (account);

CREATE VIEW credit_fact_deletion AS
SELECT d.number, d.account, d.from_day, d.to_day, d.reason, d.proposed_by, d.proposed_at, d.confirmed, d.answered_by, d.answered_at, d.file, f.answer
FROM credit_deletion d LEFT JOIN credit_file f ON f.name = d.file;
COMMENT ON VIEW credit_fact_deletion IS 'What should be deleted at the Center, or was';
COMMENT ON COLUMN credit_fact_deletion.number IS 'ours';
COMMENT ON COLUMN credit_fact_deletion.account IS 'identifier of the account';
COMMENT ON COLUMN credit_fact_deletion.from_day IS 'first day of report; with to_day null too: the whole account';
COMMENT ON COLUMN credit_fact_deletion.to_day IS 'last day of report';
COMMENT ON COLUMN credit_fact_deletion.reason IS 'why, by whoever proposed';
COMMENT ON COLUMN credit_fact_deletion.proposed_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_deletion.proposed_at IS 'when';
COMMENT ON COLUMN credit_fact_deletion.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN credit_fact_deletion.answered_by IS 'another person';
COMMENT ON COLUMN credit_fact_deletion.answered_at IS 'when';
COMMENT ON COLUMN credit_fact_deletion.file IS 'that asks the Center for it';
COMMENT ON COLUMN credit_fact_deletion.answer IS 'what the Center said of the file: 1 taken, 2 refused, 3 in part; null: nothing yet';
