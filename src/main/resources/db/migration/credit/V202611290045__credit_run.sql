-- What the core system told of a borrower that no application tells. Personal data, concealed under the application's keys.
CREATE TABLE credit_profile (
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    content        bytea       NOT NULL,
    told_by        text        NOT NULL,
    told_at        timestamptz NOT NULL,
    PRIMARY KEY (partner, application_no)
);

-- Runs over all loans for one month: asked for, how far, over. One at a time.
CREATE TABLE credit_run (
    number    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    month     date        NOT NULL CHECK (extract(day FROM month) = 1),
    asked_by  text        NOT NULL,
    asked_at  timestamptz NOT NULL,
    begun_at  timestamptz,
    seen_at   timestamptz,
    seen      bigint      NOT NULL DEFAULT 0,
    sent      bigint      NOT NULL DEFAULT 0,
    aside     bigint      NOT NULL DEFAULT 0,
    under_way bigint      NOT NULL DEFAULT 0,
    done      bigint      NOT NULL DEFAULT 0,
    elsewhere bigint      NOT NULL DEFAULT 0,
    starts    integer     NOT NULL DEFAULT 0,
    ended_at  timestamptz
);
CREATE UNIQUE INDEX credit_run_one_at_a_time ON credit_run ((true)) WHERE ended_at IS NULL;

CREATE VIEW credit_fact_run AS
SELECT number, month, asked_by, asked_at, begun_at, seen_at, seen, sent, aside, under_way, done, elsewhere, starts, ended_at FROM credit_run;
COMMENT ON VIEW credit_fact_run IS 'Runs over all loans for one month';
COMMENT ON COLUMN credit_fact_run.number IS 'ours';
COMMENT ON COLUMN credit_fact_run.month IS 'first day of the month that is told';
COMMENT ON COLUMN credit_fact_run.asked_by IS 'log-in name, or the timetable';
COMMENT ON COLUMN credit_fact_run.asked_at IS 'when';
COMMENT ON COLUMN credit_fact_run.begun_at IS 'when it began, the last time; null: it waits';
COMMENT ON COLUMN credit_fact_run.seen_at IS 'when it told last how far it is';
COMMENT ON COLUMN credit_fact_run.seen IS 'loans looked at';
COMMENT ON COLUMN credit_fact_run.sent IS 'records put into files';
COMMENT ON COLUMN credit_fact_run.aside IS 'loans set aside, with their reasons in credit_fact_aside';
COMMENT ON COLUMN credit_fact_run.under_way IS 'loans with a record the Center has not answered yet';
COMMENT ON COLUMN credit_fact_run.done IS 'loans of which nothing more is to be told';
COMMENT ON COLUMN credit_fact_run.elsewhere IS 'loans their bank reports';
COMMENT ON COLUMN credit_fact_run.starts IS 'how often it began: more than once after a process died';
COMMENT ON COLUMN credit_fact_run.ended_at IS 'null: it is not over';

CREATE VIEW credit_fact_file AS
SELECT name, record, made_at, rows, size, encode(digest, 'hex') AS digest, answer, answered_at FROM credit_file;
COMMENT ON VIEW credit_fact_file IS 'Files of records, and what the Center answered';
COMMENT ON COLUMN credit_fact_file.name IS '30 characters';
COMMENT ON COLUMN credit_fact_file.record IS 'type of its records';
COMMENT ON COLUMN credit_fact_file.made_at IS 'when';
COMMENT ON COLUMN credit_fact_file.rows IS 'records in it';
COMMENT ON COLUMN credit_fact_file.size IS 'bytes as they lie in the folder';
COMMENT ON COLUMN credit_fact_file.digest IS 'SHA-256 of these bytes';
COMMENT ON COLUMN credit_fact_file.answer IS '1: all loaded, 2: the whole file refused, 3: some loaded; null: not answered';
COMMENT ON COLUMN credit_fact_file.answered_at IS 'when';

CREATE VIEW credit_fact_refused AS
SELECT r.account, r.file, r.row, r.reported, r.month, r.refused FROM credit_row r WHERE r.refused IS NOT NULL;
COMMENT ON VIEW credit_fact_refused IS 'Records the Center refused';
COMMENT ON COLUMN credit_fact_refused.account IS 'identifier of the account, or another key of ours';
COMMENT ON COLUMN credit_fact_refused.file IS 'name of the file';
COMMENT ON COLUMN credit_fact_refused.row IS 'its number among the records, from 1';
COMMENT ON COLUMN credit_fact_refused.reported IS 'day of the report';
COMMENT ON COLUMN credit_fact_refused.month IS 'month it tells of';
COMMENT ON COLUMN credit_fact_refused.refused IS 'rules it broke, each with the offending tag';

CREATE VIEW credit_fact_aside AS
SELECT account, month, rule, item, since FROM credit_aside;
COMMENT ON VIEW credit_fact_aside IS 'Records that were not sent, and why';
COMMENT ON COLUMN credit_fact_aside.account IS 'identifier of the account; bank and its number where there is none yet';
COMMENT ON COLUMN credit_fact_aside.month IS 'first day of the month';
COMMENT ON COLUMN credit_fact_aside.rule IS 'id of the rule; FACTS: something is not known, NOTICE: somebody must be told first, CONSENT: nobody agreed in writing';
COMMENT ON COLUMN credit_fact_aside.item IS 'offending tag, what is not known, or whose notice or consent';
COMMENT ON COLUMN credit_fact_aside.since IS 'since when it waits';

CREATE VIEW credit_fact_notice AS
SELECT DISTINCT ON (account, episode, person) account, episode, person, step, event, on_day, channel, by_whom, and_whom, at FROM credit_notice
ORDER BY account, episode, person, step DESC;
COMMENT ON VIEW credit_fact_notice IS 'How far each notice is that a person gets before something adverse is told: its latest event';
COMMENT ON COLUMN credit_fact_notice.account IS 'identifier of the account';
COMMENT ON COLUMN credit_fact_notice.episode IS 'first day of the month in which the episode began';
COMMENT ON COLUMN credit_fact_notice.person IS 'by part in the loan, never by name';
COMMENT ON COLUMN credit_fact_notice.step IS 'how many events there were before';
COMMENT ON COLUMN credit_fact_notice.event IS 'due, dispatched, arrived, came-back, released';
COMMENT ON COLUMN credit_fact_notice.on_day IS 'on which day';
COMMENT ON COLUMN credit_fact_notice.channel IS 'of a dispatch';
COMMENT ON COLUMN credit_fact_notice.by_whom IS 'who proposed a release';
COMMENT ON COLUMN credit_fact_notice.and_whom IS 'who confirmed it';
COMMENT ON COLUMN credit_fact_notice.at IS 'when it was written';
