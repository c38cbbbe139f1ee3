package io.jinqiao.adapter.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ServiceHoursTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void aDayShiftOpensAtItsFirstMinuteAndClosesAtItsLast() {
        ServiceHours hours = new ServiceHours(SHANGHAI, LocalTime.of(8, 30), LocalTime.of(17, 0));
        assertThat(hours.open(Instant.parse("2026-11-23T00:29:59Z"))).isFalse();
        assertThat(hours.open(Instant.parse("2026-11-23T00:30:00Z"))).isTrue();
        assertThat(hours.open(Instant.parse("2026-11-23T09:00:00Z"))).isFalse();
        assertThat(hours.nextOpen(Instant.parse("2026-11-23T00:00:00Z"))).isEqualTo("2026-11-23T00:30:00Z");
        assertThat(hours.nextOpen(Instant.parse("2026-11-23T09:00:00Z"))).isEqualTo("2026-11-24T00:30:00Z");
    }

    @Test
    void aNightShiftCrossesMidnight() {
        ServiceHours hours = new ServiceHours(SHANGHAI, LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(hours.open(Instant.parse("2026-11-23T16:30:00Z"))).isTrue();
        assertThat(hours.open(Instant.parse("2026-11-23T04:00:00Z"))).isFalse();
        assertThat(hours.nextOpen(Instant.parse("2026-11-23T04:00:00Z"))).isEqualTo("2026-11-23T14:00:00Z");
    }

    @Test
    void equalTimesMeanAroundTheClock() {
        ServiceHours hours = new ServiceHours(SHANGHAI, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        assertThat(hours.open(Instant.EPOCH)).isTrue();
        assertThat(hours.nextOpen(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }
}
