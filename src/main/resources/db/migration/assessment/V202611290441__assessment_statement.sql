-- An objection upheld after the score was final. The score stays; what the fee would have been, less what was stated before, becomes a line of the next statement.
CREATE TABLE assessment_adjustment (
    number      bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    period_no   text          NOT NULL REFERENCES assessment_period,
    ruling      bigint        NOT NULL UNIQUE REFERENCES assessment_ruling,
    total       numeric(5, 2),
    coefficient numeric(5, 4) NOT NULL,
    due_fen     bigint        NOT NULL,
    amount_fen  bigint        NOT NULL,
    made_at     timestamptz   NOT NULL
);
CREATE INDEX assessment_adjustment_of ON assessment_adjustment (period_no);

-- What was held back is paid out when one person proposes it with its document and another confirms it.
CREATE TABLE assessment_settlement (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank        text        NOT NULL,
    until       date        NOT NULL,
    document    text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz
);
CREATE UNIQUE INDEX assessment_settlement_one ON assessment_settlement (bank) WHERE confirmed IS NULL;

-- Each statement of the fee (委贷手续费结算单): of a final score, or of a settlement. Nothing in it is changed any more.
CREATE TABLE assessment_statement (
    statement_no text        PRIMARY KEY,
    bank         text        NOT NULL,
    made_on      date        NOT NULL,
    made_by      text        NOT NULL,
    made_at      timestamptz NOT NULL,
    document     text
);
CREATE TABLE assessment_statement_line (
    statement_no text     NOT NULL REFERENCES assessment_statement,
    line         smallint NOT NULL,
    kind         text     NOT NULL CHECK (kind IN ('fee', 'held-back', 'adjustment', 'released')),
    period_no    text     NOT NULL REFERENCES assessment_period,
    amount_fen   bigint   NOT NULL,
    adjustment   bigint   UNIQUE REFERENCES assessment_adjustment,
    PRIMARY KEY (statement_no, line),
    CHECK ((kind = 'adjustment') = (adjustment IS NOT NULL))
);
CREATE UNIQUE INDEX assessment_statement_line_once ON assessment_statement_line (period_no, kind) WHERE kind <> 'adjustment';

-- Fees that were final before there were statements.
INSERT INTO assessment_statement (statement_no, bank, made_on, made_by, made_at)
SELECT f.period_no, p.bank, (f.computed_at AT TIME ZONE 'Asia/Shanghai')::date, 'gateway', f.computed_at FROM assessment_fee f JOIN assessment_period p ON p.period_no = f.period_no;
INSERT INTO assessment_statement_line (statement_no, line, kind, period_no, amount_fen)
SELECT period_no, 1, 'fee', period_no, due_fen FROM assessment_fee UNION ALL SELECT period_no, 2, 'held-back', period_no, -held_back_fen FROM assessment_fee;

-- A ruling after the score was final changes nothing in what the final score stands on.
CREATE OR REPLACE VIEW assessment_fact_case AS
SELECT c.period_no, p.bank AS partner, c.measure, c.case_no, c.account_no, c.reference, c.on_day, c.amounts, c.short AND u.told_no IS NULL AS short,
       coalesce(c.excluded, CASE WHEN u.told_no IS NOT NULL THEN 'objection-upheld' END) AS excluded, c.remark, c.message_ids
FROM assessment_case c
JOIN assessment_period p ON p.period_no = c.period_no
LEFT JOIN LATERAL (SELECT t.told_no FROM assessment_told t JOIN assessment_objection o ON o.period_no = t.period_no AND o.told_no = t.told_no
                   JOIN assessment_ruling r ON r.number = o.number AND r.confirmed AND r.upheld
                   WHERE t.period_no = c.period_no AND t.measure = c.measure AND t.case_no = c.case_no AND NOT EXISTS (SELECT 1 FROM assessment_adjustment a WHERE a.ruling = r.id) LIMIT 1) u ON true;

