-- A confirmed downtime may be withdrawn: by another of the same time, which two people answer for like the first.
ALTER TABLE assessment_downtime ADD COLUMN withdraws bigint REFERENCES assessment_downtime;
CREATE INDEX assessment_downtime_withdraws ON assessment_downtime (withdraws) WHERE withdraws IS NOT NULL;

CREATE OR REPLACE VIEW assessment_fact_downtime AS
SELECT d.number, d.bank AS partner, d.side, d.from_at, d.until, d.document, d.entered_by, d.entered_at, a.confirmed, a.answered_by, a.answered_at, d.withdraws,
       (SELECT min(wa.answered_at) FROM assessment_downtime w JOIN assessment_downtime_answer wa ON wa.number = w.number
        WHERE w.withdraws = d.number AND wa.confirmed AND (d.side = 'centre' OR wa.answered_at <= d.from_at)) AS withdrawn_at
FROM assessment_downtime d LEFT JOIN assessment_downtime_answer a ON a.number = d.number
UNION ALL
SELECT NULL, NULL, 'centre', g.from_at, g.until, 'noted by the gateway', 'gateway', g.until, true, 'gateway', g.until, NULL, NULL
FROM (SELECT until AS from_at, lead(from_at) OVER (ORDER BY from_at) AS until FROM assessment_alive) g WHERE g.until IS NOT NULL;
COMMENT ON COLUMN assessment_fact_downtime.withdraws IS 'number of the downtime that counts no more once this is confirmed; null: it is a downtime itself';
COMMENT ON COLUMN assessment_fact_downtime.withdrawn_at IS 'since when it counts no more; null: it does. A bank''s maintenance that has begun stays';
