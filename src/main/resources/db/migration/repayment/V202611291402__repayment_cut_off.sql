-- On which day files that are missing were looked for last: however long nobody looked, none is overlooked.
CREATE TABLE repayment_cut_off (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    looked_on date    NOT NULL
);
