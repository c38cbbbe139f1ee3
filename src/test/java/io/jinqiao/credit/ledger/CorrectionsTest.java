package io.jinqiao.credit.ledger;

import static io.jinqiao.credit.record.Samples.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
    private static final AccountHistory THERE = AccountHistory.none("D1").with(Accepted.of(Samples.account()));
    private static final AccountHistory TWO_MONTHS = THERE.with(Accepted.of(Samples.account().change()
            .segment("B", items("RptDate 2026-10-31"))
            .segment("H", items("Month 2026-10, SettDate 2026-10-12, FiveCateAdjDate 2026-10-31"))
            .build()));

    private static List<String> refused(AccountHistory history, CreditRecord record) {
        return Corrections.of(history, record).stream().map(Finding::rule).toList();
    }

    @Test
    void theLatestVersionOfAMonthIsCorrected() {
        assertThat(refused(THERE, Samples.correction())).isEmpty();
        assertThat(refused(TWO_MONTHS, Samples.correction())).isEmpty();
        assertThat(refused(THERE, Samples.correction().change().segment("BS", items("RptDate 2026-09-29")).build())).containsExactly("BMR008");
        assertThat(refused(THERE, Samples.correction().change().segment("H", items("Month 2026-08")).build())).containsExactly("BMR008");
    }

    @Test
    void thereMustBeAnAccount() {
        assertThat(refused(AccountHistory.none("D1"), Samples.correction())).containsExactly("BMR001");
    }

    @Test
    void aMonthDoesNotBecomeTheLastWhenOthersFollow() {
        CreditRecord closed = Samples.correction().change().segment("H", items("AcctStatus 3")).build();
        assertThat(refused(THERE, closed)).isEmpty();
        assertThat(refused(TWO_MONTHS, closed)).containsExactly("BMR010");
    }

    @Test
    void theDayOfTheJudgementKeepsItsPlace() {
        assertThat(refused(TWO_MONTHS, Samples.correction().change().segment("H", items("FiveCateAdjDate 2026-11-01")).build())).containsExactly("BMR011");
        assertThat(refused(THERE, Samples.correction().change().segment("H", items("FiveCateAdjDate 2026-11-01")).build())).isEmpty();
    }

    @Test
    void theJudgementOfTheMonthItselfDoesNotCountAgainstItsCorrection() {
        assertThat(refused(TWO_MONTHS, Samples.correction().change().segment("H", items("FiveCateAdjDate 2026-09-01")).build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            B, 2026-10-31, ''
            B, 2026-09-30, BMR002
            B, 2026-11-01, BMR002
            D, 2026-10-31, ''
            D, 2026-11-01, ''
            D, 2026-09-30, BMR002
            K, 2026-09-30, ''
            K, 2026-11-01, ''
            K, 2026-10-15, BMR002""")
    void otherSegmentsAreCorrectedWithTheDayTheyAskFor(String mark, String day, String expected) {
        CreditRecord record = Samples.correction().change().without("H").segment("BS", items("MdfcSgmtCode " + mark + ", RptDate " + day)).build();
        assertThat(refused(TWO_MONTHS, record)).containsExactly(expected.isEmpty() ? new String[0] : new String[] {expected});
    }
}
