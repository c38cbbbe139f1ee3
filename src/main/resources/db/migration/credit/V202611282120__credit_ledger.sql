-- Accounts the Center knows, each with its latest accepted record: enough to judge the next one when that is newer.
CREATE TABLE credit_account (
    account     text    PRIMARY KEY,
    type        text    NOT NULL,
    reported    date    NOT NULL,
    event       text    NOT NULL,
    month       date,
    classified  date,
    closed      boolean NOT NULL,
    transferred boolean NOT NULL DEFAULT false,
    adverse     boolean NOT NULL
);

-- Every record of an account the Center accepted. Nothing is ever changed: corrections are records of their own.
CREATE TABLE credit_accepted (
    account    text    NOT NULL,
    reported   date    NOT NULL,
    event      text    NOT NULL,
    month      date,
    classified date,
    closed     boolean NOT NULL,
    adverse    boolean NOT NULL,
    specials   text[]  NOT NULL,
    file       text    NOT NULL,
    row        integer NOT NULL,
    PRIMARY KEY (account, reported, event)
);

-- Serial numbers of the files of one day; one is used when its file is, in the same transaction, so none is missing and none comes twice.
CREATE TABLE credit_serial (
    provider text     NOT NULL,
    day      date     NOT NULL,
    record   text     NOT NULL,
    last     smallint NOT NULL CHECK (last BETWEEN 1 AND 999),
    PRIMARY KEY (provider, day, record)
);

CREATE TABLE credit_file (
    name        text        PRIMARY KEY CHECK (length(name) = 30),
    record      text        NOT NULL,
    made_at     timestamptz NOT NULL,
    rows        integer     NOT NULL CHECK (rows BETWEEN 1 AND 1000000),
    size        bigint      NOT NULL,
    digest      bytea       NOT NULL CHECK (length(digest) = 32),
    answer      smallint    CHECK (answer BETWEEN 1 AND 3),
    answered_at timestamptz
);

-- What stands in a file that was not answered, and what was refused of those that were. Nothing here names a person.
CREATE TABLE credit_row (
    file       text    NOT NULL REFERENCES credit_file,
    row        integer NOT NULL,
    account    text    NOT NULL,
    type       text    NOT NULL,
    reported   date    NOT NULL,
    event      text    NOT NULL,
    month      date,
    classified date,
    closed     boolean NOT NULL,
    adverse    boolean NOT NULL,
    specials   text[]  NOT NULL,
    refused    text[],
    PRIMARY KEY (file, row)
);
CREATE INDEX credit_row_open ON credit_row (account) WHERE refused IS NULL;

-- Records that were not sent, and why: a rule by its id, or somebody who must be told first. Until the day it was sent after all.
CREATE TABLE credit_aside (
    account text        NOT NULL,
    month   date        NOT NULL,
    rule    text        NOT NULL,
    item    text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (account, month, rule, item)
);

-- What happened to the notice each person gets before the first adverse record of an episode leaves. Never changed; how far a notice is follows from its events.
-- A person is named by their part in the loan, never by name.
CREATE TABLE credit_notice (
    account  text        NOT NULL,
    episode  date        NOT NULL,
    person   text        NOT NULL,
    step     smallint    NOT NULL,
    event    text        NOT NULL,
    on_day   date        NOT NULL,
    channel  text,
    content  text,
    by_whom  text,
    and_whom text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (account, episode, person, step)
);
