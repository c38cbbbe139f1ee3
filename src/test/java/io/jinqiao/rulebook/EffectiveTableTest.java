package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class EffectiveTableTest {
    private static final LocalDate OLD = LocalDate.of(2024, 5, 18);
    private static final LocalDate NEW = LocalDate.of(2025, 5, 8);
    private final EffectiveTable<String> rates = EffectiveTable.of(Map.of(OLD, "2.85", NEW, "2.60"));

    @Test
    void holdsFromItsFirstDayUntilTheDayBeforeTheNext() {
        assertThat(rates.at(OLD)).isEqualTo("2.85");
        assertThat(rates.at(NEW.minusDays(1))).isEqualTo("2.85");
        assertThat(rates.at(NEW)).isEqualTo("2.60");
        assertThat(rates.at(NEW.plusYears(9))).isEqualTo("2.60");
    }

    @Test
    void knowsNothingBeforeTheFirstDay() {
        assertThat(rates.find(OLD.minusDays(1))).isEmpty();
        assertThatThrownBy(() -> rates.at(OLD.minusDays(1))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void refusesTwoValuesForOneDay() {
        assertThatThrownBy(() -> EffectiveTable.of(List.of("a", "b"), x -> OLD))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
