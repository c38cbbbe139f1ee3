package io.jinqiao.assessment.store;

import io.jinqiao.message.PartnerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes wrong within a running period. A warning that ends and comes back is another one. */
@Repository
public class WarningStore {
    private final JdbcClient jdbc;

    public WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param about an indicator, or {@code total} */
    public record Warning(String about, @Nullable BigDecimal value, @Nullable String unit, BigDecimal points, BigDecimal weight) {}

    /** @return whether it is new */
    public boolean seen(PartnerId bank, LocalDate first, Warning w, Instant at) {
        int standing = jdbc.sql("UPDATE assessment_warning SET seen_at = ?, value = ?, points = ? WHERE bank = ? AND first_day = ? AND about = ? AND ended_at IS NULL")
                .params(PeriodStore.time(at), w.value(), w.points(), bank.value(), first, w.about())
                .update();
        if (standing == 0) {
            jdbc.sql("INSERT INTO assessment_warning (bank, first_day, about, value, unit, points, weight, raised_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(bank.value(), first, w.about(), w.value(), w.unit(), w.points(), w.weight(), PeriodStore.time(at), PeriodStore.time(at))
                    .update();
        }
        return standing == 0;
    }

    /** Ends those that are no longer so, and all of earlier periods. */
    public void end(PartnerId bank, LocalDate first, Collection<String> stillSo, Instant at) {
        jdbc.sql("UPDATE assessment_warning SET ended_at = ? WHERE bank = ? AND ended_at IS NULL AND (first_day <> ? OR about <> ALL (?))")
                .params(PeriodStore.time(at), bank.value(), first, stillSo.toArray(String[]::new))
                .update();
    }
}
