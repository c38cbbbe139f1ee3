package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each message to the bank counts once, on the day it was sent first, however often it was sent: in time is what was answered whenever it was sent. A try is
 * excused by what was down while it waited, not by what was down between two tries. Questions about a message count with it.
 */
@Component
class ReplyCases implements Source {
    private static final Duration ABOUT = Duration.ofMinutes(1);
    private static final int BEFORE = 30;

    private final JdbcClient jdbc;

    ReplyCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT message_id, min(operation) AS operation, min(subject) AS subject, array_agg(at ORDER BY at) FILTER (WHERE kind = 'about-to-send') AS tries,"
                        + " array_agg(at ORDER BY at) FILTER (WHERE kind = 'nothing-came') AS silences, bool_or(kind = 'reply-received') AS answered"
                        + " FROM evidence_fact_record WHERE partner = :bank AND kind IN ('about-to-send', 'reply-received', 'nothing-came') AND operation <> 'status-enquiry'"
                        + " AND at >= :earliest AND at < :latest GROUP BY message_id HAVING min(at) FILTER (WHERE kind = 'about-to-send') >= :begins"
                        + " AND min(at) FILTER (WHERE kind = 'about-to-send') < :ends AND bool_or(kind <> 'about-to-send') ORDER BY message_id")
                .param("bank", asked.bank().value())
                .param("earliest", asked.days().begins().minusDays(BEFORE))
                .param("latest", asked.days().ends().plusDays(Gatherer.AFTER))
                .param("begins", asked.days().begins())
                .param("ends", asked.days().ends())
                .query((row, i) -> row(row, asked))
                .list();
    }

    private static Counted row(ResultSet row, Asked asked) throws SQLException {
        List<Instant> tries = instants(row, "tries");
        List<Instant> silences = instants(row, "silences");
        List<String> excuses = silences.stream().map(at -> asked.down().excuse(sent(tries, at).minus(ABOUT), at.plus(ABOUT))).filter(Objects::nonNull).toList();
        int silent = silences.size() - excuses.size();
        boolean answered = row.getBoolean("answered");
        String excuse = silent == 0 && !answered && !excuses.isEmpty() ? excuses.get(0) : null;
        String remark = row.getString("operation") + (silent > 0 ? ", " + silent + " times no answer in time" : answered ? ", answered" : "")
                + (excuses.isEmpty() ? "" : ", " + excuses.size() + " times excused: " + excuses.get(0));
        return Counted.one(
                Measure.REPLY, row.getString("message_id"), null, row.getString("subject"), Rows.dayOf(tries.get(0)), silent == 0 && answered, excuse, remark,
                List.of(row.getString("message_id")));
    }

    /** When the try was sent that nothing came of. */
    private static Instant sent(List<Instant> tries, Instant silence) {
        return tries.stream().filter(at -> !at.isAfter(silence)).reduce((one, later) -> later).orElse(silence);
    }

    private static List<Instant> instants(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.stream((Object[]) array.getArray()).map(ReplyCases::instant).toList();
    }

    private static Instant instant(Object at) {
        return at instanceof OffsetDateTime time ? time.toInstant() : ((java.sql.Timestamp) at).toInstant();
    }
}
