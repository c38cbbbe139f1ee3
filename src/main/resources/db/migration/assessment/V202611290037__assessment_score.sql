-- What was found of a bank in a period. Once it is frozen no row is changed any more, but the state of the period; before that it is a look at the days so far,
-- written anew each time.
CREATE TABLE assessment_period (
    period_no       text        PRIMARY KEY,
    bank            text        NOT NULL,
    first_day       date        NOT NULL,
    last_day        date        NOT NULL CHECK (last_day >= first_day),
    scheme          text        NOT NULL,
    scheme_from     date        NOT NULL,
    scheme_text     text        NOT NULL,
    fee_percent     numeric(7, 4) NOT NULL,
    penalty_counts  boolean     NOT NULL,
    held_back_percent numeric(7, 4) NOT NULL,
    state           text        NOT NULL CHECK (state IN ('running', 'frozen', 'provisional', 'final')),
    frozen_at       timestamptz NOT NULL,
    frozen_by       text        NOT NULL,
    objections_until date,
    published_by    text,
    final_at        timestamptz,
    final_by        text,
    CONSTRAINT assessment_period_once UNIQUE (bank, first_day),
    CHECK ((state = 'final') = (final_at IS NOT NULL))
);

-- One thing that was counted; amounts in the order of the measure's facts. Of loans the amounts are fen times days.
CREATE TABLE assessment_case (
    period_no  text     NOT NULL REFERENCES assessment_period,
    measure    text     NOT NULL,
    case_no    text     NOT NULL,
    account_no text,
    reference  text,
    on_day     date     NOT NULL,
    amounts    bigint[] NOT NULL,
    short      boolean  NOT NULL,
    excluded   text,
    remark     text,
    message_ids text[]  NOT NULL,
    PRIMARY KEY (period_no, measure, case_no)
);

-- Another version for every ruling; the first is what was published, the last what counts.
CREATE TABLE assessment_score (
    period_no     text        NOT NULL REFERENCES assessment_period,
    version       integer     NOT NULL,
    at            timestamptz NOT NULL,
    why           text        NOT NULL,
    graded_weight numeric(5, 2) NOT NULL,
    total         numeric(5, 2),
    grade         text,
    reason        text        NOT NULL,
    grade_before  text,
    coefficient   numeric(5, 4) NOT NULL,
    proposes      text        NOT NULL,
    veto_unknown  boolean     NOT NULL,
    PRIMARY KEY (period_no, version)
);
CREATE TABLE assessment_sum (
    period_no text    NOT NULL,
    version   integer NOT NULL,
    fact      text    NOT NULL,
    amount    bigint  NOT NULL,
    PRIMARY KEY (period_no, version, fact),
    FOREIGN KEY (period_no, version) REFERENCES assessment_score
);
CREATE TABLE assessment_indicator (
    period_no text     NOT NULL,
    version   integer  NOT NULL,
    place     smallint NOT NULL,
    indicator text     NOT NULL,
    zh        text     NOT NULL,
    en        text     NOT NULL,
    block     text     NOT NULL,
    unit      text     NOT NULL,
    measures  text[]   NOT NULL,
    state     text     NOT NULL CHECK (state IN ('graded', 'too-few', 'missing')),
    of        bigint,
    per       bigint,
    sample    bigint,
    least     bigint   NOT NULL,
    value     numeric(18, 4),
    low       numeric(18, 4),
    high      numeric(18, 4),
    best      numeric(18, 6) NOT NULL,
    worst     numeric(18, 6) NOT NULL,
    weight    numeric(5, 2) NOT NULL,
    points    numeric(5, 2),
    missing   text[]   NOT NULL,
    PRIMARY KEY (period_no, version, indicator),
    FOREIGN KEY (period_no, version) REFERENCES assessment_score
);
-- What would lift the bank to a better grade: each alone, or all of them together.
CREATE TABLE assessment_lift (
    period_no text     NOT NULL,
    version   integer  NOT NULL,
    grade     text     NOT NULL,
    points    numeric(5, 2) NOT NULL,
    place     smallint NOT NULL,
    alone     boolean  NOT NULL,
    indicator text     NOT NULL,
    now       numeric(18, 4) NOT NULL,
    needed    numeric(18, 4) NOT NULL,
    gain      numeric(5, 2) NOT NULL,
    PRIMARY KEY (period_no, version, grade, place),
    FOREIGN KEY (period_no, version) REFERENCES assessment_score
);

