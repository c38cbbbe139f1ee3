-- What the Center accepted has an order: the last correction of a month (212) is what the month says. A month may be corrected more than once, so a row is known by its file and place.
ALTER TABLE credit_accepted ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE credit_accepted DROP CONSTRAINT credit_accepted_pkey;
ALTER TABLE credit_accepted ADD PRIMARY KEY (file, row);
CREATE INDEX credit_accepted_account ON credit_accepted (account, reported);
ALTER TABLE credit_reference DROP CONSTRAINT credit_reference_pkey;
ALTER TABLE credit_reference ADD PRIMARY KEY (file, row);
CREATE INDEX credit_reference_key ON credit_reference (record, key);
