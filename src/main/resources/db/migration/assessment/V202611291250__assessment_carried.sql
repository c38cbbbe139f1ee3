-- More taken back than came in is not forgiven: it lessens the base of the next fee.
ALTER TABLE assessment_fee ADD COLUMN carried_fen bigint NOT NULL DEFAULT 0 CHECK (carried_fen <= 0);

CREATE OR REPLACE VIEW assessment_fact_fee AS
SELECT f.period_no, p.bank AS partner, f.version, f.interest_fen, f.penalty_fen, f.base_fen, f.percent, f.full_fen, f.coefficient, f.due_fen, f.held_back_fen, f.computed_at, f.carried_fen
FROM assessment_fee f JOIN assessment_period p ON p.period_no = f.period_no;
COMMENT ON COLUMN assessment_fact_fee.interest_fen IS 'interest received in the period; below nought: more was taken back';
COMMENT ON COLUMN assessment_fact_fee.penalty_fen IS 'penalty interest received, likewise';
COMMENT ON COLUMN assessment_fact_fee.base_fen IS 'what the fee is a share of, by the contract; never below nought';
COMMENT ON COLUMN assessment_fact_fee.carried_fen IS 'what earlier periods had taken back beyond what came in: nought or less';
