-- Each bank's loans of one vintage and risk group in some days: what the others' sums lead a bank to expect. Counted once after the days are over, the same for every bank.
CREATE TABLE assessment_cell (
    first_day     date    NOT NULL,
    last_day      date    NOT NULL,
    bank          text    NOT NULL,
    vintage_by    text    NOT NULL CHECK (vintage_by IN ('month', 'quarter')),
    vintage       text    NOT NULL,
    risk_group    text    NOT NULL,
    loans         bigint  NOT NULL,
    late_loans    bigint  NOT NULL,
    fen_days      numeric NOT NULL,
    late_fen_days numeric NOT NULL,
    counted_on    date    NOT NULL,
    PRIMARY KEY (first_day, last_day, bank, vintage_by, vintage, risk_group)
);
-- Which banks were counted for which days, those without a loan too.
CREATE TABLE assessment_counted (
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    bank       text NOT NULL,
    vintage_by text NOT NULL CHECK (vintage_by IN ('month', 'quarter')),
    counted_on date NOT NULL,
    PRIMARY KEY (first_day, last_day, bank, vintage_by)
);

CREATE VIEW assessment_fact_cell AS
SELECT c.bank AS partner, c.first_day, c.last_day, c.vintage_by, c.vintage, c.risk_group, c.loans, c.late_loans, c.fen_days, c.late_fen_days, c.counted_on FROM assessment_cell c;
COMMENT ON VIEW assessment_fact_cell IS 'Loans of each bank by vintage and risk group, which lead the other banks to expect something; the messages are those of the loans, in repayment_fact_stretch';
COMMENT ON COLUMN assessment_fact_cell.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_cell.first_day IS 'first of the days counted';
COMMENT ON COLUMN assessment_fact_cell.last_day IS 'last of them';
COMMENT ON COLUMN assessment_fact_cell.vintage_by IS 'quarter or month';
COMMENT ON COLUMN assessment_fact_cell.vintage IS 'quarter or month the loans were paid out in';
COMMENT ON COLUMN assessment_fact_cell.risk_group IS 'who pays the contributions of their borrowers; unknown: nobody told';
COMMENT ON COLUMN assessment_fact_cell.loans IS 'how many, without those excluded';
COMMENT ON COLUMN assessment_fact_cell.late_loans IS 'of them, one or two instalments late at some time';
COMMENT ON COLUMN assessment_fact_cell.fen_days IS 'balance, fen times days';
COMMENT ON COLUMN assessment_fact_cell.late_fen_days IS 'of it one or two instalments late';
COMMENT ON COLUMN assessment_fact_cell.counted_on IS 'when';
