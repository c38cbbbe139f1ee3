-- A deduction that paid nothing at first may be booked later: under the number of its result, by which its bank corrects it.
ALTER TABLE repayment_deduction_line ADD COLUMN result_no text;
