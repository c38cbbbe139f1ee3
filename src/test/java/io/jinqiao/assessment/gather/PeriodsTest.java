package io.jinqiao.assessment.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.assessment.scheme.Contracts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-01-01, 2028-12-31, 2028-02-29, , 2028-02-01, 2028-02-29",
        "QUARTER, 2026-01-01, 2027-12-31, 2026-08-15, , 2026-07-01, 2026-09-30",
        "YEAR, 2026-01-01, 2027-12-31, 2026-08-15, , 2026-01-01, 2026-12-31",
        "YEAR, 2026-03-10, 2027-12-31, 2026-08-15, , 2026-03-10, 2026-12-31",
        "QUARTER, 2026-01-01, 2026-08-20, 2026-08-15, , 2026-07-01, 2026-08-20",
        "QUARTER, 2026-01-01, 2027-12-31, 2026-08-15, 2026-08-11, 2026-08-11, 2026-09-30",
        "QUARTER, 2026-01-01, 2027-12-31, 2026-08-15, 2026-04-01, 2026-07-01, 2026-09-30",
        "QUARTER, 2026-01-01, 2027-12-31, 2026-08-15, 2026-10-01, 2026-07-01, 2026-09-30",
    })
    void aPeriodIsWholeUnlessAContractOrAnEarlierOneCutsIt(Contract.Rhythm rhythm, LocalDate from, LocalDate to, LocalDate day, LocalDate behind, LocalDate first, LocalDate last) {
        Contract contract = new Contract("default", null, rhythm, new Contract.Fee(BigDecimal.ONE, Contract.Penalty.EXCLUDED, BigDecimal.ZERO), new Contract.Time("16:00", 5, 5, 5, 15, 3, null, null));
        assertThat(Periods.of(new Contracts.Signed(contract, from, to), day, Optional.ofNullable(behind))).isEqualTo(new Days(first, last));
    }
}
