-- Loans that are collected: one case from the day the ledger shows something overdue until it shows nothing. Nothing here names a person.
CREATE TABLE repayment_case (
    case_no        text        PRIMARY KEY,
    account        bigint      NOT NULL REFERENCES repayment_account,
    bank           text        NOT NULL,
    overdue_since  date        NOT NULL,
    opened_on      date        NOT NULL,
    opened_at      timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('collecting', 'promised', 'excluded', 'cured', 'settled')),
    reached        text,
    promises       integer     NOT NULL DEFAULT 0,
    promise        text,
    exclusion      text,
    order_no       text,
    seen_on        date        NOT NULL,
    overdue        integer     NOT NULL,
    days           integer     NOT NULL,
    owed_fen       bigint      NOT NULL,
    balance_fen    bigint      NOT NULL,
    closed_on      date,
    closed_at      timestamptz,
    paid_by        text[],
    CHECK ((state IN ('cured', 'settled')) = (closed_on IS NOT NULL)),
    CHECK ((state = 'excluded') = (exclusion IS NOT NULL)),
    CHECK ((state = 'promised') = (promise IS NOT NULL))
);
CREATE UNIQUE INDEX repayment_case_one_runs ON repayment_case (account) WHERE closed_on IS NULL;
CREATE INDEX repayment_case_of_loan ON repayment_case (account);
CREATE INDEX repayment_case_running ON repayment_case (bank) WHERE closed_on IS NULL;

-- What a bank was told to do about a case.
CREATE TABLE repayment_order (
    order_no      text        PRIMARY KEY,
    case_no       text        NOT NULL REFERENCES repayment_case,
    bank          text        NOT NULL,
    rung          text,
    step          text        NOT NULL,
    reason        text        NOT NULL,
    whom          text[]      NOT NULL,
    instalments   integer     NOT NULL,
    owed_fen      bigint      NOT NULL,
    due_on        date        NOT NULL,
    follows       text,
    ordered_at    timestamptz NOT NULL,
    ordered_by    text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('issued', 'taken', 'refused', 'tried', 'done', 'missed', 'withdrawn')),
    message_id    text,
    assigned_to   text,
    answered_at   timestamptz,
    refused       text,
    ended_at      timestamptz
);
CREATE INDEX repayment_order_of_case ON repayment_order (case_no);
-- a bank has to act on one order of a case at a time
CREATE UNIQUE INDEX repayment_order_one_runs ON repayment_order (case_no) WHERE state IN ('issued', 'taken');

-- What a bank did, as it told it; when it was done and when it was told are two things.
CREATE TABLE repayment_record (
    bank           text        NOT NULL,
    record_no      text        NOT NULL,
    case_no        text        NOT NULL REFERENCES repayment_case,
    order_no       text        REFERENCES repayment_order,
    step           text        NOT NULL,
    contacted      text        NOT NULL,
    done_at        timestamptz NOT NULL,
    told_at        timestamptz NOT NULL,
    file_by        date        NOT NULL,
    operator_no    text        NOT NULL,
    outcome        text        NOT NULL,
    promise_fen    bigint,
    promise_by     date,
    promise_pauses boolean,
    promise_became text        CHECK (promise_became IN ('kept', 'broken')),
    promise_known  timestamptz,
    proof_kind     text        NOT NULL,
    proof_number   text        NOT NULL,
    proof_document text,
    message_id     text        NOT NULL,
    PRIMARY KEY (bank, record_no),
    CONSTRAINT repayment_record_proof_once UNIQUE (bank, proof_kind, proof_number)
);
CREATE INDEX repayment_record_of_case ON repayment_record (case_no, done_at);

CREATE TABLE repayment_case_event (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no    text        NOT NULL REFERENCES repayment_case,
    at         timestamptz NOT NULL,
    type       text        NOT NULL,
    order_no   text,
    record_no  text,
    detail     text,
    message_id text
);
CREATE INDEX repayment_case_event_of_case ON repayment_case_event (case_no, id);

-- Cases one person wants excluded, or collected again, and another confirms.
CREATE TABLE repayment_exclusion (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no     text        NOT NULL REFERENCES repayment_case,
    exclusion   text,
    document    text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL
);
CREATE TABLE repayment_exclusion_answer (
    number      bigint      PRIMARY KEY REFERENCES repayment_exclusion,
    confirmed   boolean     NOT NULL,
    answered_by text        NOT NULL,
    answered_at timestamptz NOT NULL
);

