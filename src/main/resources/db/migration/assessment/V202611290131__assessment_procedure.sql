-- The cases a bank was told of, under the numbers its objections name.
CREATE TABLE assessment_told (
    period_no  text     NOT NULL,
    told_no    text     NOT NULL,
    measure    text     NOT NULL,
    case_no    text     NOT NULL,
    PRIMARY KEY (period_no, told_no),
    FOREIGN KEY (period_no, measure, case_no) REFERENCES assessment_case
);

-- Scorecards on their way, and what the banks answered.
CREATE TABLE assessment_scorecard (
    scorecard_no text        PRIMARY KEY,
    period_no    text        NOT NULL REFERENCES assessment_period,
    version      integer     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('provisional', 'final')),
    posted_at    timestamptz NOT NULL,
    answer       text        CHECK (answer IN ('accepted', 'rejected')),
    message_id   text,
    answered_at  timestamptz
);

-- Each case a bank contests: one person proposes a ruling, another confirms it; a confirmed one that upholds takes the case out of the score.
CREATE TABLE assessment_objection (
    number        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank          text        NOT NULL,
    objection_no  text        NOT NULL,
    period_no     text        NOT NULL,
    told_no       text        NOT NULL,
    reason        text        NOT NULL,
    message_id    text        NOT NULL,
    registered_at timestamptz NOT NULL,
    due_on        date        NOT NULL,
    FOREIGN KEY (period_no, told_no) REFERENCES assessment_told,
    UNIQUE (bank, objection_no, told_no)
);
CREATE TABLE assessment_ruling (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number       bigint      NOT NULL REFERENCES assessment_objection,
    upheld       boolean     NOT NULL,
    reason       text        NOT NULL,
    proposed_by  text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    confirmed    boolean,
    answered_by  text,
    answered_at  timestamptz
);
CREATE UNIQUE INDEX assessment_ruling_one ON assessment_ruling (number) WHERE confirmed IS NULL OR confirmed;

-- The fee of a final score, to the fen.
CREATE TABLE assessment_fee (
    period_no     text          PRIMARY KEY REFERENCES assessment_period,
    version       integer       NOT NULL,
    interest_fen  bigint        NOT NULL,
    penalty_fen   bigint        NOT NULL,
    base_fen      bigint        NOT NULL,
    percent       numeric(7, 4) NOT NULL,
    full_fen      bigint        NOT NULL,
    coefficient   numeric(5, 4) NOT NULL,
    due_fen       bigint        NOT NULL,
    held_back_fen bigint        NOT NULL,
    computed_at   timestamptz   NOT NULL
);

CREATE OR REPLACE VIEW assessment_fact_case AS
SELECT c.period_no, p.bank AS partner, c.measure, c.case_no, c.account_no, c.reference, c.on_day, c.amounts, c.short AND u.told_no IS NULL AS short,
       coalesce(c.excluded, CASE WHEN u.told_no IS NOT NULL THEN 'objection-upheld' END) AS excluded, c.remark, c.message_ids
FROM assessment_case c
JOIN assessment_period p ON p.period_no = c.period_no
LEFT JOIN LATERAL (SELECT t.told_no FROM assessment_told t JOIN assessment_objection o ON o.period_no = t.period_no AND o.told_no = t.told_no
                   JOIN assessment_ruling r ON r.number = o.number AND r.confirmed AND r.upheld
                   WHERE t.period_no = c.period_no AND t.measure = c.measure AND t.case_no = c.case_no LIMIT 1) u ON true;

CREATE VIEW assessment_fact_objection AS
SELECT o.number, o.bank AS partner, o.objection_no, o.period_no, o.told_no, t.measure, t.case_no, o.reason, o.message_id, o.registered_at, o.due_on, r.id AS ruling, r.upheld,
       r.reason AS ruling_reason, r.proposed_by, r.confirmed, r.answered_by, r.answered_at
