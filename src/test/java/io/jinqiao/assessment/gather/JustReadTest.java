package io.jinqiao.assessment.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JustReadTest {
    private final JustRead<String, Integer> few = new JustRead<>();

    @Test
    void whatWasReadIsGivenBackOnceWhileNothingChanged() {
        few.keep("bank-a", "1", 7);
        assertThat(few.take("bank-a", "1")).contains(7);
        assertThat(few.take("bank-a", "1")).isEmpty();
    }

    @Test
    void whatWasReadFromAnotherStateIsReadAnew() {
        few.keep("bank-a", "1", 7);
        assertThat(few.take("bank-a", "2")).isEmpty();
        assertThat(few.take("bank-a", "1")).as("nor kept").isEmpty();
    }

    @Test
    void onlyAFewAreKept() {
        IntStream.rangeClosed(1, 9).forEach(n -> few.keep("bank-" + n, "1", n));
        assertThat(few.take("bank-1", "1")).isEmpty();
        assertThat(few.take("bank-2", "1")).contains(2);
    }
}
