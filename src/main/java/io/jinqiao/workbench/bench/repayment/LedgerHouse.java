package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.Repayments;
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

/** The part of the room of repayments that files need, on a database, without the rest of the gateway: what the journal costs for a file is not in the figures. */
final class LedgerHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2027-12-01T02:00:00Z");

    private final AnnotationConfigApplicationContext context;
    private final TransactionTemplate transaction;

    LedgerHouse(DataSource database, Path home) {
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        context = new AnnotationConfigApplicationContext();
        context.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        context.registerBean("dataSource", DataSource.class, () -> database, stays -> stays.setDestroyMethodName(""));
        context.registerBean("transactionManager", DataSourceTransactionManager.class, () -> transactions);
        context.registerBean("jdbcTemplate", JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean("jdbcClient", JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean("sources", Sources.class, () -> new Sources(home));
        context.registerBean("businessClock", Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean("timetable", Timetable.class, NothingPlanned::new);
        context.registerBean("calendar", WorkingCalendar.class, () -> new WorkingCalendar(List.of()));
        context.register(Transactions.class);
        context.scan("io.jinqiao.repayment");
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.refresh();
    }

    @EnableTransactionManagement
    static class Transactions {}

    void in(Consumer<Repayments> work) {
        transaction.executeWithoutResult(status -> work.accept(context.getBean(Repayments.class)));
    }

    OverdueLedger ledger() {
        return context.getBean(OverdueLedger.class);
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