-- What the last round through a bank's ledger knew; the same again is no reason for another one.
CREATE TABLE repayment_round (
    bank  text   PRIMARY KEY,
    day   date   NOT NULL,
    file  bigint NOT NULL,
    today date   NOT NULL
);

CREATE VIEW repayment_fact_case AS
SELECT c.case_no, c.bank AS partner, a.account_no, a.application_no, c.overdue_since, c.opened_on, c.opened_at, c.state, c.reached, c.promises,
       c.exclusion, c.seen_on, c.overdue, c.days, c.owed_fen, c.balance_fen, c.closed_on, c.closed_at, c.paid_by,
       CASE WHEN c.closed_on IS NOT NULL THEN c.paid_by <> '{}' AND c.paid_by <@ ARRAY['bank-account', 'prepayment'] END AS by_borrower,
       o.order_no, o.step, o.state AS order_state, o.due_on, p.promise_by, p.promise_fen,
       CASE WHEN c.closed_on IS NOT NULL OR c.state = 'excluded' THEN 'nobody'
            WHEN x.number IS NOT NULL THEN 'centre'
            WHEN c.state = 'promised' THEN 'borrower'
            WHEN o.state IN ('issued', 'taken', 'tried') THEN 'bank'
            ELSE 'centre' END AS waits_for,
       x.number AS exclusion_open
FROM repayment_case c
JOIN repayment_account a ON a.id = c.account
LEFT JOIN repayment_order o ON o.order_no = c.order_no
LEFT JOIN repayment_record p ON p.bank = c.bank AND p.record_no = c.promise
LEFT JOIN LATERAL (SELECT e.number FROM repayment_exclusion e LEFT JOIN repayment_exclusion_answer n ON n.number = e.number
                   WHERE e.case_no = c.case_no AND n.number IS NULL ORDER BY e.number LIMIT 1) x ON true;
COMMENT ON VIEW repayment_fact_case IS 'Cases of collection; their messages are in repayment_fact_order and repayment_fact_record';
COMMENT ON COLUMN repayment_fact_case.case_no IS 'ours';
COMMENT ON COLUMN repayment_fact_case.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_case.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_case.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_case.overdue_since IS 'oldest due day when it was opened';
COMMENT ON COLUMN repayment_fact_case.opened_on IS 'accounting date of the ledger that opened it';
COMMENT ON COLUMN repayment_fact_case.opened_at IS 'when';
COMMENT ON COLUMN repayment_fact_case.state IS 'collecting, promised, excluded, cured, settled';
COMMENT ON COLUMN repayment_fact_case.reached IS 'gravest step of the ladder ordered so far';
COMMENT ON COLUMN repayment_fact_case.promises IS 'promises to pay taken';
COMMENT ON COLUMN repayment_fact_case.exclusion IS 'why it is not collected for now';
COMMENT ON COLUMN repayment_fact_case.seen_on IS 'accounting date of the ledger looked at last';
COMMENT ON COLUMN repayment_fact_case.overdue IS 'instalments overdue then';
COMMENT ON COLUMN repayment_fact_case.days IS 'days overdue then; a due day that is no working day counts from the next one';
COMMENT ON COLUMN repayment_fact_case.owed_fen IS 'owed of overdue instalments then';
COMMENT ON COLUMN repayment_fact_case.balance_fen IS 'principal owed of the whole loan then';
COMMENT ON COLUMN repayment_fact_case.closed_on IS 'day the last overdue instalment was paid; null while it runs';
COMMENT ON COLUMN repayment_fact_case.closed_at IS 'when that was known';
COMMENT ON COLUMN repayment_fact_case.paid_by IS 'where the money came from that paid what was overdue';
COMMENT ON COLUMN repayment_fact_case.by_borrower IS 'all of it by the borrower: not the bank, a developer, a guarantor or a fund balance; null while it runs';
COMMENT ON COLUMN repayment_fact_case.order_no IS 'latest order';
COMMENT ON COLUMN repayment_fact_case.step IS 'of the latest order';
COMMENT ON COLUMN repayment_fact_case.order_state IS 'of the latest order';
COMMENT ON COLUMN repayment_fact_case.due_on IS 'last day of the latest order';
COMMENT ON COLUMN repayment_fact_case.promise_by IS 'last day of the promise that runs';
COMMENT ON COLUMN repayment_fact_case.promise_fen IS 'amount of the promise that runs';
COMMENT ON COLUMN repayment_fact_case.waits_for IS 'bank, borrower, centre, nobody';
COMMENT ON COLUMN repayment_fact_case.exclusion_open IS 'proposal about it that nobody answered';

