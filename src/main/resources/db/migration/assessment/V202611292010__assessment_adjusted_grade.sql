-- What an adjustment makes of the grade, too: a score corrected to too little to grade has none any more. Null on both: adjusted before this was kept.
ALTER TABLE assessment_adjustment ADD COLUMN grade text, ADD COLUMN reason text;
