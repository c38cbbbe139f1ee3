package io.jinqiao.assessment.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FeeTest {
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    @Test
    void theWorkedCheckComesOutToTheCent() {
        Fee fee = Fee.of(new Money(1_250_000_00L), FIVE, FIVE, new BigDecimal("0.90"));
        assertThat(fee.full()).isEqualTo(new Money(62_500_00L));
        assertThat(fee.due()).isEqualTo(new Money(56_250_00L));
    }

    @Test
    void halfAFenIsRoundedUp() {
        Fee fee = Fee.of(new Money(110), new BigDecimal("0.5"), FIVE, new BigDecimal("0.5"));
        assertThat(fee.full()).as("0.55 fen").isEqualTo(new Money(1));
        assertThat(fee.due()).as("half of the whole fen").isEqualTo(new Money(1));
    }

    @Test
    void aContractAboveTheCapIsRefused() {
        assertThatThrownBy(() -> Fee.of(new Money(100), new BigDecimal("5.01"), FIVE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5.01");
    }
}
