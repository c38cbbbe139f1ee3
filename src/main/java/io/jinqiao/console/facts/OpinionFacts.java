package io.jinqiao.console.facts;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Approval opinions as the opinion room shows them. */
@Component
public class OpinionFacts {
    private final JdbcClient db;

    OpinionFacts(JdbcClient db) {
        this.db = db;
    }

    /** @param effective false: a demonstration without legal effect */
    public record Sheet(
            String opinionNo,
            int version,
            long amountFen,
            int months,
            LocalDate validTo,
            String format,
            String digest,
            ZonedDateTime issuedAt,
            String standing,
            @Nullable ZonedDateTime deliveredAt,
            int copiesPrinted,
            boolean effective) {}

    /** Latest version first. */
    public List<Sheet> of(String acceptanceNo) {
        return db.sql("SELECT * FROM opinion_fact_opinion WHERE acceptance_no = ? ORDER BY version DESC")
                .param(acceptanceNo)
                .query((row, n) -> new Sheet(
                        row.getString("opinion_no"),
                        row.getInt("version"),
                        row.getLong("amount_fen"),
                        row.getInt("months"),
                        row.getDate("valid_to").toLocalDate(),
                        row.getString("format"),
                        row.getString("digest"),
                        Shown.surelyAt(row, "issued_at"),
                        row.getString("standing"),
                        Shown.at(row, "delivered_at"),
                        row.getInt("copies_printed"),
                        row.getBoolean("effective")))
                .list();
    }
}
