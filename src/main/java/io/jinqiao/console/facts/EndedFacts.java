package io.jinqiao.console.facts;

import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications that came to an end, with the day of the last thing that happened to them or was said about them. */
@Component
public class EndedFacts {
    private static final String SELECT = """
            SELECT l.partner, l.application_no, l.word, greatest(
                   (SELECT max(e.at) FROM loan_fact_event e WHERE e.acceptance_no = l.acceptance_no),
                   (SELECT max(r.at) FROM evidence_fact_record r WHERE r.subject = l.application_no AND r.partner = l.partner),
                   l.accepted_at) AS last
            FROM loan_fact_loan l
            """;

    private final JdbcClient db;

    public EndedFacts(JdbcClient db) {
        this.db = db;
    }

    /** @param last by the days of the centre */
    public record Ended(Subject subject, LoanWord word, LocalDate last) {}

    /** Longest at rest first. @param words of loans that ended @param before nothing happened since; the rest is of no interest yet */
    public List<Ended> before(Collection<String> words, Instant before, int limit) {
        return db.sql("SELECT * FROM (" + SELECT + "WHERE l.word IN (:words) AND l.accepted_at < :before) ended"
                        + " WHERE last < :before ORDER BY last, partner, application_no LIMIT :limit")
                .param("words", words)
                .param("before", Shown.at(before).toOffsetDateTime())
                .param("limit", limit)
                .query(EndedFacts::ended)
                .list();
    }

    /** Whatever its word is. */
    public Optional<Ended> find(Subject subject) {
        return db.sql(SELECT + "WHERE l.partner = ? AND l.application_no = ?")
                .params(subject.partner().value(), subject.applicationNo())
                .query(EndedFacts::ended)
                .optional();
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                new Subject(new PartnerId(row.getString("partner")), row.getString("application_no")),
                LoanWord.of(row.getString("word")),
                Shown.surelyAt(row, "last").toLocalDate());
    }
}
