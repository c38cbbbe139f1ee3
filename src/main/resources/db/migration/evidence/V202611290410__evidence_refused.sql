-- What was refused is looked for without its number: files nobody could read, on a page.
CREATE INDEX evidence_record_refused ON evidence_record (operation, id) WHERE verdict = 'refused';
