package io.jinqiao.workbench.bench;

import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One room on a database, at one moment, without the rest of the gateway: what the others cost is not in the figures. */
public final class OneRoom implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;
    private final TransactionTemplate transaction;

    /** @param room its package below {@code io.jinqiao} */
    public OneRoom(String room, DataSource database, Path home, Instant now) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        context = new AnnotationConfigApplicationContext();
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.registerBean("dataSource", DataSource.class, () -> database, stays -> stays.setDestroyMethodName(""));
        context.registerBean("transactionManager", DataSourceTransactionManager.class, () -> transactions);
        context.registerBean("jdbcTemplate", JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean("jdbcClient", JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean("sources", Sources.class, () -> new Sources(home));
        context.registerBean("businessClock", Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
        context.registerBean("timetable", Timetable.class, NothingPlanned::new);
        context.registerBean("calendar", WorkingCalendar.class, () -> new WorkingCalendar(List.of()));
        context.register(Transactions.class);
        context.scan("io.jinqiao." + room);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.refresh();
    }

    @EnableTransactionManagement
    static class Transactions {}

    /** In one transaction. */
    public <T> void in(Class<T> door, Consumer<T> work) {
        transaction.executeWithoutResult(status -> work.accept(context.getBean(door)));
    }

    public <T> T door(Class<T> door) {
        return context.getBean(door);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class NothingPlanned implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {}

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {}

        @Override
        public void at(String name, String instance, Instant time, String payload) {}

        @Override
        public void cancel(String name, String instance) {}
    }
}
