-- Cases a registry says it does not have although it gave a receipt: told to a person, until it speaks of them again.
ALTER TABLE mortgage_case ADD COLUMN unknown_there_at timestamptz;

CREATE VIEW mortgage_fact_unknown_there AS
SELECT case_no, partner, bank, application_no, kind, registry_no, state, unknown_there_at AS since FROM mortgage_case WHERE unknown_there_at IS NOT NULL AND NOT settled;
COMMENT ON VIEW mortgage_fact_unknown_there IS 'Cases a registry says it does not have; a person must ask there';
COMMENT ON COLUMN mortgage_fact_unknown_there.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_unknown_there.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_unknown_there.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_unknown_there.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_unknown_there.kind IS 'what was applied for';
COMMENT ON COLUMN mortgage_fact_unknown_there.registry_no IS 'the registry''s number of the case';
COMMENT ON COLUMN mortgage_fact_unknown_there.state IS 'what the registry said of it last';
COMMENT ON COLUMN mortgage_fact_unknown_there.since IS 'when it said first that it does not have it';
