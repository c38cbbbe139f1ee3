package io.jinqiao.bench.registry;

import java.lang.management.ManagementFactory;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The peer of {@code bench registry}: the same cases as plain rows, read and written page by page with JDBC batches. It conceals nothing, checks nothing, and
 * has no opinion of what a case is.
 *
 * <p>Arguments: address, user and password of a database, cases, cases in a page, bytes of what was applied for. Prints {@code seconds cpu-seconds}.
 */
public final class PlainCases {
    private static final String TABLES = """
            DROP TABLE IF EXISTS plain_told, plain_case;
            CREATE TABLE plain_case (case_no text PRIMARY KEY, content bytea NOT NULL, registry_no text, state text, state_at timestamptz, heard_at timestamptz);
            CREATE TABLE plain_told (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_no text NOT NULL REFERENCES plain_case, content bytea NOT NULL, heard_at timestamptz);
            CREATE INDEX plain_told_case ON plain_told (case_no)
            """;

    private PlainCases() {}

    public static void main(String[] arguments) throws Exception {
        int cases = Integer.parseInt(arguments[3]);
        int page = Integer.parseInt(arguments[4]);
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            connection.setAutoCommit(false);
            prepare(connection, cases, new byte[Integer.parseInt(arguments[5])]);
            long from = System.nanoTime();
            long cpu = cpu();
            for (int at = 0; at < cases; at += page) {
                reconcile(connection, at, Math.min(cases, at + page));
                connection.commit();
            }
            System.out.println((System.nanoTime() - from) / 1e9 + " " + (cpu() - cpu) / 1e9);
            try (Statement drop = connection.createStatement()) {
                drop.execute("DROP TABLE plain_told, plain_case");
            }
            connection.commit();
        }
    }

    private static void prepare(Connection connection, int cases, byte[] content) throws SQLException {
        try (Statement make = connection.createStatement()) {
            make.execute(TABLES);
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain_case (case_no, content) VALUES (?, ?)")) {
            for (int i = 0; i < cases; i++) {
                insert.setString(1, number(i));
                insert.setBytes(2, content);
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private static void reconcile(Connection connection, int from, int to) throws SQLException {
        Map<String, byte[]> read = read(connection, from, to);
        try (PreparedStatement told = connection.prepareStatement("INSERT INTO plain_told (case_no, content, heard_at) VALUES (?, ?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE plain_case SET registry_no = ?, state = ?, state_at = ?, heard_at = ? WHERE case_no = ?")) {
            Timestamp now = Timestamp.from(Instant.now());
            for (String caseNo : read.keySet()) {
                told.setString(1, caseNo);
                told.setBytes(2, ("{\"at\":\"" + now + "\",\"registryNo\":\"SL" + caseNo + "\",\"state\":\"accepted\"}").getBytes());
                told.setTimestamp(3, now);
                told.addBatch();
                update.setString(1, "SL" + caseNo);
                update.setString(2, "accepted");
                update.setTimestamp(3, now);
                update.setTimestamp(4, now);
                update.setString(5, caseNo);
                update.addBatch();
            }
            told.executeBatch();
            update.executeBatch();
        }
    }

    private static Map<String, byte[]> read(Connection connection, int from, int to) throws SQLException {
        String[] numbers = new String[to - from];
        for (int i = from; i < to; i++) {
            numbers[i - from] = number(i);
        }
        Array asked = connection.createArrayOf("text", numbers);
        Map<String, byte[]> read = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT case_no, content FROM plain_case WHERE case_no = ANY (?) ORDER BY case_no FOR UPDATE")) {
            select.setArray(1, asked);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    read.put(rows.getString(1), rows.getBytes(2));
                }
            }
        }
        return read;
    }

    private static String number(int i) {
        return "DJ" + (10_000_000 + i);
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
