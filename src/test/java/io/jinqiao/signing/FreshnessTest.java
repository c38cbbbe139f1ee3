package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, true", "300000, true", "-300000, true", "300001, false", "-300001, false"})
    void theWindowReachesBothWaysAndIncludesItsEnds(long millis, boolean fresh) {
        var problem = Freshness.check(NOW.plusMillis(millis), NOW, Duration.ofMinutes(5));
        assertThat(problem.isEmpty()).isEqualTo(fresh);
        problem.ifPresent(p -> assertThat(p).isEqualTo(Problem.of(FailureCode.MESSAGE_OUTSIDE_WINDOW, "±300 s")));
    }
}
