package io.jinqiao.assessment.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Announced maintenance takes the contract's hours, the earliest first. */
class DowntimesTest {
    private static Downtimes.Downtime downtime(String said) {
        String[] parts = said.split(" ");
        return new Downtimes.Downtime(parts[0], hour(parts[1]), hour(parts[2]));
    }

    private static Instant hour(String hour) {
        return Instant.parse("2026-08-10T00:00:00Z").plusSeconds(3600L * Integer.parseInt(hour));
    }

    private static List<Downtimes.Downtime> all(String said) {
        return Stream.of(said.split(", ")).map(DowntimesTest::downtime).toList();
    }

    @ParameterizedTest(name = "of {0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "bank 0 6, bank 20 30         | bank 0 6, bank 20 26",
        "bank 0 6, bank 4 10, bank 20 30 | bank 0 6, bank 6 10, bank 20 22",
        "bank 0 6, bank 2 4, bank 20 30 | bank 0 6, bank 20 26",
        "bank 0 6, bank 0 6, bank 20 30 | bank 0 6, bank 20 26",
        "bank 0 40, bank 5 50         | bank 0 12",
        "centre 0 20, bank 0 6, bank 20 30 | centre 0 20, bank 0 6, bank 20 26",
    })
    void hoursInWhichTwoWereAnnouncedAtOnceAreTakenOnce(String announced, String excused) {
        assertThat(Downtimes.of(all(announced), 12).list()).isEqualTo(all(excused));
    }
}
