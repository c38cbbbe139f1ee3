-- A round, or a look for early warnings, is due when more counts than before: the highest number of a file says nothing when two files cross.
ALTER TABLE repayment_round RENAME COLUMN file TO files;
ALTER TABLE repayment_look RENAME COLUMN file TO files;
