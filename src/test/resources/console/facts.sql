-- What the other rooms show, made up: persons and numbers belong to nobody.
INSERT INTO loan_fact_loan (acceptance_no, application_no, partner, message_id, branch_code, accepted_on, accepted_at, home_kind, scheme,
    applied_fen, applied_months, borrower, word, decision, pause, paused_on, return_due,
    initial_reviewer, second_reviewer, approved_by, opinion_no, opinion_version, approved_fen, approved_months, annual_rate, rate_version,
    decided_on, valid_to, contract, contract_no, contract_signed_on, security, pieces, money, opinion_told, version)
SELECT '20261116' || lpad(n::text, 4, '0'), 'A-' || lpad(n::text, 4, '0'), 'icbc', 'B-' || lpad(n::text, 4, '0'),
       '4402' || lpad((n % 4)::text, 3, '0'), date '2026-11-16', timestamptz '2026-11-16 09:00+08' + n * interval '47 minutes',
       CASE WHEN n % 3 = 0 THEN 'resale' WHEN n % 5 = 0 THEN 'new' ELSE 'pre-sold' END, 'scheme',
       40000000 + n * 3700000, 120 + (n % 5) * 60, '',
       w.word, w.decision, CASE w.word WHEN 'returned' THEN 'returned' END, NULL, CASE w.word WHEN 'returned' THEN date '2026-11-30' END,
       CASE WHEN w.decision NOT IN ('accepted', 'withdrawn') THEN 'core-reviewer' END,
       CASE WHEN w.decision NOT IN ('accepted', 'initial-reviewed', 'withdrawn') THEN 'core-reviewer' END,
       CASE WHEN w.decision = 'approved' THEN 'core-approver' END,
       CASE WHEN w.decision = 'approved' THEN 'SP-2026-' || lpad(n::text, 6, '0') END, 1,
       CASE WHEN w.decision = 'approved' THEN 38000000 + n * 3700000 END, CASE WHEN w.decision = 'approved' THEN 240 END,
       CASE WHEN w.decision = 'approved' THEN 2.60000 END, NULL, CASE WHEN w.decision = 'approved' THEN date '2026-11-18' END,
       CASE WHEN w.decision = 'approved' THEN date '2027-02-20' END, w.contract, CASE WHEN w.contract <> 'none' THEN 'HT-2026-' || n END,
       CASE WHEN w.contract <> 'none' THEN date '2026-11-20' END, w.security, '{}', 'none', CASE WHEN w.decision = 'approved' THEN 'accepted' END, 3
FROM generate_series(1, 14) n
JOIN (VALUES (0, 'in-initial-review', 'accepted', 'none', 'held'), (1, 'in-second-review', 'initial-reviewed', 'none', 'held'),
             (2, 'approved', 'approved', 'none', 'held'), (3, 'contract-signed', 'approved', 'signed', 'held'),
             (4, 'rejected', 'rejected', 'none', 'destroyed'), (5, 'returned', 'accepted', 'none', 'none'),
             (6, 'approved', 'approved', 'none', 'none')) AS w (k, word, decision, contract, security) ON w.k = (n + 2) % 7;

INSERT INTO loan_fact_attachment (acceptance_no, partner, digest, kind, size, listed_by, complete_at, message_id)
SELECT acceptance_no, partner, md5(acceptance_no || k) || md5(k || acceptance_no), k, 184320, message_id,
       CASE WHEN k <> 'income-proof' OR decision <> 'accepted' THEN accepted_at END, message_id
FROM loan_fact_loan, unnest(ARRAY['identity-card', 'purchase-contract', 'income-proof']) k;

INSERT INTO loan_fact_event (position, id, type, at, acceptance_no, subject, partner, message_id, officer, officer_role, detail)
SELECT (row_number() OVER (ORDER BY at, acceptance_no))::numeric * 1000000000000000000 + 7, row_number() OVER (ORDER BY at, acceptance_no), type, at,
       acceptance_no, application_no, partner, NULL, officer, NULL, '{}'
FROM (SELECT 'accepted' AS type, accepted_at AS at, acceptance_no, application_no, partner, NULL AS officer FROM loan_fact_loan
      UNION ALL SELECT 'attachments-complete', accepted_at + interval '12 minutes', acceptance_no, application_no, partner, NULL FROM loan_fact_loan
      UNION ALL SELECT 'initial-reviewed', accepted_at + interval '1 day', acceptance_no, application_no, partner, initial_reviewer FROM loan_fact_loan WHERE initial_reviewer IS NOT NULL
      UNION ALL SELECT 'approved', accepted_at + interval '2 days', acceptance_no, application_no, partner, approved_by FROM loan_fact_loan WHERE approved_by IS NOT NULL) e;

INSERT INTO opinion_fact_opinion (opinion_no, version, bank, application_no, acceptance_no, amount_fen, months, rate_version, decided_on, valid_to,
    format, digest, issued_at, reviewed_by, approved_by, device, effective, standing, delivered_at, copies_printed)
SELECT opinion_no, 1, partner, application_no, acceptance_no, approved_fen, approved_months, 'R1', decided_on, valid_to, 'pdf',
       md5(opinion_no) || md5(acceptance_no), accepted_at + interval '2 days', initial_reviewer, approved_by, 'demo', false, 'in-force',
       accepted_at + interval '2 days 3 seconds', 1
FROM loan_fact_loan WHERE opinion_no IS NOT NULL;

-- the journal: an application and its answer for each loan, an opinion sent for the approved, six refused, one that nobody answered
INSERT INTO evidence_fact_record (id, at, kind, partner, operation, message_id, subject, verdict, codes, body_size, body_digest, profile,
    certificate, revocation, answers, trace_id, timings, node, link, seal, state)
SELECT ('0193a000-0000-7000-8000-' || lpad((n * 10)::text, 12, '0'))::uuid, now() - (20 - n) * interval '5 hours', 'received', 'icbc', 'loan-application',
       'B-' || lpad(n::text, 4, '0'), 'A-' || lpad(n::text, 4, '0'),
       CASE WHEN n > 14 THEN 'refused' ELSE 'accepted' END, CASE n WHEN 15 THEN 'signature.invalid' WHEN 16 THEN 'field.missing field.check_digit_wrong'
       WHEN 17 THEN 'freshness.outside_window' WHEN 18 THEN 'gate.no_standing' WHEN 19 THEN 'once.key_conflict' END, 4096 + n * 17, md5(n::text) || md5('x' || n),
       'sm2-sm3 raw base64 uid=1234567812345678', md5('cert') || md5('icbc'), 'good crl=' || md5('crl') || ' thisUpdate=2026-11-22T16:00:00Z', NULL, 'trace-' || n,
       json_build_object('channel', 310 + n * 9, 'open', 140, 'verify', 1830 + n * 31), 'node-1', n * 10, CASE WHEN n < 19 THEN 3 END, CASE WHEN n < 19 THEN 'sealed' ELSE 'linked' END
