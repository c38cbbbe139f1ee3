CREATE VIEW assessment_fact_told AS
SELECT t.period_no, p.bank AS partner, t.told_no, t.measure, t.case_no FROM assessment_told t JOIN assessment_period p ON p.period_no = t.period_no;
COMMENT ON VIEW assessment_fact_told IS 'Numbers under which banks were told of cases; the messages are in assessment_fact_case';
COMMENT ON COLUMN assessment_fact_told.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_told.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_told.told_no IS 'number an objection names';
COMMENT ON COLUMN assessment_fact_told.measure IS 'what the case counts for';
COMMENT ON COLUMN assessment_fact_told.case_no IS 'number of the case here';
