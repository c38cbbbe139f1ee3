package io.jinqiao.timetable;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** The timetable in PostgreSQL, run by db-scheduler. */
@Component
final class DatabaseTimetable implements Timetable, SmartLifecycle {
    static final String TABLE = "timetable_job";
    /** After everything a job may call, Camel's routes included; stopped before them. */
    private static final int PHASE = Integer.MAX_VALUE - 60;

    private final DataSource dataSource;
    private final Clock clock;
    private final TimetableProperties properties;
    private final String node;
    private final Set<String> names = new HashSet<>();
    private final List<RecurringTask<Void>> recurring = new ArrayList<>();
    private final List<Task<?>> appointments = new ArrayList<>();
    private @Nullable SchedulerClient client;
    private volatile @Nullable Scheduler scheduler;

    DatabaseTimetable(DataSource dataSource, Clock clock, TimetableProperties properties) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.clock = clock;
        this.properties = properties;
        this.node = properties.node() == null ? "node-" + UUID.randomUUID() : properties.node();
    }

    @Override
    public synchronized void every(String name, Duration interval, Runnable job) {
        take(name);
        recurring.add(Tasks.recurring(name, FixedDelay.of(interval)).execute((instance, context) -> job.run()));
    }

    @Override
    public synchronized void appointments(String name, BackOff backOff, Appointment appointment) {
        take(name);
        OneTimeTask<String> task = Tasks.oneTime(name, String.class)
                .onFailure((complete, operations) -> again(backOff, complete, operations))
                .execute((instance, context) -> keep(appointment, instance));
        appointments.add(task);
    }

    @Override
    public void at(String name, String instance, Instant time, String payload) {
        TaskInstance<String> what = new TaskInstance<>(name, instance, payload);
        client().schedule(what, time, SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    @Override
    public void cancel(String name, String instance) {
        TaskInstanceId id = TaskInstanceId.of(name, instance);
        if (client().getScheduledExecution(id).isPresent()) {
            client().cancel(id);
        }
    }

    @Override
    public synchronized void start() {
        releaseOwn();
        Scheduler made = Scheduler.create(dataSource, appointments)
                .startTasks(recurring)
                .tableName(TABLE)
                .serializer(new PlainText())
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(properties.threads())
                .pollingInterval(properties.poll())
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        made.start();
        scheduler = made;
    }

    @Override
    public synchronized void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** What an earlier life of this very node left running is nobody's now. */
    private void releaseOwn() {
        new JdbcTemplate(dataSource)
                .update(
                        "UPDATE timetable_job SET picked = false, picked_by = NULL, last_heartbeat = NULL,"
                                + " version = version + 1 WHERE picked AND picked_by = ?",
                        node);
    }

    private void take(String name) {
        if (scheduler != null) {
            throw new IllegalStateException("the timetable has started; declare '" + name + "' earlier");
        }
        if (!names.add(name)) {
            throw new IllegalStateException("two jobs are named '" + name + "'");
        }
    }

    private synchronized SchedulerClient client() {
        if (client == null) {
            client = SchedulerClient.Builder.create(dataSource)
                    .tableName(TABLE)
                    .serializer(new PlainText())
                    .build();
        }
        return client;
    }

    private static void keep(Appointment appointment, TaskInstance<String> instance) {
        try {
            appointment.due(instance.getId(), instance.getData());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void again(BackOff backOff, ExecutionComplete complete, ExecutionOperations<String> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        operations.reschedule(complete, complete.getTimeDone().plus(backOff.after(failures)));
    }
}