FROM generate_series(1, 19) n;
INSERT INTO evidence_fact_record (id, at, kind, partner, operation, message_id, subject, verdict, codes, body_size, body_digest, profile,
    certificate, revocation, answers, trace_id, timings, node, link, seal, state)
SELECT ('0193a000-0000-7000-8000-' || lpad((n * 10 + 1)::text, 12, '0'))::uuid, now() - (20 - n) * interval '5 hours' + interval '13 ms', 'answered', 'icbc', 'loan-application',
       'B-' || lpad(n::text, 4, '0'), 'A-' || lpad(n::text, 4, '0'), 'none', NULL, 733, md5('a' || n) || md5('y' || n),
       'sm2-sm3 raw base64 uid=1234567812345678', md5('cert') || md5('centre'), NULL, ('0193a000-0000-7000-8000-' || lpad((n * 10)::text, 12, '0'))::uuid, 'trace-' || n,
       json_build_object('channel', 310 + n * 9, 'open', 140, 'verify', 1830 + n * 31, 'decode', 620, 'inbox', 410, 'business', 2400 + n * 70, 'answer', 900, 'record', 380, 'commit', 2100),
       'node-1', n * 10 + 1, CASE WHEN n < 19 THEN 3 END, CASE WHEN n < 19 THEN 'sealed' ELSE 'linked' END
FROM generate_series(1, 19) n;
INSERT INTO evidence_fact_record (id, at, kind, partner, operation, message_id, subject, verdict, body_size, body_digest, profile, certificate, revocation,
    answers, trace_id, timings, node, link, seal, state)
SELECT ('0193a000-0000-7000-8000-' || lpad((n * 10 + k)::text, 12, '0'))::uuid, now() - (20 - n) * interval '5 hours' + interval '2 hours' + k * interval '61 ms',
       CASE WHEN k = 2 THEN 'about-to-send' WHEN n = 14 THEN 'nothing-came' ELSE 'reply-received' END, 'icbc', 'approval-opinion',
       '01JDEMO00000000000000000' || lpad(n::text, 2, '0'), 'A-' || lpad(n::text, 4, '0'), CASE WHEN k = 2 OR n = 14 THEN 'none' ELSE 'accepted' END,
       CASE WHEN k = 2 THEN 151552 WHEN n = 14 THEN 0 ELSE 402 END, md5('o' || n) || md5('z' || n), CASE WHEN NOT (k = 3 AND n = 14) THEN 'sm2-sm3 raw base64' END, NULL, NULL,
       CASE WHEN k = 3 THEN ('0193a000-0000-7000-8000-' || lpad((n * 10 + 2)::text, 12, '0'))::uuid END, 'trace-o' || n,
       json_build_object('encode', 2210, 'sign', 1430, 'record', 760, 'wire', 21400, 'understand', 1900), 'node-1', n * 10 + k, 3, 'sealed'
FROM (SELECT n FROM generate_series(1, 14) n JOIN loan_fact_loan ON application_no = 'A-' || lpad(n::text, 4, '0') AND decision = 'approved') a, generate_series(2, 3) k;

INSERT INTO evidence_fact_seal (seal, leaves, root, digest, sealed_at, ranges) VALUES (3, 42, md5('r'), md5('d'), now() - interval '20 seconds', '[]');
INSERT INTO delivery_fact_unknown (message_id, partner, operation, subject, cause, detail, since, enquiries, for_people, record)
VALUES ('01JDEMO0000000000000000042', 'icbc', 'approval-opinion', 'A-0014', 'SILENT', 'read timed out', now() - interval '3 hours', 6, true, '0193a000-0000-7000-8000-000000000142');
INSERT INTO delivery_fact_unknown (message_id, partner, operation, subject, cause, detail, since, enquiries, for_people, proposal, decision, reason, proposed_by, proposed_at)
VALUES ('01JDEMO0000000000000000043', 'icbc', 'decision-notice', 'A-0006', 'UNREADABLE', 'not JSON', now() - interval '27 hours', 6, true,
        'f5b1a2de-7c1c-4e7b-9f0d-3a4f6f7a9c11', 'ACCEPTED', '银行运营中心书面答复：通知已入账（函〔2026〕118 号）', 'someone-else', now() - interval '40 minutes');
INSERT INTO delivery_fact_stop (kind, partner, message_id, reason, stopped_by, since)
VALUES ('message', 'icbc', '01JDEMO0000000000000000044', 'partner.not_reached: connection refused', 'gateway', now() - interval '75 minutes');
INSERT INTO delivery_fact_outbox (message_id, partner, operation, subject, state, attempts, enquiries, posted_at, since)
VALUES ('01JDEMO0000000000000000044', 'icbc', 'decision-notice', 'A-0003', 'HELD', 8, 0, now() - interval '2 hours', now() - interval '75 minutes');

-- cases at the registry: one to its certificates (one of them forged), one to supplement, one turned down, one doubted, one late
INSERT INTO mortgage_fact_case (case_no, partner, bank, application_no, kind, area_code, filed_by, filed_on, filed_at, promised_by, legal_by, registry_no, state, state_at,
    due_on, registered, certified, settled, doubts, refused, heard_at, asked_at)
SELECT 'DJ-' || n || '-1', 'registry', 'icbc', 'A-' || n, k, '440200', 'core-approver', date '2026-11-16', timestamptz '2026-11-16 15:00+08', date '2026-11-23', date '2026-12-28',
       'SL0000' || n, s, timestamptz '2026-11-19 10:20:30+08', CASE s WHEN 'supplement' THEN date '2026-11-30' END, s = 'registered', false, s = 'rejected', d::text[], NULL,
       timestamptz '2026-11-20 11:00+08', NULL