-- What no message tells: one person enters it with a document, another confirms it. Nought is entered too: what nobody entered is not known.
CREATE TABLE assessment_entry (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank       text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('audit', 'red-line', 'survey', 'complaint')),
    on_day     date        NOT NULL,
    amounts    bigint[]    NOT NULL,
    subject    text        NOT NULL,
    document   text        NOT NULL,
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL
);
CREATE TABLE assessment_entry_answer (
    number      bigint      PRIMARY KEY REFERENCES assessment_entry,
    confirmed   boolean     NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL
);

-- Time that counts against nobody: when this side was down, and what a bank announced. How long the house was up it notes by itself.
CREATE TABLE assessment_downtime (
    number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank       text,
    side       text        NOT NULL CHECK (side IN ('centre', 'bank')),
    from_at    timestamptz NOT NULL,
    until      timestamptz NOT NULL CHECK (until > from_at),
    document   text        NOT NULL,
    entered_by text        NOT NULL,
    entered_at timestamptz NOT NULL,
    CHECK ((side = 'bank') = (bank IS NOT NULL))
);
CREATE TABLE assessment_downtime_answer (
    number      bigint      PRIMARY KEY REFERENCES assessment_downtime,
    confirmed   boolean     NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL
);
CREATE TABLE assessment_alive (
    from_at timestamptz PRIMARY KEY,
    until   timestamptz NOT NULL
);

-- What went wrong within a running period, and when it was seen first and last.
CREATE TABLE assessment_warning (
    bank      text        NOT NULL,
    first_day date        NOT NULL,
    about     text        NOT NULL,
    value     numeric(18, 4),
    unit      text,
    points    numeric(5, 2) NOT NULL,
    weight    numeric(5, 2) NOT NULL,
    raised_at timestamptz NOT NULL,
    seen_at   timestamptz NOT NULL,
    ended_at  timestamptz,
    PRIMARY KEY (bank, first_day, about, raised_at)
);
CREATE UNIQUE INDEX assessment_warning_one ON assessment_warning (bank, first_day, about) WHERE ended_at IS NULL;

CREATE VIEW assessment_fact_period AS
SELECT p.period_no, p.bank AS partner, p.first_day, p.last_day, p.scheme, p.scheme_from, p.scheme_text, p.fee_percent, p.penalty_counts, p.held_back_percent, p.state, p.frozen_at, p.frozen_by,
       p.objections_until, p.published_by, p.final_at, p.final_by, s.version, s.at AS scored_at, s.why, s.graded_weight, s.total, s.grade, s.reason, s.grade_before, s.coefficient, s.proposes,
       s.veto_unknown
FROM assessment_period p
JOIN assessment_score s ON s.period_no = p.period_no AND s.version = (SELECT max(v.version) FROM assessment_score v WHERE v.period_no = p.period_no);
COMMENT ON VIEW assessment_fact_period IS 'Each period of a bank, with its latest score; the messages are in assessment_fact_case';
COMMENT ON COLUMN assessment_fact_period.period_no IS 'ours';
COMMENT ON COLUMN assessment_fact_period.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_period.first_day IS 'first day';
COMMENT ON COLUMN assessment_fact_period.last_day IS 'last day';
COMMENT ON COLUMN assessment_fact_period.scheme IS 'scheme of the bank''s contract';
COMMENT ON COLUMN assessment_fact_period.scheme_from IS 'which version of it: first day on which it holds';
COMMENT ON COLUMN assessment_fact_period.scheme_text IS 'the scheme as it was applied, a line for each rule';
COMMENT ON COLUMN assessment_fact_period.fee_percent IS 'of the interest received, as the contract has it';
COMMENT ON COLUMN assessment_fact_period.penalty_counts IS 'whether penalty interest is in the base of the fee';
COMMENT ON COLUMN assessment_fact_period.held_back_percent IS 'of the fee, kept until settlement';
COMMENT ON COLUMN assessment_fact_period.state IS 'running: a look at the days so far; frozen; provisional: the bank may object; final';
COMMENT ON COLUMN assessment_fact_period.frozen_at IS 'when its facts were frozen';
COMMENT ON COLUMN assessment_fact_period.frozen_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_period.objections_until IS 'last day to object; null: not published yet';
COMMENT ON COLUMN assessment_fact_period.published_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_period.final_at IS 'when it became final';
COMMENT ON COLUMN assessment_fact_period.final_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_period.version IS 'of the score; another for every ruling';
COMMENT ON COLUMN assessment_fact_period.scored_at IS 'when this version was computed';
COMMENT ON COLUMN assessment_fact_period.why IS 'frozen, or the ruling it follows from';
COMMENT ON COLUMN assessment_fact_period.graded_weight IS 'weight of the indicators that could be graded, of 100';
COMMENT ON COLUMN assessment_fact_period.total IS 'points; null: too little could be graded';
COMMENT ON COLUMN assessment_fact_period.grade IS 'null: none, then the coefficient is 1 and nothing is proposed';
COMMENT ON COLUMN assessment_fact_period.reason IS 'points, veto, twice-running, too-little-graded';
COMMENT ON COLUMN assessment_fact_period.grade_before IS 'grade of the period before; null: there was none';
COMMENT ON COLUMN assessment_fact_period.coefficient IS 'of the fee';
COMMENT ON COLUMN assessment_fact_period.proposes IS 'to the committee: none, plan, cap, suspend; nothing happens by itself';
COMMENT ON COLUMN assessment_fact_period.veto_unknown IS 'nobody entered whether there were red-line events';

