package io.jinqiao.bench.repayment;

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
import org.postgresql.copy.CopyManager;

/**
 * The ledger's own rows of one month once more, by {@code COPY} into a table of the same columns, with its indexes or without, from a file PostgreSQL itself
 * wrote in its binary form: nothing is read, hashed, checked or joined. Arguments are address, user and password of the database, a file to use, the month,
 * and whether the table has the indexes.
 */
public final class BareCopy {
    private BareCopy() {}

    public static void main(String[] args) throws SQLException, IOException {
        Path file = Path.of(args[3]);
        boolean indexed = Boolean.parseBoolean(args[5]);
        String table = indexed ? "bench_copy_indexed" : "bench_copy";
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement statement = db.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + table + " (LIKE repayment_row" + (indexed ? " INCLUDING INDEXES)" : ")"));
            CopyManager copy = db.unwrap(PGConnection.class).getCopyAPI();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                copy.copyOut("COPY (SELECT * FROM repayment_row WHERE instalment = " + args[4] + ") TO STDOUT (FORMAT binary)", out);
            }
            long begun = System.nanoTime();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                long rows = copy.copyIn("COPY " + table + " FROM STDIN (FORMAT binary)", in, 1 << 16);
                System.out.println("took " + rows + " " + (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }
}
