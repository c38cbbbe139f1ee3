-- Numbers of proofs that were told to be entered, as pseudonyms under the house's key: a case that names the proof of another loan is refused.
CREATE TABLE mortgage_proof (
    pseudonym text NOT NULL,
    case_no   text NOT NULL REFERENCES mortgage_case,
    PRIMARY KEY (pseudonym, case_no)
);