FROM assessment_objection o
JOIN assessment_told t ON t.period_no = o.period_no AND t.told_no = o.told_no
LEFT JOIN LATERAL (SELECT * FROM assessment_ruling r WHERE r.number = o.number ORDER BY r.id DESC LIMIT 1) r ON true;
COMMENT ON VIEW assessment_fact_objection IS 'Cases banks contest, and the latest ruling on each';
COMMENT ON COLUMN assessment_fact_objection.number IS 'ours';
COMMENT ON COLUMN assessment_fact_objection.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_objection.objection_no IS 'the bank''s number';
COMMENT ON COLUMN assessment_fact_objection.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_objection.told_no IS 'number of the case the bank was told';
COMMENT ON COLUMN assessment_fact_objection.measure IS 'what the case counts for';
COMMENT ON COLUMN assessment_fact_objection.case_no IS 'number of the case here';
COMMENT ON COLUMN assessment_fact_objection.reason IS 'why, in the bank''s words';
COMMENT ON COLUMN assessment_fact_objection.message_id IS 'message it came in, in the journal';
COMMENT ON COLUMN assessment_fact_objection.registered_at IS 'when';
COMMENT ON COLUMN assessment_fact_objection.due_on IS 'last day to rule on it';
COMMENT ON COLUMN assessment_fact_objection.ruling IS 'number of the latest ruling; null: none was proposed';
COMMENT ON COLUMN assessment_fact_objection.upheld IS 'whether it takes the case out of the score';
COMMENT ON COLUMN assessment_fact_objection.ruling_reason IS 'why, in writing';
COMMENT ON COLUMN assessment_fact_objection.proposed_by IS 'who proposed the ruling';
COMMENT ON COLUMN assessment_fact_objection.confirmed IS 'true, false; null: it waits for another person';
COMMENT ON COLUMN assessment_fact_objection.answered_by IS 'another person';
COMMENT ON COLUMN assessment_fact_objection.answered_at IS 'when';

CREATE VIEW assessment_fact_scorecard AS
SELECT s.scorecard_no, s.period_no, p.bank AS partner, s.version, s.state, s.posted_at, s.answer, s.message_id, s.answered_at
FROM assessment_scorecard s JOIN assessment_period p ON p.period_no = s.period_no;
COMMENT ON VIEW assessment_fact_scorecard IS 'Scorecards sent to the banks';
COMMENT ON COLUMN assessment_fact_scorecard.scorecard_no IS 'ours';
COMMENT ON COLUMN assessment_fact_scorecard.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_scorecard.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_scorecard.version IS 'of the score';
COMMENT ON COLUMN assessment_fact_scorecard.state IS 'provisional or final';
COMMENT ON COLUMN assessment_fact_scorecard.posted_at IS 'when';
COMMENT ON COLUMN assessment_fact_scorecard.answer IS 'what the bank answered; null: nothing yet';
COMMENT ON COLUMN assessment_fact_scorecard.message_id IS 'its message in the journal, once it was answered';
COMMENT ON COLUMN assessment_fact_scorecard.answered_at IS 'when';

CREATE VIEW assessment_fact_fee AS
SELECT f.period_no, p.bank AS partner, f.version, f.interest_fen, f.penalty_fen, f.base_fen, f.percent, f.full_fen, f.coefficient, f.due_fen, f.held_back_fen, f.computed_at
FROM assessment_fee f JOIN assessment_period p ON p.period_no = f.period_no;
COMMENT ON VIEW assessment_fact_fee IS 'The entrusted-loan fee of each final score; the messages are those of the receipts in assessment_fact_case';
COMMENT ON COLUMN assessment_fact_fee.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_fee.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_fee.version IS 'of the score';
COMMENT ON COLUMN assessment_fact_fee.interest_fen IS 'interest received in the period';
COMMENT ON COLUMN assessment_fact_fee.penalty_fen IS 'penalty interest received';
COMMENT ON COLUMN assessment_fact_fee.base_fen IS 'what the fee is a share of, by the contract';
COMMENT ON COLUMN assessment_fact_fee.percent IS 'share, by the contract';
COMMENT ON COLUMN assessment_fact_fee.full_fen IS 'fee before the coefficient';
COMMENT ON COLUMN assessment_fact_fee.coefficient IS 'of the grade';
COMMENT ON COLUMN assessment_fact_fee.due_fen IS 'fee owed';
COMMENT ON COLUMN assessment_fact_fee.held_back_fen IS 'of it kept until settlement';
COMMENT ON COLUMN assessment_fact_fee.computed_at IS 'when';
