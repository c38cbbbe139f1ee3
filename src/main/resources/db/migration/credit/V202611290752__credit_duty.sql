-- Who reports, who tells people and who answers objections of one loan, where it is not as its bank's agreement says: one person enters it, another answers. The latest that was confirmed holds.
CREATE TABLE credit_duty (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     text        NOT NULL,
    reporter    text        NOT NULL CHECK (reporter IN ('centre', 'bank')),
    notifier    text        NOT NULL CHECK (notifier IN ('centre', 'bank')),
    objections  text        NOT NULL CHECK (objections IN ('centre', 'bank')),
    agreement   text        NOT NULL,
    reason      text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz,
    file        text        REFERENCES credit_file,
    CHECK ((confirmed IS NULL) = (answered_by IS NULL) AND (file IS NULL OR confirmed))
);
CREATE UNIQUE INDEX credit_duty_open ON credit_duty (account) WHERE confirmed IS NULL;
CREATE INDEX credit_duty_of ON credit_duty (account) WHERE confirmed;

CREATE VIEW credit_fact_duty AS
SELECT number, account, reporter, notifier, objections, agreement, reason, proposed_by, proposed_at, confirmed, answered_by, answered_at, file FROM credit_duty;
COMMENT ON VIEW credit_fact_duty IS 'Who does what of single loans towards the Center, as it was entered; the latest that was confirmed holds';
COMMENT ON COLUMN credit_fact_duty.number IS 'ours';
COMMENT ON COLUMN credit_fact_duty.account IS 'identifier of the account';
COMMENT ON COLUMN credit_fact_duty.reporter IS 'who reports: centre, bank';
COMMENT ON COLUMN credit_fact_duty.notifier IS 'who tells people before something adverse is told of them: centre, bank';
COMMENT ON COLUMN credit_fact_duty.objections IS 'who answers objections: centre, bank';
COMMENT ON COLUMN credit_fact_duty.agreement IS 'number of the agreement that says so';
COMMENT ON COLUMN credit_fact_duty.reason IS 'why, by whoever proposed';
COMMENT ON COLUMN credit_fact_duty.proposed_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_duty.proposed_at IS 'when';
COMMENT ON COLUMN credit_fact_duty.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN credit_fact_duty.answered_by IS 'another person';
COMMENT ON COLUMN credit_fact_duty.answered_at IS 'when';
COMMENT ON COLUMN credit_fact_duty.file IS 'that tells the Center the account is handed over; null: nothing was to be told';
