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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Makes a notice due unless it is known. */
    public void due(String account, LocalDate episode, String person, LocalDate on, Instant at) {
        sql.update(
                "INSERT INTO credit_notice (account, episode, person, step, event, on_day, at) VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING",
                account, episode, person, DUE, on, Timestamp.from(at));
    }

    /** First day of the month of the episode that is open: the first one that began after a day. @param after null: any */
    public Optional<LocalDate> open(String account, @Nullable LocalDate after) {
        return Optional.ofNullable(sql.queryForObject("SELECT min(episode) FROM credit_notice WHERE account = ? AND episode > coalesce(?, date '1900-01-01')", LocalDate.class, account, after));
    }

    /** How far each person's notice of an episode is. */
    public Map<String, Notice> of(String account, LocalDate episode, Duties.NoticeTerms terms) {
        Map<String, Notice> notices = new LinkedHashMap<>();
        sql.query(
                "SELECT person, event, on_day, channel, content, by_whom, and_whom FROM credit_notice WHERE account = ? AND episode = ? ORDER BY person, step",
                row -> {
                    String person = row.getString("person");
                    LocalDate on = row.getDate("on_day").toLocalDate();
                    notices.put(person, row.getString("event").equals(DUE) ? new Notice.Due(0, on) : NoticeRules.after(Objects.requireNonNull(notices.get(person)), event(row, on), terms));
                },
                account, episode);
        return notices;
    }

    private static NoticeEvent event(ResultSet row, LocalDate on) throws SQLException {
        return switch (row.getString("event")) {
            case "dispatched" -> new NoticeEvent.Dispatched(Channel.valueOf(row.getString("channel")), row.getString("content"), on);
            case "arrived" -> new NoticeEvent.Arrived(on);
            case "came-back" -> new NoticeEvent.CameBack(on);
            case "released" -> new NoticeEvent.Release(row.getString("by_whom"), row.getString("and_whom"), on);
            default -> throw new IllegalStateException(row.getString("event"));
        };
    }

    /** Whether everybody was told in an earlier episode of the account. */
    public boolean toldBefore(String account, LocalDate episode, Duties.NoticeTerms terms) {
        List<LocalDate> earlier = sql.queryForList("SELECT DISTINCT episode FROM credit_notice WHERE account = ? AND episode < ?", LocalDate.class, account, episode);
        return earlier.stream().anyMatch(day -> of(account, day, terms).values().stream().allMatch(notice -> notice instanceof Notice.Delivered || notice instanceof Notice.Released));
    }

    /** The next step of one notice; two at once cannot both be it. */
    public void add(String account, LocalDate episode, String person, NoticeEvent event, Instant at) {
        String insert =
                """
                INSERT INTO credit_notice (account, episode, person, step, event, on_day, channel, content, by_whom, and_whom, at)
                SELECT ?, ?, ?, max(step) + 1, ?, ?, ?, ?, ?, ?, ? FROM credit_notice WHERE account = ? AND episode = ? AND person = ?
                """;
        NoticeEvent.Dispatched dispatched = event instanceof NoticeEvent.Dispatched d ? d : null;
        NoticeEvent.Release release = event instanceof NoticeEvent.Release r ? r : null;
        sql.update(
                insert,
                account, episode, person, word(event), event.on(),
                dispatched == null ? null : dispatched.channel().name(),
                dispatched == null ? null : dispatched.content(),
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
