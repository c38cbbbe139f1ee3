package io.jinqiao.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static List<BigDecimal> totals(int count) {
        return IntStream.range(0, count).mapToObj(n -> new BigDecimal(50 + 4 * n + ".37")).toList();
    }

    private static Distribution of(int banks, String own) {
        return Distribution.of(totals(banks), new BigDecimal(own));
    }

    @Test
    void fewBanksAreToldNothingAndSomeOnlyTheirOwnRank() {
        assertThat(of(3, "50.37")).isEqualTo(new Distribution(3, null, List.of()));
        assertThat(of(4, "50.37")).isEqualTo(new Distribution(4, 4, List.of()));
        assertThat(of(7, "74.37")).isEqualTo(new Distribution(7, 1, List.of()));
    }

    @Test
    void manyAreToldQuartilesThatAreNobodysScore() {
        Distribution nine = of(9, "66.37");
        assertThat(nine.rank()).isEqualTo(5);
        assertThat(nine.quartiles()).containsExactly(new BigDecimal("58"), new BigDecimal("66"), new BigDecimal("74"));
        assertThat(totals(9)).as("in whole points, so that none is the score of one").doesNotContainAnyElementsOf(nine.quartiles());
    }

    @Test
    void whoHasNoScoreHasNoRankAndThoseAlikeShareOne() {
        assertThat(Distribution.of(totals(5), null).rank()).isNull();
        BigDecimal same = new BigDecimal("80.00");
        assertThat(Distribution.of(List.of(new BigDecimal("70.00"), same, same, same), same).rank()).isEqualTo(1);
    }
}
