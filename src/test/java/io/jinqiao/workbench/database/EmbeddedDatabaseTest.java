package io.jinqiao.workbench.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataBetweenRunsAndIsDurable() throws SQLException {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0)) {
            run(first, "CREATE TABLE kept (word text)");
            run(first, "INSERT INTO kept VALUES ('still here')");
        }
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(second, "SELECT word FROM kept")).isEqualTo("still here");
            assertThat(ask(second, "SHOW server_version")).startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
            assertThat(ask(second, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(second, "SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("false");
        }
    }

    @Test
    void stopsAServerThatAKilledProcessLeftBehind() throws Exception {
        Process owner = process(Owner.class);
        try (BufferedReader said = owner.inputReader()) {
            assertThat(said.lines().anyMatch("started"::equals)).isTrue();
        }
        owner.destroyForcibly().waitFor();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(next, "SELECT count(*)::text FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void stopsAServerThatIsInALongStatementOfAKilledProcess() throws Exception {
        Process owner = process(InAStatement.class);
        try (BufferedReader said = owner.inputReader()) {
            assertThat(said.lines().anyMatch("asking"::equals)).isTrue();
        }
        owner.destroyForcibly().waitFor();

        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(next, "SELECT count(*)::text FROM kept")).as("what was not committed is not there").isEqualTo("0");
        }
    }

    @Test
    void aServerThatWasKilledItselfRecoversAndHasWhatWasCommitted() throws Exception {
        Process owner = process(Owner.class);
        try (BufferedReader said = owner.inputReader()) {
            assertThat(said.lines().anyMatch("started"::equals)).isTrue();
        }
        ProcessHandle server = LeftoverServer.running(folder.resolve("data")).orElseThrow();
        owner.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().join();
        assertThat(LeftoverServer.crashed(folder.resolve("data"))).isTrue();
        try (EmbeddedDatabase next = EmbeddedDatabase.start(folder, 0)) {
            assertThat(ask(next, "SELECT count(*)::text FROM kept")).isEqualTo("0");
            assertThat(LeftoverServer.crashed(folder.resolve("data"))).isFalse();
        }
    }

    @Test
    void leavesAServerAloneWhoseOwnerLives() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                    .isInstanceOf(DatabaseCannotStart.class)
                    .hasMessageContaining("already runs");
            assertThat(ask(first, "SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void staysUntilWhoUsesItHasClosedWhenTheProcessIsToldToEnd() throws Exception {
        Process owner = process(Leaver.class);
        try (BufferedReader said = owner.inputReader()) {
            assertThat(said.lines()).contains("still there");
        }
        assertThat(owner.waitFor()).isZero();
        assertThat(LeftoverServer.running(folder.resolve("data"))).isEmpty();
    }

    private Process process(Class<?> main) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** A process of its own whose user of the server takes a while to close. */
    static final class Leaver {
        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            database.stopAfter(() -> {
                try {
                    System.out.println(ask(database, "SELECT pg_sleep(1)::text || 'still there'"));
                } catch (SQLException e) {
                    System.out.println("gone: " + e.getMessage());
                }
            });
            System.exit(0);
        }
    }

    /** A process of its own that is killed while a statement of a quarter of an hour runs. */
    static final class InAStatement {
        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            run(database, "CREATE TABLE kept (word text)");
            Thread asking = new Thread(() -> {
                try {
                    run(database, "INSERT INTO kept SELECT 'x' FROM (SELECT pg_sleep(900)) s");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            asking.start();
            while (ask(database, "SELECT count(*)::text FROM pg_stat_activity WHERE query LIKE 'INSERT INTO kept%' AND state = 'active'").equals("0")) {
                Thread.onSpinWait();
            }
            System.out.println("asking");
            System.in.read();
        }
    }

    /** A process of its own that starts a server and waits to be killed. */
    static final class Owner {
        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0);
            run(database, "CREATE TABLE kept (word text)");
            System.out.println("started");
            System.in.read();
        }
    }

    @Test
    void saysWhatToDoWhenTheDataAreOfAnotherVersion() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(data.resolve("PG_VERSION"), "9.6\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                .isInstanceOf(DatabaseCannotStart.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("PostgreSQL 9.6")
                .hasMessageContaining("spring.datasource.url");
    }

    @Test
    void saysThatAFirstStartWasCutOff() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), EmbeddedDatabase.MAJOR_VERSION + "\n");
        Files.createDirectories(data.resolve("base"));

        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                .isInstanceOf(DatabaseCannotStart.class)
                .hasMessageContaining("half-written")
                .hasMessageContaining("Delete " + folder);
    }

    @Test
    void saysWhoHasTheHomeAlreadyAndNothingOfTheOthersLog() {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, 0))
                    .isInstanceOf(DatabaseCannotStart.class)
                    .hasMessageContaining("a home of its own")
                    .hasMessageNotContaining("root")
                    .hasMessageNotContaining("checkpoint")
                    .hasMessageNotContaining("listening on");
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