FROM (VALUES ('0007', 'mortgage', 'registered', '{certificate-seal-broken}'), ('0004', 'double-pre-notice', 'supplement', '{}'), ('0011', 'mortgage', 'rejected', '{}'),
             ('0014', 'mortgage', 'registered', '{other-amount}'), ('0001', 'cancellation', 'accepted', '{}')) AS c (n, k, s, d);
INSERT INTO mortgage_fact_waiting (source, number, partner, bank, application_no, kind, registry_no, state, filed_on, promised_by, legal_by, due_on, waits_for, why, doubts, refused, since,
    alarms)
SELECT 'case', case_no, partner, bank, application_no, kind, registry_no, state, filed_on, promised_by, legal_by, due_on,
       CASE WHEN doubts <> '{}' OR state = 'rejected' THEN 'centre' WHEN state = 'supplement' THEN 'bank' ELSE 'registrar' END,
       CASE WHEN doubts <> '{}' THEN 'doubt' WHEN state IN ('rejected', 'supplement') THEN state ELSE 'result' END, doubts, refused, state_at,
       CASE WHEN state = 'supplement' THEN '{supplement-near}'::text[] ELSE '{}' END
FROM mortgage_fact_case;
INSERT INTO mortgage_fact_waiting (source, number, partner, bank, application_no, kind, due_on, waits_for, why, doubts, since, alarms)
VALUES ('request', 'DY-0003', 'registry', 'icbc', 'A-0003', 'mortgage', NULL, 'borrower', 'not-clean', '{seizure:in-the-way}', timestamptz '2026-11-18 09:00+08', '{}'),
       ('request', 'DY-0005', NULL, 'icbc', 'A-0005', 'mortgage', NULL, 'bank', 'materials-missing', '{}', timestamptz '2026-11-19 09:00+08', '{}'),
       ('pre-notice', 'DJ-0009-1', 'registry', 'icbc', 'A-0009', 'double-pre-notice', date '2026-12-04', 'borrower', 'purchase-near', '{}', timestamptz '2026-11-05 09:00+08', '{purchase-near}');
INSERT INTO mortgage_fact_told (id, case_no, kind, way, message_id, heard_at, word, happened_at)
SELECT n, 'DJ-0007-1', kind, way, CASE n WHEN 1 THEN 'B-0007' ELSE 'REGISTRY' || n END, timestamptz '2026-11-17 09:00+08' + n * interval '11 hours', word,
       timestamptz '2026-11-17 08:50:10+08' + n * interval '9 hours'
FROM (VALUES (1, 'state', 'receipt', 'submitted'), (2, 'state', 'call-back', 'accepted'), (3, 'state', 'poll', 'registered'), (4, 'entry', 'reconciliation', NULL),
             (5, 'certificate', 'call-back', 'doubted'), (6, 'certificate', 'call-back', NULL)) AS t (n, kind, way, word);
INSERT INTO mortgage_fact_certificate (case_no, digest, format, issued_on, verdict, findings, doubts, message_id, received_at)
VALUES ('DJ-0007-1', repeat('ab', 32), 'ofd', date '2026-11-18', 'refused', '{document.signature_wrong}', '{certificate-seal-broken}', 'REGISTRY5', timestamptz '2026-11-19 16:00+08'),
       ('DJ-0007-1', repeat('cd', 32), 'ofd', date '2026-11-18', 'authentic', '{}', '{}', 'REGISTRY6', timestamptz '2026-11-20 03:00+08');

-- two cases of collection: one that runs, with a missed order, an act told late and a promise; one that a developer paid off
INSERT INTO repayment_fact_case (case_no, partner, account_no, application_no, overdue_since, opened_on, opened_at, state, reached, promises, seen_on, overdue, days, owed_fen,
    balance_fen, closed_on, paid_by, by_borrower, order_no, step, order_state, due_on, waits_for)
VALUES ('CU-1', 'icbc', '6228000000000001', 'A-0007', current_date - 75, current_date - 74, now() - interval '74 days', 'collecting', 'visit', 1, current_date - 1, 3, 74, 3900000, 90000000, NULL, NULL,
        NULL, 'CS-4', 'visit', 'taken', current_date + 3, 'bank'),
       ('CU-2', 'icbc', '6228000000000002', NULL, current_date - 30, current_date - 29, now() - interval '29 days', 'cured', 'phone', 0, current_date - 10, 0, 0, 0, 45000000, current_date - 11,
        '{developer}', false, 'CS-9', 'phone', 'withdrawn', current_date - 9, 'nobody');
INSERT INTO repayment_fact_order (order_no, case_no, partner, account_no, rung, step, reason, whom, instalments, owed_fen, due_on, ordered_at, ordered_by, state, assigned_to,
    record_no, done_at, told_at, outcome, done_in_time, filed_late, reached)
