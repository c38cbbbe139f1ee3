package io.jinqiao.bench.credit;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import org.postgresql.PGConnection;

/** The rows a run reads, read by COPY and thrown away. Arguments are address, user and password of the database and the query. */
public final class CopyOut {
    private CopyOut() {}

    public static void main(String[] args) throws Exception {
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2])) {
            long from = System.nanoTime();
            long rows = db.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + args[3] + ") TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
            System.out.println("took " + rows + " " + (System.nanoTime() - from) / 1_000_000);
        }
    }
}
