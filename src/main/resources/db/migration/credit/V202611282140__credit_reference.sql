-- Persons and mortgage contracts the Center accepted, which accounts refer to. A person is named by their part in a loan, never by name.
CREATE TABLE credit_reference (
    record   text    NOT NULL,
    key      text    NOT NULL,
    reported date    NOT NULL,
    event    text    NOT NULL,
    file     text    NOT NULL,
    row      integer NOT NULL,
    PRIMARY KEY (record, key, reported, event)
);