CREATE VIEW assessment_fact_score AS
SELECT s.period_no, p.bank AS partner, s.version, s.at, s.why, s.graded_weight, s.total, s.grade, s.reason, s.coefficient, s.proposes
FROM assessment_score s JOIN assessment_period p ON p.period_no = s.period_no;
COMMENT ON VIEW assessment_fact_score IS 'Every version of a score; the first is what was frozen';
COMMENT ON COLUMN assessment_fact_score.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_score.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_score.version IS 'from 1';
COMMENT ON COLUMN assessment_fact_score.at IS 'when';
COMMENT ON COLUMN assessment_fact_score.why IS 'frozen, or the ruling it follows from';
COMMENT ON COLUMN assessment_fact_score.graded_weight IS 'of 100';
COMMENT ON COLUMN assessment_fact_score.total IS 'points';
COMMENT ON COLUMN assessment_fact_score.grade IS 'grade';
COMMENT ON COLUMN assessment_fact_score.reason IS 'why this grade';
COMMENT ON COLUMN assessment_fact_score.coefficient IS 'of the fee';
COMMENT ON COLUMN assessment_fact_score.proposes IS 'to the committee';

CREATE VIEW assessment_fact_sum AS
SELECT s.period_no, p.bank AS partner, s.version, s.fact, s.amount FROM assessment_sum s JOIN assessment_period p ON p.period_no = s.period_no;
COMMENT ON VIEW assessment_fact_sum IS 'What the cases of a period add up to, fact by fact; a fact that is not here is not known';
COMMENT ON COLUMN assessment_fact_sum.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_sum.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_sum.version IS 'of the score';
COMMENT ON COLUMN assessment_fact_sum.fact IS 'word a formula names it by';
COMMENT ON COLUMN assessment_fact_sum.amount IS 'whole number; balances are daily averages in fen';

CREATE VIEW assessment_fact_indicator AS
SELECT i.period_no, p.bank AS partner, i.version, i.place, i.indicator, i.zh, i.en, i.block, i.unit, i.measures, i.state, i.of, i.per, i.sample, i.least, i.value, i.low, i.high,
       i.best, i.worst, i.weight, i.points, i.missing
