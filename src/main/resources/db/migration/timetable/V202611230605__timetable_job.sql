-- One row for each job that is to run: the layout db-scheduler 16 expects, under our own name.
CREATE TABLE timetable_job (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX timetable_job_due ON timetable_job (execution_time);
CREATE INDEX timetable_job_heartbeat ON timetable_job (last_heartbeat) WHERE picked;

CREATE VIEW timetable_fact_job AS
SELECT task_name AS name, task_instance AS instance, execution_time AS due, picked AS running, picked_by AS node,
       last_success, last_failure, coalesce(consecutive_failures, 0) AS failures_in_a_row
FROM timetable_job;
COMMENT ON VIEW timetable_fact_job IS 'Jobs that are to run, or are running, in the cluster';
COMMENT ON COLUMN timetable_fact_job.name IS 'Name of the job';
COMMENT ON COLUMN timetable_fact_job.instance IS 'Which one of its name; "recurring" for jobs at an interval';
COMMENT ON COLUMN timetable_fact_job.due IS 'When it runs next';
COMMENT ON COLUMN timetable_fact_job.running IS 'Whether a node is running it now';
COMMENT ON COLUMN timetable_fact_job.node IS 'Which node; null when none';
COMMENT ON COLUMN timetable_fact_job.last_success IS 'End of its last run without failure';
COMMENT ON COLUMN timetable_fact_job.last_failure IS 'End of its last failed run';
COMMENT ON COLUMN timetable_fact_job.failures_in_a_row IS 'Failed runs since the last success';
