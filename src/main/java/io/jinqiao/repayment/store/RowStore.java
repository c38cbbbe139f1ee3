package io.jinqiao.repayment.store;

import io.jinqiao.message.FileRow;
import io.jinqiao.message.PartnerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/**
 * The rows of the ledger. A file's rows go into it by {@code COPY} while the file is read, before anybody knows whether they are right; they count when the
 * caller's transaction does.
 */
@Repository
public class RowStore {
    private static final String COPY = "COPY repayment_row (" + LedgerRow.COLUMNS + ") FROM STDIN (FORMAT binary)";

    private final DataSource dataSource;

    public RowStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes a row; valid while the file is read. */
    @FunctionalInterface
    public interface Pen {
        void write(FileRow row);
    }

    /**
     * @param read what the reading returned
     * @param firstDay the earliest accounting date of a row; null: there is no row
     * @param repeated loans with more than one row; empty: not known
     */
    public record Written<T>(T read, long rows, @Nullable LocalDate firstDay, Optional<List<String>> repeated) {}

    /** Writes what {@code reading} hands out. What that throws is thrown, and the transaction is lost then. */
    public <T> Written<T> write(long file, PartnerId bank, Function<Pen, T> reading) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            try {
                Writing writing = new Writing(file, bank, new BinaryRows(copy));
                T read = reading.apply(writing);
                return writing.end(read);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("write rows", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static final class Writing implements Pen {
        private final long file;
        private final PartnerId bank;
        private final BinaryRows out;
        private final Repeats repeats = new Repeats();
        private long firstDay = Long.MAX_VALUE;

        Writing(long file, PartnerId bank, BinaryRows out) {
            this.file = file;
            this.bank = bank;
            this.out = out;
        }

        @Override
        public void write(FileRow row) {
            String accountNo = Objects.requireNonNull(row.text(LedgerRow.ACCOUNT_NO));
            repeats.see(accountNo);
            firstDay = Math.min(firstDay, row.epochDay(LedgerRow.ACCOUNTING_DATE));
            try {
                LedgerRow.write(row, accountNo, file, bank, out);
            } catch (SQLException e) {
                throw new UncategorizedSQLException("write a row", null, e);
            }
        }

        <T> Written<T> end(T read) throws SQLException {
            long rows = out.end();
            return new Written<>(read, rows, rows == 0 ? null : LocalDate.ofEpochDay(firstDay), repeats.loans());
        }
    }

    public long count(long file) {
        return JdbcClient.create(dataSource).sql("SELECT count(*) FROM repayment_row WHERE file = ?").param(file).query(Long.class).single();
    }

    /** The loan of a report. */
    public String accountNo(long report) {
        return JdbcClient.create(dataSource).sql("SELECT account_no FROM repayment_row WHERE file = ? ORDER BY line LIMIT 1").param(report).query(String.class).single();
    }

    /** The earliest accounting date of a row. */
    public LocalDate firstDay(long file) {
        return JdbcClient.create(dataSource).sql("SELECT min(accounting_date) FROM repayment_row WHERE file = ?").param(file).query(LocalDate.class).single();
    }

    /**
     * One row takes the place of another that was told together with more, as a file does, or a result of deductions: the others go on in the file of the new one,
     * unless they were told of once more since.
     *
     * @param ofOneLoan only those of the loan of the new one
     * @return how many there were; -1: none of them is of this loan, instalment and day, or the only one is of another loan
     */
    public long carryOn(long from, long to, boolean ofOneLoan) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        long all = count(from);
        String same = all == 1 ? "" : " AND n.instalment = o.instalment AND n.accounting_date = o.accounting_date";
        boolean one = jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_row n JOIN repayment_row o ON o.file = ? AND o.account_no = n.account_no" + same + " WHERE n.file = ?)")
                .params(from, to)
                .query(Boolean.class)
                .single();
        if (all > 0 && !one) {
            return -1;
        }
        String loans = ofOneLoan ? " AND o.account_no IN (SELECT n.account_no FROM repayment_row n WHERE n.file = ?)" : " AND ?::bigint IS NOT NULL";
        String columns = LedgerRow.COLUMNS.substring("file, ".length());
        // a row has what the whole loan owes at the end of its day
        String carried = columns.replace("balance, line,", "coalesce((SELECT n.balance FROM repayment_row n WHERE n.file = ? AND n.account_no = o.account_no AND n.accounting_date = o.accounting_date LIMIT 1), balance), line + 1,");
        return jdbc.sql("INSERT INTO repayment_row (file, " + columns + ") SELECT ?, " + carried + " FROM repayment_row o WHERE o.file = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_row n WHERE n.file = ? AND n.account_no = o.account_no" + same + ")"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_row n JOIN repayment_file x ON x.id = n.file WHERE n.account_no = o.account_no AND n.bank = o.bank"
                        + " AND n.instalment = o.instalment AND n.accounting_date = o.accounting_date AND n.file > o.file AND n.file <> ? AND x.stands AND x.replaced_at IS NULL)" + loans)
                .params(to, to, from, to, to, to)
                .update();
    }

    /** Takes back what was done since without the rest of the transaction. */
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
