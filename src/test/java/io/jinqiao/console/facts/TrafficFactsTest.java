package io.jinqiao.console.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TrafficFactsTest {
    /** 2026-11-24, half past midnight, at the centre. */
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-23T16:30:00Z"), ZoneOffset.UTC);

    @Test
    void countsTheDaysOfTheCentreAndGivesItsConnectionBackEveryTime() {
        try (HikariDataSource database = TestDatabase.migrated()) {
            TrafficFacts facts = new TrafficFacts(JdbcClient.create(database), NIGHT);
            for (int look = 0; look < 2; look++) {
                assertThat(facts.lastDays(3)).extracting(TrafficFacts.Day::day)
                        .containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
                assertThat(facts.lastSeal()).isEmpty();
                assertThat(database.getHikariPoolMXBean().getActiveConnections()).isZero();
            }
        }
    }
}
