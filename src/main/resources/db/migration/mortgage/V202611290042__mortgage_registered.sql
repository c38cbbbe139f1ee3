CREATE VIEW mortgage_fact_registered AS
SELECT case_no, bank AS partner, application_no, kind, filed_on, content FROM mortgage_case WHERE registered AND kind IN ('mortgage', 'conversion');
COMMENT ON VIEW mortgage_fact_registered IS 'Mortgages that stand in a register beyond doubt; a pre-notice is none';
COMMENT ON COLUMN mortgage_fact_registered.case_no IS 'our number of the case; subject of its messages with the registry';
COMMENT ON COLUMN mortgage_fact_registered.partner IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_registered.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_registered.kind IS 'mortgage or conversion';
COMMENT ON COLUMN mortgage_fact_registered.filed_on IS 'day it was applied for';
COMMENT ON COLUMN mortgage_fact_registered.content IS 'registration-application as canonical JSON, concealed: revealed by message.PersonalData';
