package io.jinqiao.repayment.store;

import io.jinqiao.message.FileRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/**
 * Where the rows of a file wait until all of it was read: a temporary table of the caller's transaction, written by {@code COPY}. It is in no
 * journal of the database and gone after the commit.
 */
@Repository
public class Staging {
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    public Staging(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Takes a row; valid while the file is read. */
    @FunctionalInterface
    public interface Pen {
        void write(FileRow row);
    }

    /**
     * Stages what {@code reading} writes. What it throws is thrown, and the transaction is lost then.
     *
     * @return what it returns
     */
    public <T> T stage(Function<Pen, T> reading) {
        jdbc.sql("CREATE TEMPORARY TABLE IF NOT EXISTS staged_row (" + StagedRow.DEFINITIONS + ") ON COMMIT DELETE ROWS").update();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY staged_row (" + StagedRow.COLUMNS + ") FROM STDIN (FORMAT binary)");
            try {
                BinaryRows rows = new BinaryRows(copy);
                T read = reading.apply(row -> write(row, rows));
                rows.end();
                return read;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("stage rows", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void write(FileRow row, BinaryRows rows) {
        try {
            StagedRow.write(row, rows);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("stage a row", null, e);
        }
    }

    /** Does something that can be taken back without the rest of the transaction. */
    public interface Undo {
        void undo();
    }

    public Undo mark() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint savepoint = connection.setSavepoint();
            return () -> back(connection, savepoint);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("mark", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void back(Connection connection, Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw new UncategorizedSQLException("back to the mark", null, e);
        }
    }
}
