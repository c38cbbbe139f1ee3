-- An application's number means something only together with the bank that gave it.
COMMENT ON COLUMN evidence_key.owner IS 'subject:<partner>/<application>, partner:<id> or nobody; keys older than this comment: subject:<application>';
COMMENT ON TABLE evidence_key IS 'Data keys of the journal and of personal data elsewhere; a subject has one per process that wrote about it; erasing sets wrapped to null';
