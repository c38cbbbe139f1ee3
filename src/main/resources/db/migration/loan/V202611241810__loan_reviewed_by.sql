-- Everybody who ever reviewed, and the callers who said so: none of them may decide. Callers of reviews done before this column are
-- unknown; such a loan is reviewed once more before it is decided.
ALTER TABLE loan_loan
    ADD COLUMN reviewed_by text[] NOT NULL DEFAULT '{}',
    ADD COLUMN review_callers text[] NOT NULL DEFAULT '{}';

UPDATE loan_loan SET reviewed_by = array_remove(ARRAY[initial_reviewer, second_reviewer], NULL)
WHERE initial_reviewer IS NOT NULL OR second_reviewer IS NOT NULL;
