-- A loan's row says whether it was late and compared; of periods frozen before that nobody knows, and their schemes do not ask.
UPDATE assessment_case SET amounts = amounts || 0::bigint WHERE measure = 'loan' AND cardinality(amounts) = 4;
