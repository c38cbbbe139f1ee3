package io.jinqiao.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.Samples;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeletionsTest {
    private static Accepted month(String reported) {
        LocalDate day = LocalDate.parse(reported);
        return new Accepted(day, "30", YearMonth.from(day), day, false, Set.of());
    }

    private static Accepted beside(String reported, String event) {
        return new Accepted(LocalDate.parse(reported), event, null, null, false, Set.of());
    }

    /** August to October, a correction in August, a special event in November. */
    private static final AccountHistory THREE_MONTHS = new AccountHistory(
            "D1", List.of(month("2026-08-31"), month("2026-09-30"), month("2026-10-31"), beside("2026-08-15", "212"), beside("2026-11-10", "215")), false);

    private static List<String> refused(AccountHistory history, String from, String to) {
        return Deletions.ofMonths(history, Samples.flat("213", "InfRecType 213, DelRecCode A, DelSgmtCode H, DelStartDate " + from + ", DelEndDate " + to)).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void thereMustBeAnAccount() {
        assertThat(Deletions.ofAccount(THREE_MONTHS)).isEmpty();
        assertThat(Deletions.ofAccount(AccountHistory.none("D1"))).extracting(Finding::rule).containsExactly("BTE000");
        assertThat(refused(AccountHistory.none("D1"), "2026-08-31", "2026-08-31")).containsExactly("BTE000");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-08-31, 2026-08-31, ''
            2026-08-31, 2026-09-30, ''
            2026-10-31, 2026-11-09, ''
            2026-10-31, 2026-11-10, BSR002
            2026-11-10, 2026-11-10, BSR002 NOTHING
            2026-08-01, 2026-08-30, NOTHING
            2026-09-01, 2026-09-29, NOTHING
            2026-08-31, 2026-10-31, EVERYTHING
            2026-08-01, 2026-11-30, BSR002 EVERYTHING
            2026-09-30, '', BSR002
            '', 2026-09-30, ''
            '', 2026-10-31, EVERYTHING
            '', 2026-08-30, NOTHING""")
    void monthsAreDeletedByTheDaysTheyWereReportedOnSomeOfThemAndNoSpecialEvent(String from, String to, String expected) {
        assertThat(refused(THREE_MONTHS, from, to)).containsExactlyElementsOf(expected.isEmpty() ? List.of() : Arrays.asList(expected.split(" ")));
    }
}
