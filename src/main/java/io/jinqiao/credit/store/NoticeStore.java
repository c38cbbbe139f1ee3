package io.jinqiao.credit.store;

import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.notice.Notice;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.notice.NoticeRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Events of notices. */
@Repository
public class NoticeStore {
    private static final String DUE = "due";

    private final JdbcTemplate sql;

    public NoticeStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Makes a notice due unless it is known. @param on the first day on which telling counts */
    public void due(String account, LocalDate episode, String person, LocalDate on, Instant at) {
        sql.update(
                "INSERT INTO credit_notice (account, episode, person, step, event, on_day, at) VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING",
                account, episode, person, DUE, on, Timestamp.from(at));
    }

    /** How far each person's notice of an episode is. */
    public Map<String, Notice> of(String account, LocalDate episode, Duties.NoticeTerms terms) {
        return of(account, terms).getOrDefault(episode, Map.of());
    }

    /** The same of every episode, by the first day of its month. */
    public SortedMap<LocalDate, Map<String, Notice>> of(String account, Duties.NoticeTerms terms) {
        SortedMap<LocalDate, Map<String, Notice>> episodes = new TreeMap<>();
        sql.query(
                "SELECT episode, person, event, on_day, channel, content, address, by_whom, and_whom FROM credit_notice WHERE account = ? ORDER BY episode, person, step",
                row -> {
                    Map<String, Notice> notices = episodes.computeIfAbsent(row.getDate("episode").toLocalDate(), first -> new LinkedHashMap<>());
                    String person = row.getString("person");
                    LocalDate on = row.getDate("on_day").toLocalDate();
                    notices.put(person, row.getString("event").equals(DUE) ? new Notice.Due(0, on) : NoticeRules.then(Objects.requireNonNull(notices.get(person)), event(row, on), terms));
                },
                account);
        return episodes;
    }

    private static NoticeEvent event(ResultSet row, LocalDate on) throws SQLException {
        return switch (row.getString("event")) {
            case "dispatched" -> new NoticeEvent.Dispatched(Channel.valueOf(row.getString("channel")), row.getString("content"), row.getString("address"), on);
            case "arrived" -> new NoticeEvent.Arrived(on);
            case "came-back" -> new NoticeEvent.CameBack(on);
            case "released" -> new NoticeEvent.Release(row.getString("by_whom"), row.getString("and_whom"), on);
            default -> throw new IllegalStateException(row.getString("event"));
        };
    }

    /** Whether the Center accepted something adverse of a stretch of days, the version of a month that holds there. */
    public boolean accepted(String account, LocalDate from, LocalDate until) {
        String query =
                """
                SELECT EXISTS (
                    SELECT FROM credit_accepted a
                    WHERE a.account = ? AND a.adverse
                      AND least(a.reported, coalesce(a.month + interval '1 month' - interval '1 day', 'infinity')::date) BETWEEN ? AND ?
                      AND NOT EXISTS (
                          SELECT FROM credit_accepted l
                          WHERE l.account = a.account AND l.month = a.month AND l.event <> '215' AND (l.reported, l.number) > (a.reported, a.number)))
                """;
        return Boolean.TRUE.equals(sql.queryForObject(query, Boolean.class, account, from, until));
    }

    /** The next step of one notice; two at once cannot both be it. */
    public void add(String account, LocalDate episode, String person, NoticeEvent event, Instant at) {
        String insert =
                """
                INSERT INTO credit_notice (account, episode, person, step, event, on_day, channel, content, address, by_whom, and_whom, at)
                SELECT ?, ?, ?, max(step) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM credit_notice WHERE account = ? AND episode = ? AND person = ?
                """;
        NoticeEvent.Dispatched dispatched = event instanceof NoticeEvent.Dispatched d ? d : null;
        NoticeEvent.Release release = event instanceof NoticeEvent.Release r ? r : null;
        sql.update(
                insert,
                account, episode, person, word(event), event.on(),
                dispatched == null ? null : dispatched.channel().name(),
                dispatched == null ? null : dispatched.content(),
                dispatched == null ? null : dispatched.address(),
                release == null ? null : release.proposedBy(),
                release == null ? null : release.confirmedBy(),
                Timestamp.from(at),
                account, episode, person);
    }

    private static String word(NoticeEvent event) {
        if (event instanceof NoticeEvent.Dispatched) {
            return "dispatched";
        }
        if (event instanceof NoticeEvent.Arrived) {
            return "arrived";
        }
        return event instanceof NoticeEvent.CameBack ? "came-back" : "released";
    }
}