CREATE VIEW assessment_fact_adjustment AS
SELECT a.number, a.period_no, p.bank AS partner, o.objection_no, o.told_no, a.total, a.coefficient, a.due_fen, a.amount_fen, a.made_at, l.statement_no
FROM assessment_adjustment a
JOIN assessment_period p ON p.period_no = a.period_no
JOIN assessment_ruling r ON r.id = a.ruling
JOIN assessment_objection o ON o.number = r.number
LEFT JOIN assessment_statement_line l ON l.adjustment = a.number;
COMMENT ON VIEW assessment_fact_adjustment IS 'Objections upheld after a score was final, and what they make of the fee; the message is that of the objection, in assessment_fact_objection';
COMMENT ON COLUMN assessment_fact_adjustment.number IS 'ours';
COMMENT ON COLUMN assessment_fact_adjustment.period_no IS 'period that is closed and stays as it is';
COMMENT ON COLUMN assessment_fact_adjustment.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_adjustment.objection_no IS 'the bank''s number';
COMMENT ON COLUMN assessment_fact_adjustment.told_no IS 'number of the case the bank was told';
COMMENT ON COLUMN assessment_fact_adjustment.total IS 'points without every case upheld so far';
COMMENT ON COLUMN assessment_fact_adjustment.coefficient IS 'of the fee, for those points';
COMMENT ON COLUMN assessment_fact_adjustment.due_fen IS 'fee with that coefficient';
COMMENT ON COLUMN assessment_fact_adjustment.amount_fen IS 'less the fee and earlier adjustments';
COMMENT ON COLUMN assessment_fact_adjustment.made_at IS 'when';
COMMENT ON COLUMN assessment_fact_adjustment.statement_no IS 'statement that carries it; null: the next one will';

CREATE VIEW assessment_fact_settlement AS
SELECT s.number, s.bank AS partner, s.until, s.document, s.proposed_by, s.proposed_at, s.confirmed, s.answered_by, s.answered_at FROM assessment_settlement s;
COMMENT ON VIEW assessment_fact_settlement IS 'Settlements of what was held back of the fee; no message is behind them but a document';
COMMENT ON COLUMN assessment_fact_settlement.number IS 'ours';
COMMENT ON COLUMN assessment_fact_settlement.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_settlement.until IS 'of periods that ended up to this day';
COMMENT ON COLUMN assessment_fact_settlement.document IS 'reference of the document';
COMMENT ON COLUMN assessment_fact_settlement.proposed_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_settlement.proposed_at IS 'when';
COMMENT ON COLUMN assessment_fact_settlement.confirmed IS 'true, false; null: it waits for another person';
COMMENT ON COLUMN assessment_fact_settlement.answered_by IS 'another person';
COMMENT ON COLUMN assessment_fact_settlement.answered_at IS 'when';

CREATE VIEW assessment_fact_statement AS
SELECT s.statement_no, s.bank AS partner, s.made_on, s.made_by, s.made_at, s.document, l.line, l.kind, l.period_no, l.amount_fen, l.adjustment,
       sum(l.amount_fen) OVER (PARTITION BY s.statement_no)::bigint AS payable_fen
FROM assessment_statement s JOIN assessment_statement_line l ON l.statement_no = s.statement_no;
COMMENT ON VIEW assessment_fact_statement IS 'Statements of the entrusted-loan fee, line by line; the messages are those of the receipts in assessment_fact_case';
COMMENT ON COLUMN assessment_fact_statement.statement_no IS 'that of the period, or of the settlement';
COMMENT ON COLUMN assessment_fact_statement.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_statement.made_on IS 'day';
COMMENT ON COLUMN assessment_fact_statement.made_by IS 'who made the score final, or confirmed the settlement';
COMMENT ON COLUMN assessment_fact_statement.made_at IS 'when';
COMMENT ON COLUMN assessment_fact_statement.document IS 'of a settlement';
COMMENT ON COLUMN assessment_fact_statement.line IS 'from 1';
COMMENT ON COLUMN assessment_fact_statement.kind IS 'fee, held-back (below zero), adjustment, released';
COMMENT ON COLUMN assessment_fact_statement.period_no IS 'period the line is about';
COMMENT ON COLUMN assessment_fact_statement.amount_fen IS 'of the line';
COMMENT ON COLUMN assessment_fact_statement.adjustment IS 'number of the adjustment';
COMMENT ON COLUMN assessment_fact_statement.payable_fen IS 'sum of all lines of the statement';
