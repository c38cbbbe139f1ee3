package io.jinqiao.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.console.facts.LoanRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "pre-sold, pre-noticed, repaying, converted now",
        "pre-sold, converted, repaying, released ahead",
        "pre-sold, converted, settled, released now",
        "resale, submitted, none, registered now",
        "resale, registered, none, released ahead",
        "resale, registered, settled, released now",
        "resale, released, settled, released done"
    })
    void aSecurityThatStandsIsOnItsWayOutOnlyWhenTheMoneyIsBack(String home, String security, String money, String station) {
        Track track = Tracks.of(loan(home, security, money)).get(2);
        assertThat(track.stations()).extracting(one -> one.word() + " " + one.state()).contains(station);
    }

    private static LoanRow loan(String home, String security, String money) {
        return new LoanRow(
                "2026030200000001", "HF1", "bank-a", "0101", DAY, DAY.atStartOfDay(ZoneOffset.UTC), home, "mortgage", 1, 12, null, null, "in-force", "approved", null, null,
                null, "r1", "r2", "a1", "2026030200000001-1", 1L, 12, "3.1", DAY, DAY.plusDays(90), "in-force", "JK1", DAY, security, List.of(), money, "accepted");
    }
}
