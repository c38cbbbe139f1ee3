-- Notices that cannot be delivered: one person wants the record to leave all the same, another answers.
CREATE TABLE credit_release (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     text        NOT NULL,
    episode     date        NOT NULL,
    person      text        NOT NULL,
    reason      text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz,
    CHECK ((confirmed IS NULL) = (answered_by IS NULL))
);
CREATE UNIQUE INDEX credit_release_open ON credit_release (account, episode, person) WHERE confirmed IS NULL;

CREATE VIEW credit_fact_release AS
SELECT number, account, episode, person, reason, proposed_by, proposed_at, confirmed, answered_by, answered_at FROM credit_release;
COMMENT ON VIEW credit_fact_release IS 'Notices that cannot be delivered and should be released by two people';
COMMENT ON COLUMN credit_fact_release.number IS 'ours';
COMMENT ON COLUMN credit_fact_release.account IS 'identifier of the account';
COMMENT ON COLUMN credit_fact_release.episode IS 'first day of the month in which the episode began';
COMMENT ON COLUMN credit_fact_release.person IS 'by part in the loan, never by name';
COMMENT ON COLUMN credit_fact_release.reason IS 'why, by whoever proposed';
COMMENT ON COLUMN credit_fact_release.proposed_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_release.proposed_at IS 'when';
COMMENT ON COLUMN credit_fact_release.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN credit_fact_release.answered_by IS 'another person';
COMMENT ON COLUMN credit_fact_release.answered_at IS 'when';
