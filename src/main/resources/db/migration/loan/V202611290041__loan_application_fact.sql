CREATE VIEW loan_fact_application AS
SELECT l.acceptance_no, l.application_no, l.bank AS partner, l.message_id, l.scheme, l.contract_no, l.contract_signed_on, l.application FROM loan_loan l;
COMMENT ON VIEW loan_fact_application IS 'What each loan was accepted on, whole and concealed: for whoever must tell of its parties';
COMMENT ON COLUMN loan_fact_application.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_application.application_no IS 'the bank''s number of the application';
COMMENT ON COLUMN loan_fact_application.partner IS 'bank that took it';
COMMENT ON COLUMN loan_fact_application.message_id IS 'message it came in';
COMMENT ON COLUMN loan_fact_application.scheme IS 'security scheme';
COMMENT ON COLUMN loan_fact_application.contract_no IS 'number of the signed contract';
COMMENT ON COLUMN loan_fact_application.contract_signed_on IS 'day the borrower signed';
COMMENT ON COLUMN loan_fact_application.application IS 'loan-application as canonical JSON, concealed: revealed by message.PersonalData';
