package io.jinqiao.console.facts;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Early warnings as the room of repayments shows them. */
@Component
public class WarningFacts {
    private static final String FOUND = """
            FROM repayment_fact_warning
            WHERE (:partner::text IS NULL OR partner = :partner) AND (:grade::text IS NULL OR grade = :grade)
              AND (:account::text IS NULL OR account_no = :account) AND (:sign::text IS NULL OR sign = :sign)
              AND (:ended::boolean = (ended IS NOT NULL))
            """;

    private final JdbcClient db;

    WarningFacts(JdbcClient db) {
        this.db = db;
    }

    /** What to look for; null: anything. @param ended those that are over, not those that run */
    public record Question(@Nullable String partner, @Nullable String grade, @Nullable String sign, @Nullable String account, boolean ended) {}

    /** Columns as {@code repayment_fact_warning} says. */
    public record Warning(
            long number,
            String partner,
            String accountNo,
            @Nullable String applicationNo,
            String sign,
            String grade,
            String titleZh,
            String titleEn,
            Map<String, String> facts,
            LocalDate firstOn,
            LocalDate seenOn,
            @Nullable LocalDate endedOn,
            @Nullable String ended,
            @Nullable String note,
            @Nullable String notedBy,
            @Nullable ZonedDateTime notedAt,
            @Nullable LocalDate notedUntil) {

        /** Somebody said what was done, and until then nobody needs to look. */
        public boolean rests(LocalDate today) {
            return notedUntil != null && !notedUntil.isBefore(today);
        }
    }

    /** @param overdue how many of those that are over ended because the loan became overdue */
    public record Sign(String sign, String titleZh, String titleEn, long running, long over, long overdue) {}

    /** Those nobody looked after first, the urgent before the others, the oldest first. */
    public List<Warning> page(Question question, LocalDate today, int page, int size) {
        return asked("SELECT * " + FOUND + " ORDER BY coalesce(noted_until >= :today, false), grade <> 'urgent', first_on, number LIMIT :size OFFSET :skip", question)
                .param("today", today)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, i) -> read(row))
                .list();
    }

    public long count(Question question) {
        return asked("SELECT count(*) " + FOUND, question).query(Long.class).single();
    }

    /** Every warning of one loan, the latest first. */
    public List<Warning> of(String partner, String accountNo) {
        return db.sql("SELECT * FROM repayment_fact_warning WHERE partner = ? AND account_no = ? ORDER BY first_on DESC, number DESC")
                .params(partner, accountNo)
                .query((row, i) -> read(row))
                .list();
    }

    public List<Sign> signs() {
        return db.sql("SELECT sign, max(title_zh) AS zh, max(title_en) AS en, count(*) FILTER (WHERE ended IS NULL) AS running, count(ended) AS over,"
                        + " count(*) FILTER (WHERE ended = 'overdue') AS overdue FROM repayment_fact_warning GROUP BY sign ORDER BY running DESC, sign")
                .query((row, i) -> new Sign(row.getString("sign"), row.getString("zh"), row.getString("en"), row.getLong("running"), row.getLong("over"), row.getLong("overdue")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return db.sql(sql)
                .param("partner", question.partner())
                .param("grade", question.grade())
                .param("sign", question.sign())
                .param("account", question.account())
                .param("ended", question.ended());
    }

    private static Map<String, String> facts(String json) {
        Map<String, String> facts = new TreeMap<>();
        Content.Group read = CanonicalJson.read(json);
        read.members().keySet().forEach(name -> facts.put(name, String.valueOf(read.text(name))));
        return facts;
    }

    private static Warning read(ResultSet row) throws SQLException {
        return new Warning(
                row.getLong("number"), row.getString("partner"), row.getString("account_no"), row.getString("application_no"), row.getString("sign"), row.getString("grade"),
                row.getString("title_zh"), row.getString("title_en"), facts(row.getString("facts")), row.getObject("first_on", LocalDate.class),
                row.getObject("seen_on", LocalDate.class), row.getObject("ended_on", LocalDate.class), row.getString("ended"), row.getString("note"), row.getString("noted_by"),
                Shown.at(row, "noted_at"), row.getObject("noted_until", LocalDate.class));
    }
}
