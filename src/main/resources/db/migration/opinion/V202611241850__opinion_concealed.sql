-- Sealed documents are concealed under the keys of their application. What older versions left in the clear is erased, not converted.
ALTER TABLE opinion_document DISABLE TRIGGER opinion_document_is_final;
UPDATE opinion_document SET bytes = '';
ALTER TABLE opinion_document ENABLE TRIGGER opinion_document_is_final;
COMMENT ON COLUMN opinion_document.bytes IS 'the sealed file, concealed; the digest is of the file itself';
