package io.jinqiao.console.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals to open loans, as the room of repayments shows them. */
@Component
public class OpeningFacts {
    private static final int MOST = 200;

    private final JdbcClient db;

    OpeningFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code repayment_fact_opening} says. */
    public record Opening(
            long number,
            String partner,
            int loans,
            long amountFen,
            long balanceFen,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable Boolean confirmed,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    /** The latest ones first. */
    public List<Opening> latest() {
        return db.sql("SELECT * FROM repayment_fact_opening ORDER BY number DESC LIMIT " + MOST)
                .query((row, i) -> new Opening(
                        row.getLong("number"),
                        row.getString("partner"),
                        row.getInt("loans"),
                        row.getLong("amount_fen"),
                        row.getLong("balance_fen"),
                        row.getString("reason"),
                        row.getString("proposed_by"),
                        row.getTimestamp("proposed_at").toInstant(),
                        row.getObject("confirmed", Boolean.class),
                        row.getString("answered_by"),
                        row.getTimestamp("answered_at") == null ? null : row.getTimestamp("answered_at").toInstant()))
                .list();
    }
}
