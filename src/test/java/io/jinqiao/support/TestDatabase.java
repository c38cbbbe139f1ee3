package io.jinqiao.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests: one server for each test JVM, one migrated database for each caller, dropped once its pool is closed: a whole
 * run would else leave gigabytes behind. The login role {@code jinqiao} owns the database and is no superuser, as in production.
 */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** A drop waits for a checkpoint; nobody waits for the drop. */
    private static final ExecutorService DROPPED = Executors.newSingleThreadExecutor(TestDatabase::daemon);
    private static final String TEMPLATE = "migrated";
    private static EmbeddedPostgres server;
    private static boolean templateThere;

    private TestDatabase() {}

    /** A new database with every migration applied; the caller closes the pool, and the database goes with it. */
    public static HikariDataSource migrated() {
        return pool(createMigrated());
    }

    /** A new database without any table. */
    public static HikariDataSource empty() {
        return pool(create());
    }

    private static HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername("jinqiao");
        config.setPassword("jinqiao");
        config.setMaximumPoolSize(16);
        return new OwnDatabase(config, database);
    }

    private static final class OwnDatabase extends HikariDataSource {
        private final String name;

        OwnDatabase(HikariConfig config, String name) {
            super(config);
            this.name = name;
        }

        @Override
        public void close() {
            super.close();
            DROPPED.execute(() -> drop(name));
        }
    }

    private static void drop(String name) {
        try {
            run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (IllegalStateException gone) {
            // at the end of the process the server may go first, with all that it had
        }
    }

    /** Address of a database made by {@link #create()}. */
    public static String url(String database) {
        return "jdbc:postgresql://localhost:" + server().getPort() + "/" + database;
    }

    /** Makes an empty database owned by {@code jinqiao} and gives its name. */
    public static synchronized String create() {
        String name = "t" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " OWNER jinqiao");
        return name;
    }

    /** Makes a database with every migration applied: they run once for each test JVM, every other database is a copy of the first. */
    public static synchronized String createMigrated() {
        if (!templateThere) {
            run("CREATE DATABASE " + TEMPLATE + " OWNER jinqiao");
            Flyway.configure().dataSource(url(TEMPLATE), "jinqiao", "jinqiao").locations("classpath:db/migration").load().migrate();
            templateThere = true;
        }
        String name = "t" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " OWNER jinqiao TEMPLATE " + TEMPLATE);
        return name;
    }

    /** Runs a statement as the superuser in the database behind a pool, past triggers: what an intruder on the database host could do. */
    public static void asSuperuser(HikariDataSource pool, String sql) {
        String name = pool.getJdbcUrl().substring(pool.getJdbcUrl().lastIndexOf('/') + 1);
        try (Connection connection = server().getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement as the superuser, in the maintenance database. */
    public static void run(String sql) {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "dropped-databases");
        thread.setDaemon(true);
        return thread;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run("CREATE ROLE jinqiao LOGIN PASSWORD 'jinqiao'");
        }
        return server;
    }
}