CREATE VIEW repayment_fact_order AS
SELECT o.order_no, o.case_no, o.bank AS partner, a.account_no, a.application_no, o.rung, o.step, o.reason, o.whom, o.instalments, o.owed_fen, o.due_on,
       o.follows, o.ordered_at, o.ordered_by, o.state, o.message_id, o.assigned_to, o.answered_at, o.refused, o.ended_at,
       r.record_no, r.done_at, r.told_at, r.outcome, r.message_id AS record_message_id,
       (r.done_at AT TIME ZONE 'Asia/Shanghai')::date <= o.due_on AS done_in_time,
       (r.told_at AT TIME ZONE 'Asia/Shanghai')::date > r.file_by AS filed_late,
       coalesce(r.outcome NOT IN ('not-reached', 'wrong-contact', 'other'), false) AS reached
FROM repayment_order o
JOIN repayment_case c ON c.case_no = o.case_no
JOIN repayment_account a ON a.id = c.account
LEFT JOIN LATERAL (SELECT * FROM repayment_record r WHERE r.order_no = o.order_no
                   ORDER BY r.outcome IN ('not-reached', 'wrong-contact', 'other'), r.done_at LIMIT 1) r ON true;
COMMENT ON VIEW repayment_fact_order IS 'Orders to collect, each with the act that counts for it: the first that reached somebody, else the first';
COMMENT ON COLUMN repayment_fact_order.order_no IS 'ours';
COMMENT ON COLUMN repayment_fact_order.case_no IS 'case of collection';
COMMENT ON COLUMN repayment_fact_order.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_order.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_order.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_order.rung IS 'step of the ladder; null: ordered by a person';
COMMENT ON COLUMN repayment_fact_order.step IS 're-deduct, message, phone, letter, visit, guarantor, lawsuit';
COMMENT ON COLUMN repayment_fact_order.reason IS 'why';
COMMENT ON COLUMN repayment_fact_order.whom IS 'roles of who is to be contacted';
COMMENT ON COLUMN repayment_fact_order.instalments IS 'overdue then';
COMMENT ON COLUMN repayment_fact_order.owed_fen IS 'owed of overdue instalments then';
COMMENT ON COLUMN repayment_fact_order.due_on IS 'last day to act';
COMMENT ON COLUMN repayment_fact_order.follows IS 'order before it';
COMMENT ON COLUMN repayment_fact_order.ordered_at IS 'when';
COMMENT ON COLUMN repayment_fact_order.ordered_by IS 'gateway, or a log-in name';
COMMENT ON COLUMN repayment_fact_order.state IS 'issued, taken, refused, tried, done, missed, withdrawn';
COMMENT ON COLUMN repayment_fact_order.message_id IS 'its message in the journal, once the bank answered';
COMMENT ON COLUMN repayment_fact_order.assigned_to IS 'the bank''s number of who does it';
COMMENT ON COLUMN repayment_fact_order.answered_at IS 'when the bank''s answer was here';
COMMENT ON COLUMN repayment_fact_order.refused IS 'codes with which the bank did not take it';
COMMENT ON COLUMN repayment_fact_order.ended_at IS 'when it was done, missed or withdrawn';
COMMENT ON COLUMN repayment_fact_order.record_no IS 'the act that counts';
COMMENT ON COLUMN repayment_fact_order.done_at IS 'when it was done';
COMMENT ON COLUMN repayment_fact_order.told_at IS 'when it was told';
COMMENT ON COLUMN repayment_fact_order.outcome IS 'what came of it';
COMMENT ON COLUMN repayment_fact_order.record_message_id IS 'message of the act in the journal';
COMMENT ON COLUMN repayment_fact_order.done_in_time IS 'done by the last day; null: not done';
COMMENT ON COLUMN repayment_fact_order.filed_late IS 'told after the day for it; null: not done';
COMMENT ON COLUMN repayment_fact_order.reached IS 'the act reached somebody';

CREATE VIEW repayment_fact_record AS
SELECT r.bank AS partner, r.record_no, r.case_no, a.account_no, a.application_no, r.order_no, r.step, r.contacted, r.done_at, r.told_at,
       (r.told_at AT TIME ZONE 'Asia/Shanghai')::date > r.file_by AS filed_late, r.operator_no, r.outcome, r.promise_fen, r.promise_by, r.promise_pauses,
       r.promise_became, r.promise_known, r.proof_kind, r.proof_number, r.proof_document, r.message_id
