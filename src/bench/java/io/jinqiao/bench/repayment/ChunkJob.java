package io.jinqiao.bench.repayment;

import java.io.BufferedReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job of chunks does, written by hand: read a line, look its loan up, check it, and for every thousand rows one batch of inserts and one commit.
 * Arguments are address, user and password of the database, and the file. Count, totals and hash of the file are not checked.
 */
public final class ChunkJob {
    private static final int CHUNK = 1_000;
    private static final Charset CHARSET = Charset.forName("GB18030");

    private ChunkJob() {}

    public static void main(String[] args) throws Exception {
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2])) {
            prepare(db);
            db.setAutoCommit(false);
            long begun = System.nanoTime();
            long rows = run(db, Path.of(args[3]));
            System.out.println("took " + rows + " " + (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static void prepare(Connection db) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute("CREATE TABLE peer_row (account bigint, instalment smallint, due_on date, accounting_date date, paid_on date, p1 bigint, p2 bigint,"
                    + " p3 bigint, p4 bigint, p5 bigint, p6 bigint, u1 bigint, u2 bigint, u3 bigint, u4 bigint, u5 bigint, u6 bigint, balance bigint,"
                    + " remaining smallint, source text, result text, host_serial text, PRIMARY KEY (account, accounting_date, instalment))");
        }
    }

    private static long run(Connection db, Path file) throws Exception {
        long rows = 0;
        List<String> chunk = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, CHARSET);
                PreparedStatement loan = db.prepareStatement("SELECT id, balance FROM peer_loan WHERE account_no = ?");
                PreparedStatement insert = db.prepareStatement("INSERT INTO peer_row VALUES (?" + ", ?".repeat(21) + ")")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("5")) {
                    chunk.add(line);
                    if (chunk.size() == CHUNK) {
                        rows += write(db, chunk, loan, insert);
                    }
                }
            }
            return rows + write(db, chunk, loan, insert);
        }
    }

    private static int write(Connection db, List<String> chunk, PreparedStatement loan, PreparedStatement insert) throws SQLException {
        for (String line : chunk) {
            add(new Cursor(line), loan, insert);
        }
        insert.executeBatch();
        db.commit();
        int count = chunk.size();
        chunk.clear();
        return count;
    }

    private static void add(Cursor line, PreparedStatement loan, PreparedStatement insert) throws SQLException {
        loan.setString(1, line.text(30));
        line.text(30);
        line.text(32);
        line.wide(60);
        int instalment = (int) line.number(3);
        LocalDate due = line.day();
        LocalDate day = line.day();
        LocalDate paidOn = line.day();
        long[] parts = new long[12];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = line.number(14);
        }
        String source = line.text(2);
        long balance = line.number(14);
        try (ResultSet found = loan.executeQuery()) {
            if (!found.next() || found.getLong(2) - parts[0] - parts[1] != balance) {
                throw new IllegalStateException("a row of the bench is always right");
            }
            insert.setLong(1, found.getLong(1));
        }
        insert.setInt(2, instalment);
        insert.setDate(3, Date.valueOf(due));
        insert.setDate(4, Date.valueOf(day));
        insert.setDate(5, Date.valueOf(paidOn));
        for (int i = 0; i < parts.length; i++) {
            insert.setLong(6 + i, parts[i]);
        }
        insert.setLong(18, balance);
        insert.setLong(19, line.number(3));
        insert.setString(20, source);
        insert.setString(21, line.text(2));
        line.wide(80);
        insert.setString(22, line.text(40));
        insert.addBatch();
    }

    /** Columns of a width in bytes, one after the other. */
    private static final class Cursor {
        private final String line;
        private int at = 1;

        Cursor(String line) {
            this.line = line;
        }

        String text(int width) {
            return line.substring(at, at += width).strip();
        }

        long number(int width) {
            return Long.parseLong(text(width));
        }

        LocalDate day() {
            return LocalDate.parse(text(8), DateTimeFormatter.BASIC_ISO_DATE);
        }

        /** A text that may have characters of two bytes. */
        void wide(int bytes) {
            for (int left = bytes; left > 0; at++) {
                left -= String.valueOf(line.charAt(at)).getBytes(CHARSET).length;
            }
        }
    }
}
