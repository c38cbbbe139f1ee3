-- Statements that were sealed for a bank: each number once, the file as it was handed out.
CREATE TABLE opinion_statement (
    number            text        PRIMARY KEY,
    bank              text        NOT NULL,
    content           text        NOT NULL,
    file              bytea       NOT NULL,
    digest            text        NOT NULL,
    sealed_at         timestamptz NOT NULL,
    device            text        NOT NULL,
    certificate       text        NOT NULL,
    effective         boolean     NOT NULL
);
-- already deflated
ALTER TABLE opinion_statement ALTER COLUMN file SET STORAGE EXTERNAL;
