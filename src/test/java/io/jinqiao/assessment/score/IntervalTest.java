package io.jinqiao.assessment.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Values computed apart, in double precision, from the textbook formula. */
    @ParameterizedTest
    @CsvSource({
        "86, 100, 77.8628, 91.4737",
        "0, 20, 0.0000, 16.1125",
        "20, 20, 83.8875, 100.0000",
        "997, 1000, 99.1217, 99.8979",
        "1, 2, 9.4531, 90.5469"
    })
    void isTheOneOfTheTextbook(long of, long per, String low, String high) {
        Interval interval = Interval.of(of, per, 100);
        assertThat(interval.low()).isEqualByComparingTo(low);
        assertThat(interval.high()).isEqualByComparingTo(high);
    }
}
