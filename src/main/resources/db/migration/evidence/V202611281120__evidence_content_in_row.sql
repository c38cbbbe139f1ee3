-- A request of some 4 KiB went to the side table in three chunks, each with an entry in its index: more work than the record itself.
-- What fits on a page stays in the row.
ALTER TABLE evidence_record SET (toast_tuple_target = 8160);
