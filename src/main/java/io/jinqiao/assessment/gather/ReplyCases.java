package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each message to the bank counts once, however often it was sent: in time is what was answered whenever it was sent. Questions about a message count with it. */
@Component
class ReplyCases implements Source {
    private static final Duration ABOUT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    ReplyCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT message_id, min(operation) AS operation, min(subject) AS subject, min(at) FILTER (WHERE kind = 'about-to-send') AS sent,"
                        + " max(at) AS last, count(*) FILTER (WHERE kind = 'nothing-came') AS silent, bool_or(kind = 'reply-received') AS answered"
                        + " FROM evidence_fact_record WHERE partner = ? AND kind IN ('about-to-send', 'reply-received', 'nothing-came') AND operation <> 'status-enquiry'"
                        + " AND at >= ? AND at < ? GROUP BY message_id HAVING bool_or(kind = 'about-to-send') AND bool_or(kind <> 'about-to-send') ORDER BY message_id")
                .params(asked.bank().value(), asked.days().begins(), asked.days().ends())
                .query((row, i) -> row(row, asked))
                .list();
    }

    private static Counted row(ResultSet row, Asked asked) throws SQLException {
        Instant sent = Objects.requireNonNull(Rows.instant(row, "sent"));
        Instant last = Objects.requireNonNull(Rows.instant(row, "last"));
        long silent = row.getLong("silent");
        boolean good = silent == 0 && row.getBoolean("answered");
        String excuse = good ? null : asked.down().excuse(sent.minus(ABOUT), last.plus(ABOUT));
        String remark = row.getString("operation") + (silent > 0 ? ", " + silent + " times no answer in time" : ", answered");
        return Counted.one(
                Measure.REPLY, row.getString("message_id"), null, row.getString("subject"), Rows.dayOf(sent), good, excuse, remark, List.of(row.getString("message_id")));
    }
}
