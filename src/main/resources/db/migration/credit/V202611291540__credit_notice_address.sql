-- Where a notice was sent: the address itself stands with whoever sent it, here only what proves that it was this one.
ALTER TABLE credit_notice ADD COLUMN address text;
COMMENT ON COLUMN credit_fact_aside.rule IS 'id of the rule; FACTS: something is not known, NOTICE: somebody must be told first, CONSENT: nobody agreed in writing, UNDERWAY: another record is not answered, EARLIER: an earlier month must be told first';
COMMENT ON COLUMN credit_notice.address IS 'pseudonym of the address or number it was sent to; empty for steps registered before it was kept';
