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
    left(l.borrower_name, 1) || repeat('*', greatest(char_length(l.borrower_name) - 1, 1)) AS borrower_name_masked,
    left(l.borrower_identity, 3) || repeat('*', greatest(char_length(l.borrower_identity) - 5, 1))
        || right(l.borrower_identity, 2) AS borrower_identity_masked,
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
COMMENT ON COLUMN loan_fact_loan.borrower_name_masked IS 'first character of the borrower''s name';
COMMENT ON COLUMN loan_fact_loan.borrower_identity_masked IS 'first three and last two characters';
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

CREATE VIEW loan_fact_borrower AS
SELECT l.acceptance_no, l.bank AS partner, l.message_id, l.borrower_name, l.borrower_identity FROM loan_loan l;

COMMENT ON VIEW loan_fact_borrower IS 'Personal data in the clear: only for roles that need it, every look is audited';
COMMENT ON COLUMN loan_fact_borrower.acceptance_no IS 'acceptance number';
COMMENT ON COLUMN loan_fact_borrower.partner IS 'bank that took the application';
COMMENT ON COLUMN loan_fact_borrower.message_id IS 'message the data came in';
COMMENT ON COLUMN loan_fact_borrower.borrower_name IS 'name as on the identity document';
COMMENT ON COLUMN loan_fact_borrower.borrower_identity IS 'number of the identity document';

CREATE VIEW loan_fact_event AS
SELECT
    e.position,
    e.id,
    e.type,
    e.at,
    e.acceptance_no,
    l.application_no AS subject,
    l.bank AS partner,
    e.message_id,
    e.officer,
    e.officer_role,
    e.detail
FROM loan_event e
JOIN loan_loan l ON l.acceptance_no = e.acceptance_no
WHERE e.tx < pg_snapshot_xmin(pg_current_snapshot())::text::bigint;

COMMENT ON VIEW loan_fact_event IS
    'The event feed: ordered by position, at least once. A row appears when every older transaction has ended, so nothing appears behind a position already read';
COMMENT ON COLUMN loan_fact_event.position IS 'cursor: read on with position > the last one';
COMMENT ON COLUMN loan_fact_event.id IS 'number of the event, unique, not the order of the feed';
COMMENT ON COLUMN loan_fact_event.type IS 'what happened';
COMMENT ON COLUMN loan_fact_event.at IS 'when, by the time of the trade';
COMMENT ON COLUMN loan_fact_event.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_event.subject IS 'the bank''s number of the application';
COMMENT ON COLUMN loan_fact_event.partner IS 'bank';
COMMENT ON COLUMN loan_fact_event.message_id IS 'message that caused it; null when a person or the time did';
COMMENT ON COLUMN loan_fact_event.officer IS 'who caused it; null when a message or the time did';
COMMENT ON COLUMN loan_fact_event.officer_role IS 'as what that person acted';
COMMENT ON COLUMN loan_fact_event.detail IS 'words and numbers, no personal data';

CREATE VIEW loan_fact_attachment AS
SELECT a.acceptance_no, l.bank AS partner, a.digest, a.kind, a.size, a.listed_by, a.complete_at, a.message_id
FROM loan_attachment a
JOIN loan_loan l ON l.acceptance_no = a.acceptance_no;

COMMENT ON VIEW loan_fact_attachment IS 'Scans an application lists, and whether they are here';
COMMENT ON COLUMN loan_fact_attachment.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_attachment.partner IS 'bank';
COMMENT ON COLUMN loan_fact_attachment.digest IS 'SHA-256 of the whole scan';
COMMENT ON COLUMN loan_fact_attachment.kind IS 'what it is';
COMMENT ON COLUMN loan_fact_attachment.size IS 'bytes';
COMMENT ON COLUMN loan_fact_attachment.listed_by IS 'message that listed it';
COMMENT ON COLUMN loan_fact_attachment.complete_at IS 'when the whole scan was here with the right digest; null: not yet';
COMMENT ON COLUMN loan_fact_attachment.message_id IS 'message that brought the last chunk';

CREATE VIEW loan_fact_remark AS
SELECT r.acceptance_no, l.bank AS partner, l.message_id, r.id, r.about, r.at, r.officer, r.officer_role, r.words
FROM loan_remark r
JOIN loan_loan l ON l.acceptance_no = r.acceptance_no;

COMMENT ON VIEW loan_fact_remark IS 'What people wrote about a loan; may name persons: only for roles that need it';
COMMENT ON COLUMN loan_fact_remark.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_remark.partner IS 'bank';
COMMENT ON COLUMN loan_fact_remark.message_id IS 'message the application came in';
COMMENT ON COLUMN loan_fact_remark.id IS 'number of the remark';
COMMENT ON COLUMN loan_fact_remark.about IS 'type of the event it belongs to';
COMMENT ON COLUMN loan_fact_remark.at IS 'when, by the time of the trade';
COMMENT ON COLUMN loan_fact_remark.officer IS 'who wrote it';
COMMENT ON COLUMN loan_fact_remark.officer_role IS 'as what that person acted';
COMMENT ON COLUMN loan_fact_remark.words IS 'what was written';
