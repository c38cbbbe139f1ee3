package io.jinqiao.repayment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    @Test
    void namesEachLoanWithMoreThanOneRowOnce() {
        assertThat(seen("A", "B", "B", "B", "C", "D", "D")).contains(List.of("B", "D"));
        assertThat(seen("A", "B", "C")).contains(List.of());
        assertThat(seen()).contains(List.of());
    }

    @Test
    void knowsNothingOnceTheOrderBroke() {
        assertThat(seen("A", "C", "B", "D")).isEmpty();
        assertThat(seen("A", "A", "C", "B")).isEmpty();
    }

    @Test
    void knowsNothingWhenThereAreTooMany() {
        Repeats repeats = new Repeats();
        IntStream.rangeClosed(0, Repeats.MOST).mapToObj("%07d"::formatted).flatMap(no -> Stream.of(no, no)).forEach(repeats::see);
        assertThat(repeats.loans()).isEmpty();
    }

    private static Optional<List<String>> seen(String... accounts) {
        Repeats repeats = new Repeats();
        Stream.of(accounts).forEach(repeats::see);
        return repeats.loans();
    }
}