FROM repayment_record r JOIN repayment_case c ON c.case_no = r.case_no JOIN repayment_account a ON a.id = c.account;
COMMENT ON VIEW repayment_fact_record IS 'What banks did to collect, as they told it';
COMMENT ON COLUMN repayment_fact_record.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_record.record_no IS 'the bank''s number of it';
COMMENT ON COLUMN repayment_fact_record.case_no IS 'case of collection';
COMMENT ON COLUMN repayment_fact_record.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_record.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_record.order_no IS 'order it answers; null: the bank acted by itself';
COMMENT ON COLUMN repayment_fact_record.step IS 'what was done';
COMMENT ON COLUMN repayment_fact_record.contacted IS 'role of who was contacted';
COMMENT ON COLUMN repayment_fact_record.done_at IS 'when it was done';
COMMENT ON COLUMN repayment_fact_record.told_at IS 'when it was told';
COMMENT ON COLUMN repayment_fact_record.filed_late IS 'told after the working days the ladder gives';
COMMENT ON COLUMN repayment_fact_record.operator_no IS 'the bank''s number of who did it';
COMMENT ON COLUMN repayment_fact_record.outcome IS 'what came of it';
COMMENT ON COLUMN repayment_fact_record.promise_fen IS 'amount promised';
COMMENT ON COLUMN repayment_fact_record.promise_by IS 'last day promised';
COMMENT ON COLUMN repayment_fact_record.promise_pauses IS 'the steps of the case waited for it';
COMMENT ON COLUMN repayment_fact_record.promise_became IS 'kept or broken by the ledger; null: not known yet, or the steps did not wait for it';
COMMENT ON COLUMN repayment_fact_record.promise_known IS 'when that was known';
COMMENT ON COLUMN repayment_fact_record.proof_kind IS 'kind of what proves it';
COMMENT ON COLUMN repayment_fact_record.proof_number IS 'its number; proves one act only';
COMMENT ON COLUMN repayment_fact_record.proof_document IS 'digest of a scan the bank keeps';
COMMENT ON COLUMN repayment_fact_record.message_id IS 'its message in the journal';

CREATE VIEW repayment_fact_case_event AS
SELECT e.id, e.case_no, c.bank AS partner, e.at, e.type, e.order_no, e.record_no, e.detail, e.message_id
FROM repayment_case_event e JOIN repayment_case c ON c.case_no = e.case_no;
COMMENT ON VIEW repayment_fact_case_event IS 'What happened to cases of collection, in order';
COMMENT ON COLUMN repayment_fact_case_event.id IS 'ascending';
COMMENT ON COLUMN repayment_fact_case_event.case_no IS 'case of collection';
COMMENT ON COLUMN repayment_fact_case_event.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_case_event.at IS 'when it was known here';
COMMENT ON COLUMN repayment_fact_case_event.type IS 'opened, order, order-ended, promise-taken, promise-kept, promise-broken, excluded, resumed, closed';
COMMENT ON COLUMN repayment_fact_case_event.order_no IS 'order it is about';
COMMENT ON COLUMN repayment_fact_case_event.record_no IS 'record it is about';
COMMENT ON COLUMN repayment_fact_case_event.detail IS 'fixed words: step, state of the order, reason';
COMMENT ON COLUMN repayment_fact_case_event.message_id IS 'message that caused it, in the journal';

CREATE VIEW repayment_fact_exclusion AS
SELECT e.number, e.case_no, c.bank AS partner, e.exclusion, e.document, e.proposed_by, e.proposed_at, a.confirmed, a.answered_by, a.answered_at
FROM repayment_exclusion e JOIN repayment_case c ON c.case_no = e.case_no LEFT JOIN repayment_exclusion_answer a ON a.number = e.number;
COMMENT ON VIEW repayment_fact_exclusion IS 'Cases one person wants excluded, or collected again, and another confirms';
COMMENT ON COLUMN repayment_fact_exclusion.number IS 'of the proposal';
COMMENT ON COLUMN repayment_fact_exclusion.case_no IS 'case of collection';
COMMENT ON COLUMN repayment_fact_exclusion.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_exclusion.exclusion IS 'why; null: to be collected again';
COMMENT ON COLUMN repayment_fact_exclusion.document IS 'number of the document that says so';
COMMENT ON COLUMN repayment_fact_exclusion.proposed_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_exclusion.proposed_at IS 'when';
COMMENT ON COLUMN repayment_fact_exclusion.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN repayment_fact_exclusion.answered_by IS 'another person';
COMMENT ON COLUMN repayment_fact_exclusion.answered_at IS 'when';