VALUES ('CS-1', 'CU-1', 'icbc', '6228000000000001', 're-deduct', 're-deduct', 'overdue', '{borrower}', 1, 1300000, current_date - 73, now() - interval '74 days', 'gateway', 'missed', 'T0042', NULL, NULL, NULL, NULL, NULL, NULL, false),
       ('CS-2', 'CU-1', 'icbc', '6228000000000001', 'phone', 'phone', 'overdue', '{borrower,spouse}', 1, 1300000, current_date - 62, now() - interval '67 days', 'gateway', 'done', 'T0042', 'J-1', now() - interval '64 days',
        now() - interval '55 days', 'promised', true, true, true),
       ('CS-3', 'CU-1', 'icbc', '6228000000000001', 'letter', 'letter', 'promise-broken', '{borrower}', 2, 2600000, current_date - 35, now() - interval '44 days', 'gateway', 'done', 'T0042', 'J-2', now() - interval '33 days',
        now() - interval '33 days', 'reached', false, false, true),
       ('CS-4', 'CU-1', 'icbc', '6228000000000001', 'visit', 'visit', 'overdue', '{borrower}', 3, 3900000, current_date + 3, now() - interval '12 days', 'gateway', 'taken', 'T0042', NULL, NULL, NULL, NULL, NULL, NULL, false),
       ('CS-9', 'CU-2', 'icbc', '6228000000000002', 'phone', 'phone', 'overdue', '{borrower}', 1, 1300000, current_date - 9, now() - interval '14 days', 'lin', 'withdrawn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, false);
INSERT INTO repayment_fact_record (partner, record_no, case_no, account_no, order_no, step, contacted, done_at, told_at, filed_late, operator_no, outcome, promise_fen, promise_by,
    promise_pauses, promise_became, proof_kind, proof_number, message_id)
VALUES ('icbc', 'J-1', 'CU-1', '6228000000000001', 'CS-2', 'phone', 'borrower', now() - interval '64 days', now() - interval '55 days', true, 'T0042', 'promised', 1300000, current_date - 50, true, 'broken',
        'call-recording', 'LY-0001', 'B-0007'),
       ('icbc', 'J-2', 'CU-1', '6228000000000001', 'CS-3', 'letter', 'borrower', now() - interval '33 days', now() - interval '33 days', false, 'T0042', 'reached', NULL, NULL, NULL, NULL, 'letter-tracking', 'EMS-0002', 'J-2'),
       ('icbc', 'J-3', 'CU-1', '6228000000000001', NULL, 'phone', 'spouse', now() - interval '20 days', now() - interval '20 days', false, 'T0042', 'not-reached', NULL, NULL, NULL, NULL, 'call-recording', 'LY-0003', 'J-3');
INSERT INTO repayment_fact_case_event (id, case_no, partner, at, type, order_no, record_no, detail, message_id)
SELECT n, 'CU-1', 'icbc', now() - d * interval '1 day', t, o, r, w, m
FROM (VALUES (1, 74, 'opened', NULL, NULL, NULL, NULL), (2, 74, 'order', 'CS-1', NULL, 're-deduct', NULL), (3, 72, 'order-ended', 'CS-1', NULL, 'missed', NULL), (4, 67, 'order', 'CS-2', NULL, 'phone', NULL),
             (5, 55, 'record', 'CS-2', 'J-1', 'promised', 'B-0007'), (6, 55, 'order-ended', 'CS-2', NULL, 'done', 'B-0007'), (7, 55, 'promise-taken', NULL, 'J-1', '2026-10-09', 'B-0007'),
             (8, 49, 'promise-broken', NULL, 'J-1', NULL, NULL), (9, 44, 'order', 'CS-3', NULL, 'letter', NULL), (10, 33, 'record', 'CS-3', 'J-2', 'reached', 'J-2'), (11, 20, 'record', NULL, 'J-3', 'not-reached', 'J-3'),
             (12, 12, 'order', 'CS-4', NULL, 'visit', NULL)) AS e (n, d, t, o, r, w, m);
INSERT INTO repayment_fact_exclusion (number, case_no, partner, exclusion, document, proposed_by, proposed_at)
VALUES (1, 'CU-1', 'icbc', 'litigation', '（2026）虚民初1号', 'someone-else', now() - interval '1 hour');

-- A file of repayments that is being taken, one whose process was killed, and one that was taken but for some rows.
INSERT INTO repayment_fact_intake (partner, name, message_id, size, judging, bytes, rows, begun_at, seen_at)
VALUES ('icbc', 'GJJHK20261124RUNS.txt', 'file-1', 4000, false, 1000, 600000, now() - interval '6 seconds', now()),
       ('abc', 'HFRS_20261124_GONE.DAT', 'file-2', 4000, false, 1000, 600000, now() - interval '10 days 6 seconds', now() - interval '10 days');
INSERT INTO repayment_fact_missing (partner, accounting_date, noticed_at) VALUES ('abc', '2026-11-20', '2026-11-21 10:00+08'), ('abc', '2026-11-21', '2026-11-22 10:00+08');
INSERT INTO repayment_fact_silent (partner, account_no, instalment, due_on, told_until, noticed_at, days)
VALUES ('abc', '6228000000000077', 4, '2026-11-20', '2026-11-19', '2026-11-21 10:00+08', 2), ('abc', '6228000000000078', 9, '2026-11-21', '2026-11-19', '2026-11-21 10:00+08', 2);
INSERT INTO repayment_fact_file (id, partner, file_no, single, name, message_id, accounting_date, corrects, rows, refused, stands, known_from)
VALUES (7, 'icbc', 'D20261123', false, 'GJJHK20261123D.txt', 'file-7', '2026-11-23', NULL, 250, 1, true, '2026-11-24 01:00+08'),
       (8, 'icbc', 'D20261122', false, 'GJJHK20261122D.txt', 'file-8', '2026-11-22', NULL, 250, 250, false, '2026-11-23 01:00+08');
INSERT INTO evidence_fact_record (id, at, kind, partner, operation, message_id, verdict, codes, body_size, body_digest, timings, node, state, answers, trace_id)
VALUES ('0193a000-0000-7000-8000-000000000690', '2026-11-24 00:50+08', 'received', 'icbc', 'repayment-status', 'file-7', 'refused', 'file.hash_wrong', 300, repeat('0', 64), '{}',
        'n1', 'linked', NULL, 'trace-file-6'),
       ('0193a000-0000-7000-8000-000000000691', '2026-11-24 00:50+08', 'answered', 'icbc', 'repayment-status', 'file-7', 'none', NULL, 300, repeat('0', 64), '{}', 'n1', 'linked',
        '0193a000-0000-7000-8000-000000000690', 'trace-file-6'),
       ('0193a000-0000-7000-8000-000000000700', '2026-11-24 01:00+08', 'received', 'icbc', 'repayment-status', 'file-7', 'channel', NULL, 300, repeat('0', 64), '{}', 'n1', 'linked',
        NULL, 'trace-file-7'),
       ('0193a000-0000-7000-8000-000000000701', '2026-11-24 01:00+08', 'answered', 'icbc', 'repayment-status', 'file-7', 'none', NULL, 300, repeat('0', 64), '{}', 'n1', 'linked',
        '0193a000-0000-7000-8000-000000000700', 'trace-file-7'),
       ('0193a000-0000-7000-8000-000000000710', '2026-11-24 01:10+08', 'received', 'icbc', 'repayment-status', 'file GJJHK20261124CUT.txt', 'refused',
        'file.truncated file.name_disagrees', 300, repeat('0', 64), '{}', 'n1', 'linked', NULL, 'trace-file-8'),
       ('0193a000-0000-7000-8000-000000000711', '2026-11-24 01:10+08', 'answered', 'icbc', 'repayment-status', 'file GJJHK20261124CUT.txt', 'none', NULL, 300, repeat('0', 64), '{}',
        'n1', 'linked', '0193a000-0000-7000-8000-000000000710', 'trace-file-8');

INSERT INTO credit_fact_objection (objection_no, account, person, contested, received_on, center_no, due_on, stage, marked, finding, found_by, waits_for) VALUES
('CY-1', '91440300MA0EXAMPLE00200001', 'borrower', '2026年9月的还款已于当日到账，不应记为逾期', '2026-11-10', 'YY2026110001', '2026-11-30', 'found', true, 'justified', 'chen.yu', 'centre'),
('CY-2', '91440300MA0EXAMPLE00200002', 'co-borrower-1', '已不是共同借款人', '2026-11-20', NULL, '2026-12-10', 'checking', false, NULL, NULL, 'centre'),
('CY-3', '91440300MA0EXAMPLE00200003', 'borrower', '贷款已结清', '2026-10-01', NULL, '2026-10-21', 'replied', false, 'unjustified', 'chen.yu', 'nobody');
INSERT INTO credit_fact_objection_act (objection_no, step, act, detail, by_whom, at) VALUES
('CY-1', 0, 'receive', NULL, 'chen.yu', '2026-11-10 02:00:00Z'),
('CY-1', 1, 'mark', NULL, 'chen.yu', '2026-11-10 02:05:00Z'),
('CY-1', 2, 'find', 'justified: 扣款晚入账一天', 'chen.yu', '2026-11-16 03:00:00Z');
-- Early warnings: one that runs and nobody looked after, one that rests, one that was right.
INSERT INTO repayment_fact_warning (number, partner, account_no, application_no, sign, grade, title_zh, title_en, facts, first_on, first_at, seen_on, ended_on, ended, note, noted_by, noted_at, noted_until)
VALUES (1, 'icbc', '6228000000000011', 'A-0007', 'contribution-stopped', 'urgent', '贷后停缴（灵活就业、劳务派遣）', 'contributions stopped after the loan (flexible worker or labour agency)',
        '{"contributor": "flexible", "months": "2", "firstMonth": "2026-09", "lastMonth": "2026-10"}', current_date - 6, now() - interval '6 days', current_date - 1, NULL, NULL, NULL, NULL, NULL, NULL),
       (2, 'icbc', '6228000000000012', NULL, 'barely-covered', 'watch', '扣款余额勉强够或不足', 'deductions find hardly enough', '{"fundBalance": "2000000", "instalmentAmount": "1300000", "covers": "2"}',
        current_date - 20, now() - interval '20 days', current_date - 1, NULL, NULL, '已电话提醒补足余额', 'lin', now() - interval '2 days', current_date + 10),
       (3, 'icbc', '6228000000000001', 'A-0007', 'paying-later', 'watch', '还款日渐推迟', 'each payment comes later', '{"by": "4", "instalments": "6 5 4", "daysAfterDue": "4 2 0"}',
        current_date - 90, now() - interval '90 days', current_date - 75, current_date - 74, 'overdue', NULL, NULL, NULL, NULL);

-- A run of deductions that is open, and one that is done.
INSERT INTO repayment_fact_run (run_no, partner, source, deduct_on, waterfall, lines, total_fen, opened_at, opened_by, closed_at, told, deducted_fen)
VALUES ('KK20261122', 'icbc', 'bank-account', '2026-11-22', '{penalty}', 3, 3900000, '2026-11-22 09:00+08', 'core', NULL, 2, 2000000),
       ('KK20261022', 'icbc', 'fund-balance', '2026-10-22', '{penalty}', 1, 1300000, '2026-10-22 09:00+08', 'core', '2026-10-23 10:00+08', 1, 1300000);
UPDATE repayment_fact_run SET late_since = '2026-11-25' WHERE run_no = 'KK20261122';
INSERT INTO repayment_fact_run_closing (number, run_no, partner, reason, proposed_by, proposed_at)
VALUES (1, 'KK20261122', 'icbc', '银行书面答复：批次未受理', 'core', '2026-11-27 09:00+08');
INSERT INTO repayment_fact_deduction (run_no, order_no, partner, state, refused, line_no, account_no, application_no, instalment, mandate_no, due_fen, paid_fen, result, host_serial, accounting_date)
VALUES ('KK20261122', 'KK20261122-1', 'icbc', 'taken', NULL, 1, '6228000000000001', 'A-0007', 9, NULL, 1300000, 700000, 'partly-paid', 'HS0001', '2026-11-22'),
       ('KK20261122', 'KK20261122-1', 'icbc', 'taken', NULL, 2, '6228000000000002', NULL, 4, NULL, 1300000, 1300000, 'paid', 'HS0002', '2026-11-22'),
       ('KK20261122', 'KK20261122-1', 'icbc', 'taken', NULL, 3, '6228000000000003', NULL, 4, NULL, 1300000, NULL, NULL, NULL, NULL);
INSERT INTO repayment_fact_mandate (partner, mandate_no, account_no, from_on, until, document, registered_by, registered_at, ended_on)
VALUES ('icbc', 'WK-0001', '6228000000000001', '2024-01-01', NULL, '档 1', 'lin', '2024-01-01 09:00+08', '2026-11-01');

-- Deducted, and forgotten by a corrected file of the bank; the other one beyond what was owed, of which somebody said what became of it.
INSERT INTO repayment_fact_paid_twice (partner, run_no, order_no, line_no, account_no, instalment, source, type, owner, excess_fen, found_at, due_on, outcome, document, settled_by)
VALUES ('icbc', 'KK20261122', 'KK20261122-1', 1, '6228000000000001', 9, 'bank-account', 'not-in-ledger', 'bank', 700000, '2026-11-23 09:00+08', '2026-11-26', NULL, NULL, NULL),
       ('icbc', 'KK20261122', 'KK20261122-1', 2, '6228000000000002', 4, 'bank-account', 'paid-twice', 'centre', 1300000, '2026-11-23 09:00+08', '2026-11-26', 'returned', '退款单9', 'someone-else');

-- A day whose books differ, with an explanation that waits for another person, and one that matched.
INSERT INTO repayment_fact_day (partner, day, state, items, matched, comparisons, compared_at, closed_at, differences, open)
VALUES ('icbc', '2026-11-21', 'differs', 120, 118, 1, '2026-11-22 06:00+08', NULL, 2, 2), ('icbc', '2026-11-20', 'matched', 131, 131, 1, '2026-11-21 06:00+08', '2026-11-21 06:00+08', 0, 0);
INSERT INTO repayment_fact_difference (difference_no, partner, day, type, kind, account_no, reference, centre_fen, bank_fen, owner, due_on, explanation, explained_by, explained_at)
VALUES ('DZ-1', 'icbc', '2026-11-21', 'missing-at-centre', 'receipt', '6228000000000001', 'HS7', NULL, 1300000, 'centre', '2026-11-26', '次日到账', 'someone-else', '2026-11-22 08:00+08'),
       ('DZ-2', 'icbc', '2026-11-21', 'cents-differ', 'balance', '6228000000000002', '6228000000000002', 45000001, 45000000, 'centre', '2026-11-26', NULL, NULL, NULL);

-- A run that goes on, one that is over; files answered and not; what waits.
INSERT INTO credit_fact_run (number, month, asked_by, asked_at, begun_at, seen_at, seen, sent, aside, under_way, done, elsewhere, starts, ended_at)
VALUES (2, '2026-10-01', 'lin', now(), now(), now(), 1000, 900, 3, 0, 97, 0, 1, NULL), (1, '2026-09-01', 'timetable', '2026-10-02 01:00+08', '2026-10-02 01:00+08', '2026-10-02 01:01+08', 900, 900, 0, 0, 0, 0, 1, '2026-10-02 01:01+08');
INSERT INTO credit_fact_file (name, record, made_at, rows, size, digest, delivered_at, answer, answered_at)
VALUES ('D19999999H00012026110221000010', '210', '2026-11-02 01:01+08', 900, 90000, 'aa', NULL, NULL, NULL), ('D19999999H00012026100221000010', '210', '2026-10-02 01:01+08', 900, 90000, 'bb', '2026-10-02 01:02+08', 3, '2026-10-03 09:00+08');
INSERT INTO credit_fact_aside (account, month, rule, item, since)
VALUES ('D19999999H000101026228000000000001', '2026-10-01', 'NOTICE', 'borrower', now()), ('D19999999H000101026228000000000002', '2026-10-01', 'ABE004', 'IDNum', now());
INSERT INTO credit_fact_refused (account, file, row, reported, month, refused) VALUES ('D19999999H000101026228000000000003', 'D19999999H00012026100221000010', 7, '2026-09-30', '2026-09-01', '{"ABE003 MngmtOrgCode"}');
INSERT INTO assessment_fact_period (period_no, partner, first_day, last_day, scheme, scheme_from, scheme_text, fee_percent, penalty_counts, held_back_percent, state, frozen_at, frozen_by,
    version, scored_at, why, graded_weight, total, grade, reason, coefficient, proposes, veto_unknown)
SELECT p.no, p.bank, p.first, p.last, 'default', '2026-01-01', E'band\tA\t90\t1.00\tnone\nband\tB\t80\t0.90\tnone\nband\tC\t70\t0.80\tplan\nband\tD\t60\t0.60\tcap\nband\tE\t0\t0.40\tsuspend\n',
       5, false, 10, p.state, '2026-10-09 10:00+08', 'bank-manager', 1, '2026-10-09 10:00+08', 'frozen', 100, p.total, p.grade, 'points', p.coefficient, p.proposes, false
FROM (VALUES ('icbc-20260401-20260630', 'icbc', date '2026-04-01', date '2026-06-30', 'final', 86.10, 'B', 0.9, 'none'),
             ('icbc-20260701-20260930', 'icbc', date '2026-07-01', date '2026-09-30', 'frozen', 80.86, 'B', 0.9, 'none'),
             ('icbc-20261001-20261123', 'icbc', date '2026-10-01', date '2026-11-23', 'running', 58.20, 'E', 0.4, 'suspend'),
             ('abc-20260701-20260930', 'abc', date '2026-07-01', date '2026-09-30', 'frozen', 93.40, 'A', 1.0, 'none'),
             ('ccb-20260701-20260930', 'ccb', date '2026-07-01', date '2026-09-30', 'frozen', NULL, NULL, 1.0, 'none')) p (no, bank, first, last, state, total, grade, coefficient, proposes);
INSERT INTO assessment_fact_indicator (period_no, partner, version, place, indicator, zh, en, block, unit, measures, state, of, per, sample, least, value, low, high, best, worst, weight, points, missing)
SELECT p.no, 'icbc', 1, i.place, i.id, i.zh, i.en, i.block, i.unit, i.measures, i.state, i.of, i.per, i.sample, i.least, i.value, i.low, i.high, i.best, i.worst, i.weight, i.points, i.missing
FROM (VALUES ('icbc-20260701-20260930'), ('icbc-20261001-20261123')) p (no),
     (VALUES (0, 'O1', '三期以上逾期率', 'principal three or more instalments late', 'overdue', '‰', ARRAY['loan'], 'graded', 5000000, 50000000000, 2000, 100, 0.1, NULL, NULL, 0, 0.5, 15, 12.00, ARRAY[]::text[]),
             (1, 'O2', '早期逾期占比', 'balance one or two instalments late', 'overdue', '%', ARRAY['loan'], 'graded', 400000000, 50000000000, 2000, 100, 0.8, NULL, NULL, 0.3, 1.5, 10, 2.10, ARRAY[]::text[]),
             (2, 'O4', '催收联系及时率', 'contacts made in time', 'overdue', '%', ARRAY['contact'], 'graded', 97, 100, 100, 20, 97, 91.5475, 98.9747, 100, 80, 5, 4.25, ARRAY[]::text[]),
             (3, 'T3', '抵押结果回传及时率', 'mortgage results forwarded in time', 'time', '%', ARRAY['mortgage'], 'too-few', NULL, NULL, 3, 20, NULL, NULL, NULL, 100, 85, 5, NULL, ARRAY[]::text[]),
             (4, 'S1', '满意度', 'satisfaction', 'service', '分', ARRAY['survey'], 'missing', NULL, NULL, NULL, 30, NULL, NULL, NULL, 98, 85, 5, NULL, ARRAY['survey_answers']))
     i (place, id, zh, en, block, unit, measures, state, of, per, sample, least, value, low, high, best, worst, weight, points, missing);
INSERT INTO assessment_fact_sum (period_no, partner, version, fact, amount)
VALUES ('icbc-20260701-20260930', 'icbc', 1, 'applicant_checks', 130), ('icbc-20260701-20260930', 'icbc', 1, 'applicant_checks_eligible', 110), ('icbc-20260701-20260930', 'icbc', 1, 'reviews', 100);
INSERT INTO assessment_fact_case (period_no, partner, measure, case_no, on_day, amounts, short, remark, message_ids)
VALUES ('icbc-20260701-20260930', 'icbc', 'expected', '2025Q3/flexible', '2026-09-30', '{33454545,20000}', false, '200 loans, 20 late, 20.000 expected; weight 1.8182; by vintage and group of 2 other banks', '{}');
INSERT INTO assessment_fact_lift (period_no, partner, version, grade, points, place, alone, indicator, now, needed, gain)
VALUES ('icbc-20260701-20260930', 'icbc', 1, 'A', 9.14, 0, false, 'O2', 0.8, 0.3, 7.90), ('icbc-20260701-20260930', 'icbc', 1, 'A', 9.14, 1, false, 'O1', 0.1, 0, 3.00);
INSERT INTO assessment_fact_case (period_no, partner, measure, case_no, account_no, reference, on_day, amounts, short, excluded, remark, message_ids)
VALUES ('icbc-20260701-20260930', 'icbc', 'contact', 'CS-1', '990100000000000017', 'CU-1', '2026-08-01', '{1,0}', true, NULL, 'phone, nothing told', '{01JDEMO0000000000000000042}'),
       ('icbc-20260701-20260930', 'icbc', 'contact', 'CS-2', '990100000000000025', 'CU-2', '2026-08-02', '{1,0}', false, 'litigation', 'letter, done late', '{}'),
       ('icbc-20260701-20260930', 'icbc', 'contact', 'CS-3', '990100000000000033', 'CU-3', '2026-08-03', '{1,1}', false, NULL, 'phone, in time', '{}');
INSERT INTO assessment_fact_warning (partner, first_day, about, value, unit, points, weight, raised_at, seen_at)
VALUES ('icbc', '2026-10-01', 'O2', 1.4, '%', 0.83, 10, '2026-11-12 09:00+08', '2026-11-23 09:00+08'), ('icbc', '2026-10-01', 'total', NULL, 'E', 58.20, 100, '2026-11-20 09:00+08', '2026-11-23 09:00+08');
INSERT INTO assessment_fact_entry (number, partner, kind, on_day, amounts, subject, document, entered_by, entered_at)
VALUES (1, 'icbc', 'complaint', '2026-11-20', '{1}', '网点服务态度', 'TS-2026-11', 'bank-manager', '2026-11-21 09:00+08');
INSERT INTO assessment_fact_downtime (number, partner, side, from_at, until, document, entered_by, entered_at)
VALUES (1, NULL, 'centre', '2026-11-15 01:00+08', '2026-11-15 05:00+08', 'YW-2026-15', 'operator', '2026-11-16 09:00+08');
INSERT INTO assessment_fact_downtime (number, partner, side, from_at, until, document, entered_by, entered_at, confirmed, answered_by, answered_at)
VALUES (2, NULL, 'centre', '2026-10-15 01:00+08', '2062-10-15 05:00+08', 'YW-2026-14', 'operator', '2026-10-16 09:00+08', true, 'anna', '2026-10-16 10:00+08'),
       (3, NULL, 'centre', '2026-10-14 01:00+08', '2026-10-14 05:00+08', 'YW-2026-13', 'operator', '2026-10-16 09:00+08', true, 'anna', '2026-10-16 10:00+08'),
       (5, 'icbc', 'bank', '2026-10-17 01:00+08', '2026-10-17 05:00+08', 'YW-2026-18', 'operator', '2026-10-16 09:00+08', true, 'anna', '2026-10-16 10:00+08'),
       (6, 'icbc', 'bank', '2062-10-17 01:00+08', '2062-10-17 05:00+08', 'YW-2026-19', 'operator', '2026-10-16 09:00+08', true, 'anna', '2026-10-16 10:00+08');
INSERT INTO assessment_fact_downtime (number, partner, side, from_at, until, document, entered_by, entered_at, withdraws)
VALUES (4, NULL, 'centre', '2026-10-14 01:00+08', '2026-10-14 05:00+08', 'YW-2026-16', 'operator', '2026-11-16 09:00+08', 3);
INSERT INTO assessment_fact_objection (number, partner, objection_no, period_no, told_no, measure, case_no, reason, message_id, registered_at, due_on)
VALUES (1, 'icbc', 'YY0001', 'icbc-20260401-20260630', 'K000001', 'contact', 'CS-9', '已按时联系，录音附后', '01JDEMO0000000000000000042', '2026-07-12 09:00+08', '2026-07-26');
INSERT INTO assessment_fact_objection (number, partner, objection_no, period_no, told_no, measure, case_no, reason, message_id, registered_at, due_on, ruling, upheld, ruling_reason, proposed_by)
VALUES (2, 'icbc', 'YY0001', 'icbc-20260401-20260630', 'K000002', 'file', '2026-05-04', '专线中断', '01JDEMO0000000000000000042', '2026-07-12 09:00+08', '2026-07-26', 1, true, '线路商证明属实', 'anna');
INSERT INTO assessment_fact_objection (number, partner, objection_no, period_no, told_no, measure, case_no, reason, message_id, registered_at, due_on, ruling, upheld, ruling_reason, proposed_by, confirmed,
    told_in, escalate_until, escalation_reason, escalation_document, escalated_at, decision, decision_upheld, decision_reason, decision_document, decision_by)
VALUES (3, 'icbc', 'YY0003', 'icbc-20260401-20260630', 'K000004', 'contact', 'CS-8', '已留言', '01JDEMO0000000000000000042', '2026-07-12 09:00+08', '2026-07-26', 2, false, '留言不算联系', 'anna', true,
    'icbc-20260401-20260630-P2', '2026-08-03', '请管委会复议', 'YH-2026-8', '2026-08-01 09:00+08', 1, true, '管委会采纳', 'GWH-2026-21', 'anna'),
       (4, 'icbc', 'YY0004', 'icbc-20260401-20260630', 'K000005', 'contact', 'CS-7', '已去信', '01JDEMO0000000000000000042', '2026-07-12 09:00+08', '2026-07-26', 3, false, '无回执', 'anna', true,
    'icbc-20260401-20260630-P2', '2026-08-03', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO assessment_fact_fee (period_no, partner, version, interest_fen, penalty_fen, base_fen, percent, full_fen, coefficient, due_fen, held_back_fen, computed_at)
VALUES ('icbc-20260401-20260630', 'icbc', 1, 125000000, 700, 125000000, 5, 6250000, 0.9, 5625000, 562500, '2026-07-30 09:00+08');
INSERT INTO assessment_fact_scorecard (scorecard_no, period_no, partner, version, state, posted_at, answer, message_id, answered_at)
VALUES ('icbc-20260401-20260630-F', 'icbc-20260401-20260630', 'icbc', 2, 'final', '2026-07-30 09:00+08', 'accepted', '01JDEMO0000000000000000042', '2026-07-30 09:01+08');
INSERT INTO assessment_fact_statement (statement_no, partner, made_on, made_by, made_at, document, line, kind, period_no, amount_fen, adjustment, payable_fen)
VALUES ('icbc-20260401-20260630', 'icbc', '2026-07-30', 'bank-manager', '2026-07-30 09:00+08', NULL, 1, 'fee', 'icbc-20260401-20260630', 5625000, NULL, 5062500),
       ('icbc-20260401-20260630', 'icbc', '2026-07-30', 'bank-manager', '2026-07-30 09:00+08', NULL, 2, 'held-back', 'icbc-20260401-20260630', -562500, NULL, 5062500);
INSERT INTO assessment_fact_adjustment (number, period_no, partner, objection_no, told_no, total, coefficient, due_fen, amount_fen, made_at, statement_no)
VALUES (1, 'icbc-20260401-20260630', 'icbc', 'YY0002', 'K000003', 90.02, 1, 6250000, 625000, '2026-08-20 09:00+08', NULL);
INSERT INTO assessment_fact_settlement (number, partner, until, document, proposed_by, proposed_at)
VALUES (1, 'icbc', '2026-06-30', 'JS-2026-1', 'somebody-else', '2026-09-01 09:00+08');

INSERT INTO credit_fact_enquiry (number, enquiry_no, center, partner, application_no, person, purpose, state, consent, asked_by, asked_at, agreed_by, agreed_at, answered_at, codes, looks) VALUES
    (7, '2026112000000001', 'center', 'icbc', 'A-0007', 'borrower', 'loan-approval', 'found', repeat('a', 64), 'zhou.min', '2026-11-20 01:00Z', 'li.wei', '2026-11-20 01:05Z', '2026-11-20 01:06Z', NULL, 1),
    (8, NULL, 'center', 'icbc', 'A-0008', 'guarantor-1', 'guarantor-check', 'waiting', NULL, 'zhou.min', '2026-11-21 01:00Z', NULL, NULL, NULL, NULL, 0),
    (9, '2026112000000002', 'center', 'icbc', 'A-0009', 'spouse', 'loan-approval', 'unreadable', repeat('a', 64), 'zhou.min', '2026-11-20 02:00Z', 'li.wei', '2026-11-20 02:05Z', '2026-11-20 02:06Z', 'credit.report_unreadable: no gzip, or cut off', 0);
INSERT INTO credit_fact_enquiry_look (number, who, at) VALUES (7, 'wang.hua', '2026-11-20 03:00Z');
INSERT INTO credit_fact_authorisation (number, partner, application_no, person, purpose, signed_on, last_day, post_loan, document, registered_by, registered_at) VALUES
    (1, 'icbc', 'A-0007', 'borrower', 'loan-approval', '2026-11-01', '2027-11-01', true, repeat('b', 64), 'zhou.min', '2026-11-01 01:00Z');

INSERT INTO credit_fact_notice (account, episode, person, step, event, on_day, channel, at) VALUES
    ('D19999999H000101026228000000000001', '2026-10-01', 'borrower', 2, 'came-back', '2026-11-05', 'short-message', '2026-11-05 02:00Z'),
    ('D19999999H000101026228000000000001', '2026-10-01', 'co-borrower-1', 0, 'due', '2026-11-02', NULL, '2026-11-02 01:00Z');
INSERT INTO credit_fact_release (number, account, episode, person, reason, proposed_by, proposed_at) VALUES
    (3, 'D19999999H000101026228000000000001', '2026-10-01', 'borrower', '两种方式均退回', 'somebody-else', '2026-11-18 02:00Z');
INSERT INTO credit_fact_change (number, account, from_day, to_day, reason, proposed_by, proposed_at, confirmed, answered_by, answered_at, file, answer) VALUES
    (4, 'D19999999H000101026228000000000002', '2026-09-30', NULL, '还款记到了另一笔', 'somebody-else', '2026-11-18 02:00Z', NULL, NULL, NULL, NULL, NULL),
    (3, 'D19999999H000101026228000000000005', NULL, NULL, '该贷款不属于此人', 'zhou.min', '2026-10-18 02:00Z', true, 'li.wei', '2026-10-18 03:00Z', 'D19999999H00012026101821400010', 1);
INSERT INTO credit_fact_duty (number, account, reporter, notifier, objections, agreement, reason, proposed_by, proposed_at, confirmed, answered_by, answered_at, file) VALUES
    (2, 'D19999999H000101026228000000000003', 'bank', 'bank', 'centre', '协2026-8', '商转公，由银行继续报送', 'somebody-else', '2026-11-18 02:00Z', NULL, NULL, NULL, NULL),
    (1, 'D19999999H000101026228000000000004', 'centre', 'bank', 'centre', '协2026-2', '银行已受托告知', 'zhou.min', '2026-09-01 02:00Z', true, 'li.wei', '2026-09-01 03:00Z', NULL);
INSERT INTO credit_fact_list_taken (partner, month, lines, taken_by, taken_at, differing) VALUES
    ('abc', '2026-10-01', 1204, 'lin', '2026-11-04 02:00Z', 2), ('abc', '2026-09-01', 1198, 'lin', '2026-10-04 02:00Z', 0);
INSERT INTO credit_fact_list (partner, month, loan_account_no, ours, theirs) VALUES
    ('abc', '2026-10-01', '990100000000000017', '{1,N,544301,0,0}', '{2,1,544301,1,1991}'), ('abc', '2026-10-01', '990100000000000025', '{1,N,300000,0,0}', NULL),
    ('abc', '2026-10-01', '990100000000000033', '{1,N,120000,0,0}', '{1,N,120000,0,0}');
