-- From which day registration was possible: by default the building's first registration, told by a person with a reason; the latest word counts.
CREATE TABLE mortgage_possible (
    id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no             text        NOT NULL REFERENCES mortgage_case,
    possible_on         date        NOT NULL,
    transfer_applied_on date,
    reason              text        NOT NULL,
    said_by             text        NOT NULL,
    said_at             timestamptz NOT NULL
);
CREATE INDEX mortgage_possible_case ON mortgage_possible (case_no, id);

-- What somebody must know about a case; ended when it is no longer so.
CREATE TABLE mortgage_alarm (
    case_no   text        NOT NULL REFERENCES mortgage_case,
    kind      text        NOT NULL,
    last_day  date        NOT NULL,
    raised_at timestamptz NOT NULL,
    ended_at  timestamptz,
    PRIMARY KEY (case_no, kind)
);
CREATE INDEX mortgage_alarm_open ON mortgage_alarm (last_day) WHERE ended_at IS NULL;

CREATE VIEW mortgage_fact_alarm AS
SELECT a.case_no, c.partner, c.bank, c.application_no, a.kind, a.last_day, a.raised_at, a.ended_at
FROM mortgage_alarm a JOIN mortgage_case c USING (case_no);
COMMENT ON VIEW mortgage_fact_alarm IS 'What somebody must know about cases at the registries';
COMMENT ON COLUMN mortgage_fact_alarm.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_alarm.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_alarm.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_alarm.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_alarm.kind IS 'late, unlawfully-late: the registry''s working days; purchase-near, purchase-lost, mortgage-near, mortgage-lost: the 90 days of each pre-notice';
COMMENT ON COLUMN mortgage_fact_alarm.last_day IS 'last day in time';
COMMENT ON COLUMN mortgage_fact_alarm.raised_at IS 'since when';
COMMENT ON COLUMN mortgage_fact_alarm.ended_at IS 'when it was no longer so; null: it is';

CREATE VIEW mortgage_fact_possible AS
SELECT case_no, possible_on, transfer_applied_on, reason, said_by, said_at FROM mortgage_possible;
COMMENT ON VIEW mortgage_fact_possible IS 'From which day the registration a pre-notice is for was possible, as people said it';
COMMENT ON COLUMN mortgage_fact_possible.case_no IS 'our number of the case that entered the pre-notices';
COMMENT ON COLUMN mortgage_fact_possible.possible_on IS 'day it became possible; the 90 calendar days count from the day after';
COMMENT ON COLUMN mortgage_fact_possible.transfer_applied_on IS 'day the transfer to the buyer was applied for; null: not yet, or not known';
COMMENT ON COLUMN mortgage_fact_possible.reason IS 'why this day';
COMMENT ON COLUMN mortgage_fact_possible.said_by IS 'who said so';
COMMENT ON COLUMN mortgage_fact_possible.said_at IS 'when; the latest counts';
