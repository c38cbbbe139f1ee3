-- A run whose bank never says what came of it: told once, and closed by two people. What it says later is taken all the same.
ALTER TABLE repayment_run ADD COLUMN late_since date;
ALTER TABLE repayment_deduction DROP CONSTRAINT repayment_deduction_state_check;
ALTER TABLE repayment_deduction ADD CHECK (state IN ('issued', 'taken', 'refused', 'done', 'given-up'));

CREATE TABLE repayment_run_closing (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_no      text        NOT NULL REFERENCES repayment_run,
    reason      text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz
);
CREATE UNIQUE INDEX repayment_run_closing_open ON repayment_run_closing (run_no) WHERE answered_at IS NULL;

CREATE OR REPLACE VIEW repayment_fact_run AS
SELECT r.run_no, r.bank AS partner, r.source, r.deduct_on, r.waterfall, r.lines, r.total_fen, r.opened_at, r.opened_by, r.closed_at,
       count(*) FILTER (WHERE l.result IS NOT NULL) AS told, coalesce(sum((SELECT sum(p) FROM unnest(l.paid_fen) p)), 0)::bigint AS deducted_fen, r.late_since
FROM repayment_run r JOIN repayment_deduction d ON d.run_no = r.run_no JOIN repayment_deduction_line l ON l.order_no = d.order_no
GROUP BY r.run_no;
COMMENT ON COLUMN repayment_fact_run.late_since IS 'last day on which its results should have been here; set once nobody told them';
COMMENT ON COLUMN repayment_fact_deduction.state IS 'of the order: issued, taken, refused, done; given-up: its run was closed by two people';

CREATE VIEW repayment_fact_run_closing AS
SELECT c.number, c.run_no, r.bank AS partner, c.reason, c.proposed_by, c.proposed_at, c.confirmed, c.answered_by, c.answered_at
FROM repayment_run_closing c JOIN repayment_run r ON r.run_no = c.run_no;
COMMENT ON VIEW repayment_fact_run_closing IS 'Who wanted a run closed of which its bank tells nothing, and who answered';
COMMENT ON COLUMN repayment_fact_run_closing.number IS 'of the proposal';
COMMENT ON COLUMN repayment_fact_run_closing.run_no IS 'run';
COMMENT ON COLUMN repayment_fact_run_closing.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_run_closing.reason IS 'in the words of who proposed it';
COMMENT ON COLUMN repayment_fact_run_closing.proposed_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_run_closing.proposed_at IS 'when';
COMMENT ON COLUMN repayment_fact_run_closing.confirmed IS 'whether another person agreed; null: nobody answered yet';
COMMENT ON COLUMN repayment_fact_run_closing.answered_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_run_closing.answered_at IS 'when';
