-- With the row's number in the index a few due rows are found without sorting a partner's whole backlog.
DROP INDEX delivery_outbox_due;
CREATE INDEX delivery_outbox_due ON delivery_outbox (partner, due_at, seq) WHERE due_at IS NOT NULL AND state IN ('POSTED', 'UNKNOWN');
