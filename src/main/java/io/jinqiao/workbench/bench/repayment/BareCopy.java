package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.workbench.database.EmbeddedDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The rows of the ledger once more, by {@code COPY} into tables of the same columns, with its indexes and without, from a file PostgreSQL itself wrote in its own
 * binary form: nothing is read, hashed, checked or joined.
 */
final class BareCopy implements AutoCloseable {
    private final Connection connection;
    private final Path file;

    BareCopy(EmbeddedDatabase database, Path work) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        file = work.resolve("copy.bin");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_copy (LIKE repayment_row)");
            statement.execute("CREATE TABLE bench_copy_indexed (LIKE repayment_row INCLUDING INDEXES)");
        }
    }

    /** @param month whose rows are copied next. @return milliseconds, the commit among them */
    long millis(int month, boolean indexed) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM repayment_row WHERE instalment = " + month + ") TO STDOUT (FORMAT binary)", out);
        }
        long begun = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            String table = indexed ? "bench_copy_indexed" : "bench_copy";
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN (FORMAT binary)", in, 1 << 16);
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
