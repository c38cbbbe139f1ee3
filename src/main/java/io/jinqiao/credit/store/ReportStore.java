package io.jinqiao.credit.store;

import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.Accepted;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Files of records: made, answered. Every method belongs into a transaction of the caller's. */
@Repository
public class ReportStore {
    private final JdbcTemplate sql;
    private final DataSource dataSource;

    public ReportStore(JdbcTemplate sql, DataSource dataSource) {
        this.sql = sql;
        this.dataSource = dataSource;
    }

    /** One record of a file. @param account or another key of ours @param type of the account, or the record's where it is none @param adverse whether it tells something adverse @param whom of a person's record */
    public record Row(String account, String type, Accepted record, boolean adverse, @Nullable Whom whom) {}

    /** @param person key of whom a record tells, whichever loan it came from @param updated when what it tells was learnt */
    public record Whom(String person, LocalDate updated) {}

    /**
     * The next name of the day. It counts when the transaction does.
     *
     * @throws IllegalStateException when the day's 999 are used
     */
    public FileName next(String provider, LocalDate day, String record) {
        Integer serial = sql.queryForObject(
                "INSERT INTO credit_serial AS s VALUES (?, ?, ?, 1) ON CONFLICT (provider, day, record) DO UPDATE SET last = s.last + 1 RETURNING last", Integer.class, provider, day, record);
        if (serial == null || serial > FileName.LAST_SERIAL) {
            throw new IllegalStateException("the day's serial numbers are used up");
        }
        return new FileName(provider, day, record, serial);
    }

    public void made(FileName name, Instant at, List<Row> rows, long size, byte[] digest) {
        sql.update(
                "INSERT INTO credit_file (name, record, made_at, rows, size, digest) VALUES (?, ?, ?, ?, ?, ?)",
                name.toString(), name.record(), Timestamp.from(at), rows.size(), size, digest);
        copy(name, rows);
    }

    private void copy(FileName name, List<Row> rows) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY credit_row (file, row, account, type, reported, event, month, classified, closed, adverse, specials, person, updated) FROM STDIN");
            try {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < rows.size(); i++) {
                    line(text, name, i + 1, rows.get(i));
                    if (text.length() > 1 << 16 || i == rows.size() - 1) {
                        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                        copy.writeToCopy(bytes, 0, bytes.length);
                        text.setLength(0);
                    }
                }
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("write the rows of a file", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Identifiers and codes are printable ASCII without blanks; a backslash alone would mean something here. */
    private static void line(StringBuilder out, FileName name, int row, Row content) {
        Accepted record = content.record();
        Whom whom = content.whom();
        out.append(name).append('\t').append(row).append('\t')
                .append(content.account().replace("\\", "\\\\")).append('\t')
                .append(content.type()).append('\t')
                .append(record.reported()).append('\t')
                .append(record.event()).append('\t')
                .append(text(firstDay(record.month()))).append('\t')
                .append(text(record.classified())).append('\t')
                .append(record.closed()).append('\t')
                .append(content.adverse()).append('\t')
                .append(array(record)).append('\t')
                .append(whom == null ? "\\N" : whom.person()).append('\t')
                .append(text(whom == null ? null : whom.updated())).append('\n');
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "\\N" : day.toString();
    }

    private static String array(Accepted record) {
        return record.specials().stream().sorted().map(special -> "\"" + special + "\"").toList().toString().replace('[', '{').replace(']', '}');
    }

    /** @param rows how many it has @param answer null while there is none */
    public record Sent(int rows, @Nullable Integer answer) {}

    /** A file of ours; locked until the transaction ends. */
    public Optional<Sent> find(FileName name) {
        return sql.query("SELECT rows, answer FROM credit_file WHERE name = ? FOR UPDATE", (row, i) -> new Sent(row.getInt("rows"), (Integer) row.getObject("answer", Integer.class)), name.sent().toString()).stream()
                .findFirst();
    }

    public void answered(FileName name, int answer, Instant at) {
        sql.update("UPDATE credit_file SET answer = ?, answered_at = ? WHERE name = ?", answer, Timestamp.from(at), name.sent().toString());
    }

    /** @param refused rules by number of row, from 1 */
    public void refused(FileName name, Map<Integer, List<String>> refused) {
        sql.batchUpdate("UPDATE credit_row SET refused = ? WHERE file = ? AND row = ?", refused.entrySet(), 1000, (statement, entry) -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", entry.getValue().toArray()));
            statement.setString(2, name.sent().toString());
            statement.setInt(3, entry.getKey());
        });
    }

    public void allRefused(FileName name, List<String> rules) {
        sql.update("UPDATE credit_row SET refused = ? WHERE file = ?", rules.toArray(String[]::new), name.sent().toString());
    }

    /** What was not refused goes into the ledger and out of the rows under way. @return how many */
    public int accept(FileName name) {
        String file = name.sent().toString();
        int accepted = switch (name.record()) {
            case "210" -> accounts(file);
            case "212" -> corrected(file);
            case "215" -> handedOver(file);
            case "211" -> new ChangesDone(sql).renamed(file);
            case "213", "214" -> new ChangesDone(sql).deleted(file);
            case "511" -> new ChangesDone(sql).contractsRenamed(file);
            case "514" -> new ChangesDone(sql).contractsDeleted(file);
            default -> references(file, name.record());
        };
        sql.update("DELETE FROM credit_row WHERE file = ? AND refused IS NULL", file);
        return accepted;
    }

    private int references(String file, String record) {
        return sql.update(
                "INSERT INTO credit_reference (record, key, reported, event, file, row, person, updated) SELECT ?, account, reported, event, file, row, person, updated FROM credit_row WHERE file = ? AND refused IS NULL",
                record, file);
    }

    private int accounts(String file) {
        sql.update(
                """
                INSERT INTO credit_account AS a (account, type, reported, event, month, classified, closed, adverse)
                SELECT DISTINCT ON (account) account, type, reported, event, month, classified, closed, adverse
                FROM credit_row WHERE file = ? AND refused IS NULL ORDER BY account, reported DESC
                ON CONFLICT (account) DO UPDATE SET
                    reported = excluded.reported, event = excluded.event, month = coalesce(excluded.month, a.month),
                    classified = coalesce(excluded.classified, a.classified), closed = excluded.closed, adverse = excluded.adverse
                WHERE excluded.reported >= a.reported
                """,
                file);
        return told(file);
    }

    private int corrected(String file) {
        told(file);
        return new ChangesDone(sql).corrected(file);
    }

    private int handedOver(String file) {
        sql.update("UPDATE credit_account SET transferred = true FROM credit_row r WHERE r.file = ? AND r.refused IS NULL AND credit_account.account = r.account", file);
        return told(file);
    }

    private int told(String file) {
        return sql.update(
                """
                INSERT INTO credit_accepted (account, reported, event, month, classified, closed, adverse, specials, file, row)
                SELECT account, reported, event, month, classified, closed, adverse, specials, file, row
                FROM credit_row WHERE file = ? AND refused IS NULL
                """,
                file);
    }
}
