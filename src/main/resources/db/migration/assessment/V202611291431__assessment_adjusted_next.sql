-- A ruling may adjust the next period too, whose grade rested on that of the contested one.
ALTER TABLE assessment_adjustment DROP CONSTRAINT assessment_adjustment_ruling_key;
ALTER TABLE assessment_adjustment ADD CONSTRAINT assessment_adjustment_once UNIQUE (ruling, period_no);
