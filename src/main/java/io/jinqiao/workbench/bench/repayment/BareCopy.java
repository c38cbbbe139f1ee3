package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.workbench.database.EmbeddedDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The same rows into a table of the same columns by {@code COPY}, from a file that PostgreSQL itself wrote: nothing is read, checked or joined. */
final class BareCopy {
    private static final String COLUMNS = "file bigint, account bigint, p1 bigint, p2 bigint, p3 bigint, p4 bigint, p5 bigint, p6 bigint, u1 bigint, u2 bigint,"
            + " u3 bigint, u4 bigint, u5 bigint, u6 bigint, balance bigint, line integer, due_on date, accounting_date date, paid_on date, instalment smallint,"
            + " remaining smallint, source smallint, result smallint, host_serial text";
    private static final String ROWS = "SELECT 1::bigint, g::bigint, 190873::bigint, 0::bigint, 130000::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint,"
            + " 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 59809127::bigint, g::integer, date '2026-11-25', date '2026-11-25', date '2026-11-25',"
            + " 1::smallint, 239::smallint, 0::smallint, 0::smallint, '2026112500' || g FROM generate_series(1, %d) g";

    private BareCopy() {}

    /** @param indexed with the ledger's index, else none. @return milliseconds, the commit among them */
    static long millis(EmbeddedDatabase database, Path work, int rows, boolean indexed) throws Exception {
        Path file = work.resolve("copy.bin");
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            if (!Files.exists(file)) {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + ROWS.formatted(rows) + ") TO STDOUT (FORMAT binary)", out);
                }
            }
            statement.execute("DROP TABLE IF EXISTS bench_copy");
            statement.execute("CREATE TABLE bench_copy (" + COLUMNS + ")");
            if (indexed) {
                statement.execute("CREATE UNIQUE INDEX ON bench_copy (account, accounting_date, instalment, file)");
            }
            long begun = System.nanoTime();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_copy FROM STDIN (FORMAT binary)", in, 1 << 16);
            }
            return (System.nanoTime() - begun) / 1_000_000;
        }
    }
}
