package io.jinqiao.console.facts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much was said on the wires, by day of the centre. */
@Component
public class TrafficFacts {
    private static final String BY_DAY = """
            SELECT (at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                   count(*) FILTER (WHERE verdict <> 'refused') AS good,
                   count(*) FILTER (WHERE verdict = 'refused') AS refused
            FROM evidence_fact_record
            WHERE kind IN ('received', 'about-to-send') AND at >= ?
            GROUP BY 1
            """;

    private final JdbcClient db;
    private final Clock clock;

    TrafficFacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** First words of one day, ours and theirs. */
    public record Day(LocalDate day, long good, long refused) {}

    /** The latest batch under a time-stamp. */
    public record Seal(long number, long leaves, ZonedDateTime at) {}

    /** Oldest first, today last, days without traffic too. */
    public List<Day> lastDays(int count) {
        LocalDate today = today(clock);
        ZonedDateTime from = today.minusDays(count - 1L).atStartOfDay(Shown.ZONE);
        Map<LocalDate, Day> found = db.sql(BY_DAY)
                .param(from.toOffsetDateTime())
                .query((row, n) -> new Day(row.getDate(1).toLocalDate(), row.getLong(2), row.getLong(3)))
                .list() // a stream of JdbcClient holds its connection until it is closed
                .stream()
                .collect(Collectors.toMap(Day::day, Function.identity()));
        List<Day> days = new ArrayList<>();
        for (LocalDate day = from.toLocalDate(); !day.isAfter(today); day = day.plusDays(1)) {
            days.add(found.getOrDefault(day, new Day(day, 0, 0)));
        }
        return days;
    }

    public Day today() {
        return lastDays(1).get(0);
    }

    public Optional<Seal> lastSeal() {
        return db.sql("SELECT seal, leaves, sealed_at FROM evidence_fact_seal ORDER BY seal DESC LIMIT 1")
                .query((row, n) -> new Seal(row.getLong(1), row.getLong(2), Shown.surelyAt(row, "sealed_at")))
                .optional();
    }

    private static LocalDate today(Clock clock) {
        return Shown.at(clock.instant()).toLocalDate();
    }
}
