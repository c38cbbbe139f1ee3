-- Persons and what people wrote are concealed under the keys of their application.
-- What older versions left in the clear is erased here, not converted: no keys are at hand in a migration.
DROP VIEW loan_fact_loan, loan_fact_borrower, loan_fact_remark;
ALTER TABLE loan_loan
    DROP COLUMN borrower_name,
    DROP COLUMN borrower_identity,
    ADD COLUMN borrower bytea NOT NULL DEFAULT '',
    ALTER COLUMN application TYPE bytea USING ''::bytea,
    ALTER COLUMN pause_words TYPE bytea USING CASE WHEN pause_words IS NOT NULL THEN ''::bytea END,
    ALTER COLUMN conditions TYPE bytea USING CASE WHEN conditions IS NOT NULL THEN ''::bytea END;
ALTER TABLE loan_loan ALTER COLUMN borrower DROP DEFAULT, ALTER COLUMN application SET STORAGE EXTERNAL;
ALTER TABLE loan_remark ALTER COLUMN words TYPE bytea USING ''::bytea;
UPDATE loan_attachment_chunk SET bytes = '';
COMMENT ON COLUMN loan_loan.borrower IS 'name and identity number, concealed';
COMMENT ON COLUMN loan_loan.application IS 'the application as canonical JSON, concealed';
COMMENT ON COLUMN loan_attachment_chunk.bytes IS 'concealed';

CREATE VIEW loan_fact_loan AS
SELECT
    l.acceptance_no,
    l.application_no,
    l.bank AS partner,
    l.message_id,
    l.branch_code,
    l.accepted_on,
    l.accepted_at,
    l.home_kind,
    l.scheme,
    l.applied_fen,
    l.applied_months,
    l.borrower,
    l.word,
    l.decision,
    l.pause,
    l.paused_on,
    l.return_no,
    l.return_due,
    l.initial_reviewer,
    l.second_reviewer,
    l.approved_by,
    l.opinion_no,
    l.opinions AS opinion_version,
    l.approved_fen,
    l.approved_months,
    l.annual_rate,
    l.rate_version,
    l.decided_on,
    l.valid_to,
    l.contract,
    l.contract_no,
    l.contract_signed_on,
    l.security,
    l.pieces,
    l.money,
    l.opinion_told,
    l.version
FROM loan_loan l;

COMMENT ON VIEW loan_fact_loan IS 'One row for each loan as it stands; no personal data in the clear';
COMMENT ON COLUMN loan_fact_loan.acceptance_no IS 'acceptance number given by the centre: date and counter';
COMMENT ON COLUMN loan_fact_loan.application_no IS 'the bank''s number of the application; subject of its messages';
COMMENT ON COLUMN loan_fact_loan.partner IS 'bank that took the application';
COMMENT ON COLUMN loan_fact_loan.message_id IS 'the bank''s number of the message the application came in';
COMMENT ON COLUMN loan_fact_loan.branch_code IS 'branch that took it';
COMMENT ON COLUMN loan_fact_loan.accepted_on IS 'business date at the counter';
COMMENT ON COLUMN loan_fact_loan.accepted_at IS 'when the centre took it in, by the time of the trade';
COMMENT ON COLUMN loan_fact_loan.home_kind IS 'pre-sold, new, resale, self-built, renovated';
COMMENT ON COLUMN loan_fact_loan.scheme IS 'security scheme, see rules/schemes.yaml';
COMMENT ON COLUMN loan_fact_loan.applied_fen IS 'amount applied for in fen';
COMMENT ON COLUMN loan_fact_loan.applied_months IS 'term applied for in months';
COMMENT ON COLUMN loan_fact_loan.borrower IS 'name and identity number of the borrower, concealed: revealed by message.PersonalData, masked unless the role needs it';
COMMENT ON COLUMN loan_fact_loan.word IS 'the one word for people, derived from the four tracks';
COMMENT ON COLUMN loan_fact_loan.decision IS 'decision track';
COMMENT ON COLUMN loan_fact_loan.pause IS 'returned or waiting-for-funds; null: not paused';
COMMENT ON COLUMN loan_fact_loan.paused_on IS 'since when it is paused';
COMMENT ON COLUMN loan_fact_loan.return_no IS 'number of the return that waits for its supplement';
COMMENT ON COLUMN loan_fact_loan.return_due IS 'last day to hand the supplement in';
COMMENT ON COLUMN loan_fact_loan.initial_reviewer IS 'who did the initial review';
COMMENT ON COLUMN loan_fact_loan.second_reviewer IS 'who did the second review';
COMMENT ON COLUMN loan_fact_loan.approved_by IS 'who approved; another person than the reviewers';
COMMENT ON COLUMN loan_fact_loan.opinion_no IS 'number of the latest opinion';
COMMENT ON COLUMN loan_fact_loan.opinion_version IS 'how many opinions were issued';
COMMENT ON COLUMN loan_fact_loan.approved_fen IS 'amount approved in fen';
COMMENT ON COLUMN loan_fact_loan.approved_months IS 'term approved in months';
COMMENT ON COLUMN loan_fact_loan.annual_rate IS 'percent a year';
COMMENT ON COLUMN loan_fact_loan.rate_version IS 'version of the rate table';
COMMENT ON COLUMN loan_fact_loan.decided_on IS 'day of the latest approval';
COMMENT ON COLUMN loan_fact_loan.valid_to IS 'last day to sign on the latest opinion';
COMMENT ON COLUMN loan_fact_loan.contract IS 'contract track';
COMMENT ON COLUMN loan_fact_loan.contract_no IS 'number of the signed contract';
COMMENT ON COLUMN loan_fact_loan.contract_signed_on IS 'day the borrower signed';
COMMENT ON COLUMN loan_fact_loan.security IS 'security track; a pre-notice is not a mortgage';
COMMENT ON COLUMN loan_fact_loan.pieces IS 'what of the scheme is in hand';
COMMENT ON COLUMN loan_fact_loan.money IS 'money track';
COMMENT ON COLUMN loan_fact_loan.opinion_told IS 'what the bank answered to the latest opinion: pending, accepted, rejected, unknown';
COMMENT ON COLUMN loan_fact_loan.version IS 'counts the changes';

CREATE VIEW loan_fact_remark AS
SELECT r.acceptance_no, l.bank AS partner, l.message_id, r.id, r.about, r.at, r.officer, r.officer_role, r.words
FROM loan_remark r
JOIN loan_loan l ON l.acceptance_no = r.acceptance_no;

COMMENT ON VIEW loan_fact_remark IS 'What people wrote about a loan; may name persons, so it is concealed';
COMMENT ON COLUMN loan_fact_remark.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_remark.partner IS 'bank';
COMMENT ON COLUMN loan_fact_remark.message_id IS 'message the application came in';
COMMENT ON COLUMN loan_fact_remark.id IS 'number of the remark';
COMMENT ON COLUMN loan_fact_remark.about IS 'type of the event it belongs to';
COMMENT ON COLUMN loan_fact_remark.at IS 'when, by the time of the trade';
COMMENT ON COLUMN loan_fact_remark.officer IS 'who wrote it';
COMMENT ON COLUMN loan_fact_remark.officer_role IS 'as what that person acted';
COMMENT ON COLUMN loan_fact_remark.words IS 'what was written, concealed';
