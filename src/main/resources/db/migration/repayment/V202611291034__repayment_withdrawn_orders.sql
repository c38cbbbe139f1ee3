-- A bank is told of an order that was withdrawn; of those before, nobody waits for that any more.
ALTER TABLE repayment_order ADD COLUMN withdrawal_told_at timestamptz;
UPDATE repayment_order SET withdrawal_told_at = coalesce(ended_at, now()) WHERE state = 'withdrawn';
CREATE INDEX repayment_order_withdrawn ON repayment_order (bank) WHERE state = 'withdrawn' AND withdrawal_told_at IS NULL;
