-- What a registry told of a day so far: its cases are counted, not its rows, and a page that tells nothing new is the last. Gone once the day is done.
CREATE TABLE mortgage_day_row (
    partner    text        NOT NULL,
    day        date        NOT NULL,
    case_no    text        NOT NULL,
    state      text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (partner, day, case_no, state, changed_at),
    FOREIGN KEY (partner, day) REFERENCES mortgage_day ON DELETE CASCADE
);
ALTER TABLE mortgage_day ADD COLUMN refused text;
ALTER TABLE mortgage_day ADD COLUMN told_at timestamptz;

CREATE VIEW mortgage_fact_day AS
SELECT partner, day, begun_at, rows AS cases, unknown, refused, told_at, done_at FROM mortgage_day;
COMMENT ON VIEW mortgage_fact_day IS 'Days that are reconciled with a registry; one that is not done is asked about until it is';
COMMENT ON COLUMN mortgage_fact_day.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_day.day IS 'day by the registry''s calendar';
COMMENT ON COLUMN mortgage_fact_day.begun_at IS 'when it was asked about last, from its first page on';
COMMENT ON COLUMN mortgage_fact_day.cases IS 'cases it told of since then';
COMMENT ON COLUMN mortgage_fact_day.unknown IS 'those of them that are none of ours';
COMMENT ON COLUMN mortgage_fact_day.refused IS 'failure codes when it did not answer; null: it did, or nothing came yet';
COMMENT ON COLUMN mortgage_fact_day.told_at IS 'since when it is overdue: a week went by; null: it is not';
COMMENT ON COLUMN mortgage_fact_day.done_at IS 'when all of its cases were told; null: not yet';
