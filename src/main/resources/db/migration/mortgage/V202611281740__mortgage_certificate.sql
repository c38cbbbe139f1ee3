-- Electronic certificates the registries handed over. The file is personal data, concealed under its subject's keys; the digest is of the file itself.
CREATE TABLE mortgage_certificate (
    case_no     text        NOT NULL REFERENCES mortgage_case,
    digest      text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    format      text        NOT NULL CHECK (format IN ('ofd', 'pdf')),
    bytes       bytea       NOT NULL,
    issued_on   date        NOT NULL,
    verdict     text        NOT NULL,
    findings    text[]      NOT NULL,
    doubts      text[]      NOT NULL,
    message_id  text        NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, digest)
);
ALTER TABLE mortgage_certificate ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE VIEW mortgage_fact_certificate AS
SELECT case_no, digest, format, issued_on, verdict, findings, doubts, message_id, received_at FROM mortgage_certificate;
COMMENT ON VIEW mortgage_fact_certificate IS 'Electronic certificates the registries handed over, without the files';
COMMENT ON COLUMN mortgage_fact_certificate.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_certificate.digest IS 'SHA-256 of the file';
COMMENT ON COLUMN mortgage_fact_certificate.format IS 'ofd or pdf';
COMMENT ON COLUMN mortgage_fact_certificate.issued_on IS 'day of issue, as the notice says';
COMMENT ON COLUMN mortgage_fact_certificate.verdict IS 'what the check of file and seal came to: authentic, refused, incomplete';
COMMENT ON COLUMN mortgage_fact_certificate.findings IS 'codes of what failed in that check';
COMMENT ON COLUMN mortgage_fact_certificate.doubts IS 'why it proves nothing of its case; none: it was taken';
COMMENT ON COLUMN mortgage_fact_certificate.message_id IS 'message that brought it, in the journal';
COMMENT ON COLUMN mortgage_fact_certificate.received_at IS 'when it came first';
