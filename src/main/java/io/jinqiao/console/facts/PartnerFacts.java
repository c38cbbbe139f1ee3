package io.jinqiao.console.facts;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Traffic with one partner. */
@Component
public class PartnerFacts {
    private static final String TRAFFIC = """
            SELECT (SELECT count(*) FROM evidence_fact_record WHERE partner = :partner AND kind = 'received' AND at >= :since) AS came,
                   (SELECT count(*) FROM evidence_fact_record WHERE partner = :partner AND kind = 'received'
                                                                AND verdict = 'refused' AND at >= :since) AS refused,
                   (SELECT count(*) FROM evidence_fact_record WHERE partner = :partner AND kind = 'about-to-send' AND at >= :since) AS went,
                   (SELECT max(at) FROM evidence_fact_record WHERE partner = :partner) AS latest,
                   (SELECT count(*) FROM delivery_fact_outbox WHERE partner = :partner AND state NOT IN ('SETTLED')) AS open
            """;

    private final JdbcClient db;
    private final Clock clock;

    PartnerFacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Of the last 24 hours.
     *
     * @param open messages to the partner that are not settled
     */
    public record Traffic(long came, long refused, long went, long open, @Nullable ZonedDateTime latest) {}

    public Traffic traffic(String partner) {
        return db.sql(TRAFFIC)
                .param("partner", partner)
                .param("since", Shown.at(clock.instant().minus(Duration.ofDays(1))).toOffsetDateTime())
                .query((row, n) -> new Traffic(
                        row.getLong("came"), row.getLong("refused"), row.getLong("went"), row.getLong("open"), Shown.at(row, "latest")))
                .single();
    }
}
