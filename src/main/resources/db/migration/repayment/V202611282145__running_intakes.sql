-- Intakes that run now, each written beside its transaction. A row nobody writes any more is of one that was killed: its file comes again.
CREATE TABLE repayment_intake (
    bank       text        NOT NULL,
    name       text        NOT NULL,
    message_id text        NOT NULL,
    size       bigint      NOT NULL,
    judging    boolean     NOT NULL,
    bytes      bigint      NOT NULL,
    rows       bigint      NOT NULL,
    begun_at   timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (bank, name)
);

CREATE VIEW repayment_fact_intake AS
SELECT bank AS partner, name, message_id, size, judging, bytes, rows, begun_at, seen_at FROM repayment_intake;
COMMENT ON VIEW repayment_fact_intake IS 'Files of repayments that are being taken now, once it takes more than some seconds';
COMMENT ON COLUMN repayment_fact_intake.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_intake.name IS 'name of the file';
COMMENT ON COLUMN repayment_fact_intake.message_id IS 'its message in the journal';
COMMENT ON COLUMN repayment_fact_intake.size IS 'bytes it has; 0: not known';
COMMENT ON COLUMN repayment_fact_intake.judging IS 'all was read, the rows are held against the ledger';
COMMENT ON COLUMN repayment_fact_intake.bytes IS 'bytes read so far';
COMMENT ON COLUMN repayment_fact_intake.rows IS 'rows read so far';
COMMENT ON COLUMN repayment_fact_intake.begun_at IS 'when its reading began';
COMMENT ON COLUMN repayment_fact_intake.seen_at IS 'when this was written; long ago: the process is gone, and the file will be brought again';
