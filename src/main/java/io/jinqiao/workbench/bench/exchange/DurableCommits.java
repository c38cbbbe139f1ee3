package io.jinqiao.workbench.bench.exchange;

import io.jinqiao.workbench.database.EmbeddedDatabase;
import io.jinqiao.workbench.development.Cpu;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many durable commits as the gateway makes for a message (one), of as many bytes, and nothing else. */
final class DurableCommits {
    private static final int CONNECTIONS = 8;
    private static final int BYTES = 6 << 10;

    private DurableCommits() {}

    /** @return CPU microseconds of client and database for each commit */
    static double micros(EmbeddedDatabase database, int count) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_commit (id bigserial PRIMARY KEY, body bytea NOT NULL)");
        }
        commits(database, count / 4);
        Duration before = cpu(database);
        commits(database, count);
        return cpu(database).minus(before).toNanos() / 1000.0 / count;
    }

    private static Duration cpu(EmbeddedDatabase database) {
        return Cpu.ofFamily(database.process()).plus(Cpu.of(ProcessHandle.current()));
    }

    private static void commits(EmbeddedDatabase database, int count) throws Exception {
        List<Connection> connections = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = connect(database);
                connections.add(connection);
                work.add(() -> insert(connection, count / CONNECTIONS));
            }
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static Void insert(Connection connection, int count) throws SQLException {
        byte[] body = new byte[BYTES];
        new java.util.Random(1).nextBytes(body);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_commit (body) VALUES (?)")) {
            for (int i = 0; i < count; i++) {
                insert.setBytes(1, body);
                insert.executeUpdate();
            }
        }
        return null;
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