FROM assessment_indicator i JOIN assessment_period p ON p.period_no = i.period_no;
COMMENT ON VIEW assessment_fact_indicator IS 'What each indicator came to';
COMMENT ON COLUMN assessment_fact_indicator.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_indicator.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_indicator.version IS 'of the score';
COMMENT ON COLUMN assessment_fact_indicator.place IS 'order in the scheme';
COMMENT ON COLUMN assessment_fact_indicator.indicator IS 'such as O1';
COMMENT ON COLUMN assessment_fact_indicator.zh IS 'its name in Chinese';
COMMENT ON COLUMN assessment_fact_indicator.en IS 'its name in English';
COMMENT ON COLUMN assessment_fact_indicator.block IS 'overdue, time, quality, data, service';
COMMENT ON COLUMN assessment_fact_indicator.unit IS 'of value, best and worst';
COMMENT ON COLUMN assessment_fact_indicator.measures IS 'whose cases stand behind it';
COMMENT ON COLUMN assessment_fact_indicator.state IS 'graded; too-few: fewer events than grade anybody; missing: facts are not there';
COMMENT ON COLUMN assessment_fact_indicator.of IS 'what is counted';
COMMENT ON COLUMN assessment_fact_indicator.per IS 'out of what';
COMMENT ON COLUMN assessment_fact_indicator.sample IS 'events expected';
COMMENT ON COLUMN assessment_fact_indicator.least IS 'events below which it grades nobody';
COMMENT ON COLUMN assessment_fact_indicator.value IS 'in its unit; shown, never calculated with';
COMMENT ON COLUMN assessment_fact_indicator.low IS 'lower end of what chance allows with 95 % confidence';
COMMENT ON COLUMN assessment_fact_indicator.high IS 'upper end';
COMMENT ON COLUMN assessment_fact_indicator.best IS 'value that earns the whole weight';
COMMENT ON COLUMN assessment_fact_indicator.worst IS 'value that earns nothing';
COMMENT ON COLUMN assessment_fact_indicator.weight IS 'most points';
COMMENT ON COLUMN assessment_fact_indicator.points IS 'null: not graded';
COMMENT ON COLUMN assessment_fact_indicator.missing IS 'facts that are not there';

CREATE VIEW assessment_fact_lift AS
SELECT l.period_no, p.bank AS partner, l.version, l.grade, l.points, l.place, l.alone, l.indicator, l.now, l.needed, l.gain
FROM assessment_lift l JOIN assessment_period p ON p.period_no = l.period_no;
COMMENT ON VIEW assessment_fact_lift IS 'What would lift a bank to each better grade, computed';
COMMENT ON COLUMN assessment_fact_lift.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_lift.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_lift.version IS 'of the score';
COMMENT ON COLUMN assessment_fact_lift.grade IS 'better grade';
COMMENT ON COLUMN assessment_fact_lift.points IS 'points still missing';
COMMENT ON COLUMN assessment_fact_lift.place IS 'the one with the most to gain first';
COMMENT ON COLUMN assessment_fact_lift.alone IS 'true: this one suffices; false: all that are not alone, together';
COMMENT ON COLUMN assessment_fact_lift.indicator IS 'such as O1';
COMMENT ON COLUMN assessment_fact_lift.now IS 'its value';
COMMENT ON COLUMN assessment_fact_lift.needed IS 'value it would need';
COMMENT ON COLUMN assessment_fact_lift.gain IS 'points that would bring';

CREATE VIEW assessment_fact_case AS
SELECT c.period_no, p.bank AS partner, c.measure, c.case_no, c.account_no, c.reference, c.on_day, c.amounts, c.short, c.excluded, c.remark, c.message_ids
FROM assessment_case c JOIN assessment_period p ON p.period_no = c.period_no;
COMMENT ON VIEW assessment_fact_case IS 'Everything that was counted in a period, frozen, with the messages that made it';
COMMENT ON COLUMN assessment_fact_case.period_no IS 'period';
COMMENT ON COLUMN assessment_fact_case.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_case.measure IS 'what was counted, such as contact; each stands for some facts';
COMMENT ON COLUMN assessment_fact_case.case_no IS 'number an objection names';
COMMENT ON COLUMN assessment_fact_case.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN assessment_fact_case.reference IS 'order, application, day or document it comes from';
COMMENT ON COLUMN assessment_fact_case.on_day IS 'day it counts for';
COMMENT ON COLUMN assessment_fact_case.amounts IS 'what it adds to each fact of its measure, in their order; of loans fen times days';
COMMENT ON COLUMN assessment_fact_case.short IS 'took points away';
COMMENT ON COLUMN assessment_fact_case.excluded IS 'why it is not counted; null: it is';
COMMENT ON COLUMN assessment_fact_case.remark IS 'what was seen, in fixed words and dates';
COMMENT ON COLUMN assessment_fact_case.message_ids IS 'messages that made it, in the journal; none where people entered it';

