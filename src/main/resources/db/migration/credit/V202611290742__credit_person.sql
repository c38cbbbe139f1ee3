-- A person is one at the Center, whichever of their loans tells of them. The key is a pseudonym under the house's key; a record of a person tells what was learnt until a day.
ALTER TABLE credit_row ADD COLUMN person text, ADD COLUMN updated date, ADD CHECK ((person IS NULL) = (updated IS NULL));
CREATE INDEX credit_row_person ON credit_row (person) WHERE person IS NOT NULL AND refused IS NULL;
ALTER TABLE credit_reference ADD COLUMN person text, ADD COLUMN updated date, ADD CHECK ((person IS NULL) = (updated IS NULL));
CREATE INDEX credit_reference_person ON credit_reference (person) WHERE person IS NOT NULL;
