-- What a contract was signed for: at most what was approved, and no more is paid. Of older contracts it was the approval's.
ALTER TABLE loan_loan ADD COLUMN contract_fen bigint;
UPDATE loan_loan SET contract_fen = approved_fen WHERE contract_no IS NOT NULL;
ALTER TABLE loan_loan ADD CONSTRAINT loan_loan_contract_fen CHECK ((contract_no IS NULL) = (contract_fen IS NULL));