CREATE VIEW assessment_fact_entry AS
SELECT e.number, e.bank AS partner, e.kind, e.on_day, e.amounts, e.subject, e.document, e.entered_by, e.entered_at, a.confirmed, a.answered_by, a.answered_at
FROM assessment_entry e LEFT JOIN assessment_entry_answer a ON a.number = e.number;
COMMENT ON VIEW assessment_fact_entry IS 'What people entered because no message tells it; there is no message behind it but a document';
COMMENT ON COLUMN assessment_fact_entry.number IS 'ours';
COMMENT ON COLUMN assessment_fact_entry.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_entry.kind IS 'audit, red-line, survey, complaint';
COMMENT ON COLUMN assessment_fact_entry.on_day IS 'day it counts for';
COMMENT ON COLUMN assessment_fact_entry.amounts IS 'audit: cases, findings of grade 1, 2 and 3; survey: answers, points; others: how many';
COMMENT ON COLUMN assessment_fact_entry.subject IS 'in words, nobody''s name';
COMMENT ON COLUMN assessment_fact_entry.document IS 'reference of the document';
COMMENT ON COLUMN assessment_fact_entry.entered_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_entry.entered_at IS 'when';
COMMENT ON COLUMN assessment_fact_entry.confirmed IS 'true, false; null: it waits for another person';
COMMENT ON COLUMN assessment_fact_entry.answered_by IS 'another person';
COMMENT ON COLUMN assessment_fact_entry.answered_at IS 'when';

CREATE VIEW assessment_fact_downtime AS
SELECT d.number, d.bank AS partner, d.side, d.from_at, d.until, d.document, d.entered_by, d.entered_at, a.confirmed, a.answered_by, a.answered_at
FROM assessment_downtime d LEFT JOIN assessment_downtime_answer a ON a.number = d.number
UNION ALL
SELECT NULL, NULL, 'centre', g.from_at, g.until, 'noted by the gateway', 'gateway', g.until, true, 'gateway', g.until
FROM (SELECT until AS from_at, lead(from_at) OVER (ORDER BY from_at) AS until FROM assessment_alive) g WHERE g.until IS NOT NULL;
COMMENT ON VIEW assessment_fact_downtime IS 'Time that counts against nobody: this side down, or maintenance a bank announced';
COMMENT ON COLUMN assessment_fact_downtime.number IS 'ours; null: the gateway noted it by itself';
COMMENT ON COLUMN assessment_fact_downtime.partner IS 'bank; null: every one';
COMMENT ON COLUMN assessment_fact_downtime.side IS 'centre or bank';
COMMENT ON COLUMN assessment_fact_downtime.from_at IS 'from';
COMMENT ON COLUMN assessment_fact_downtime.until IS 'until';
COMMENT ON COLUMN assessment_fact_downtime.document IS 'announcement or report';
COMMENT ON COLUMN assessment_fact_downtime.entered_by IS 'log-in name';
COMMENT ON COLUMN assessment_fact_downtime.entered_at IS 'when';
COMMENT ON COLUMN assessment_fact_downtime.confirmed IS 'true, false; null: it waits for another person';
COMMENT ON COLUMN assessment_fact_downtime.answered_by IS 'another person';
COMMENT ON COLUMN assessment_fact_downtime.answered_at IS 'when';

CREATE VIEW assessment_fact_warning AS
SELECT bank AS partner, first_day, about, value, unit, points, weight, raised_at, seen_at, ended_at FROM assessment_warning;
COMMENT ON VIEW assessment_fact_warning IS 'What went wrong within a running period; the messages are those of its cases, which the running score shows';
COMMENT ON COLUMN assessment_fact_warning.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_warning.first_day IS 'first day of the period';
COMMENT ON COLUMN assessment_fact_warning.about IS 'indicator, or total';
COMMENT ON COLUMN assessment_fact_warning.value IS 'value when it was seen last';
COMMENT ON COLUMN assessment_fact_warning.unit IS 'of the value';
COMMENT ON COLUMN assessment_fact_warning.points IS 'points when it was seen last';
COMMENT ON COLUMN assessment_fact_warning.weight IS 'of how many';
COMMENT ON COLUMN assessment_fact_warning.raised_at IS 'since when';
COMMENT ON COLUMN assessment_fact_warning.seen_at IS 'seen last';
COMMENT ON COLUMN assessment_fact_warning.ended_at IS 'when it was no longer so; null: it is';
