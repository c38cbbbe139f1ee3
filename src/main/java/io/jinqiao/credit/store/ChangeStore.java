package io.jinqiao.credit.store;

import io.jinqiao.credit.ChangeReported;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Proposals to change what the Center has, and what became of them. */
@Repository
public class ChangeStore {
    private final JdbcTemplate sql;

    public ChangeStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    public record Proposal(ChangeReported what, String by) {}

    /** @return its number; nothing while one of the account is open */
    public Optional<Long> propose(ChangeReported what, String by, Instant at) {
        return sql.query(
                        """
                        INSERT INTO credit_change (account, from_day, to_day, becomes, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING number
                        """,
                        (row, i) -> row.getLong("number"),
                        what.account(), day(what.from()), day(what.to()), what.becomes(), what.reason(), by, Timestamp.from(at))
                .stream()
                .findFirst();
    }

    private static @Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** One nobody answered; locked until the transaction ends. */
    public Optional<Proposal> open(long number) {
        return sql.query(
                        "SELECT account, from_day, to_day, becomes, reason, proposed_by FROM credit_change WHERE number = ? AND confirmed IS NULL FOR UPDATE",
                        (row, i) -> new Proposal(
                                new ChangeReported(row.getString("account"), day(row, "from_day"), day(row, "to_day"), row.getString("becomes"), row.getString("reason")), row.getString("proposed_by")),
                        number)
                .stream()
                .findFirst();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    /** @param file that asks the Center for it; null when it was turned down */
    public void answer(long number, @Nullable String file, String by, Instant at) {
        sql.update(
                "UPDATE credit_change SET confirmed = ?, file = ?, answered_by = ?, answered_at = ? WHERE number = ?", file != null, file, by, Timestamp.from(at), number);
    }
}
