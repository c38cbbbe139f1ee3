-- Somebody of a bank: bound to it, and with no other role.
ALTER TABLE console_person ADD COLUMN bank text;
ALTER TABLE console_person ADD CONSTRAINT console_person_of_bank CHECK (CASE WHEN 'bank' = ANY (roles) THEN bank IS NOT NULL AND cardinality(roles) = 1 ELSE bank IS NULL END);
ALTER TABLE console_caller ADD CONSTRAINT console_caller_of_no_bank CHECK ('bank' <> ALL (roles));
