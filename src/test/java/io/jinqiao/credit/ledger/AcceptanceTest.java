package io.jinqiao.credit.ledger;

import static io.jinqiao.credit.record.Samples.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.Samples;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceTest {
    private static final CreditRecord SEPTEMBER = Samples.account();
    private static final AccountHistory THERE = AccountHistory.none("D1").with(Accepted.of(SEPTEMBER));

    private static List<String> refused(AccountHistory history, CreditRecord record) {
        return Acceptance.of(history, record).stream().map(Finding::rule).toList();
    }

    private static CreditRecord october(String base, String month) {
        CreditRecord.Builder record = SEPTEMBER.change()
                .without("C").without("D").without("E")
                .segment("B", items("RptDate 2026-10-31"))
                .segment("H", items("Month 2026-10, SettDate 2026-10-12, FiveCateAdjDate 2026-10-31"));
        if (!base.isEmpty()) {
            record.segment("B", items(base));
        }
        if (!month.isEmpty()) {
            record.segment("H", items(month));
        }
        return record.build();
    }

    @Test
    void theNextMonthIsAccepted() {
        assertThat(refused(THERE, october("", ""))).isEmpty();
    }

    @Test
    void theFirstReportTellsTheLoanAndTheMonth() {
        assertThat(refused(AccountHistory.none("D1"), SEPTEMBER)).isEmpty();
        assertThat(refused(AccountHistory.none("D1"), october("", ""))).containsExactly("BLR004");
        assertThat(refused(AccountHistory.none("D1"), Samples.recovered())).containsExactly("BLR004");
    }

    @Test
    void anAccountKeepsItsType() {
        assertThat(refused(THERE, october("AcctType R1", ""))).containsExactly("BLR019");
    }

    @Test
    void nothingFollowsAClosedOrAHandedOverAccount() {
        AccountHistory closed = THERE.with(new Accepted(LocalDate.of(2026, 10, 1), "20", YearMonth.of(2026, 10), LocalDate.of(2026, 9, 30), true, java.util.Set.of()));
        assertThat(refused(closed, october("", ""))).containsExactly("BLR020");
        assertThat(refused(THERE.handedOver(), october("", ""))).containsExactly("BLR025");
    }

    @Test
    void aClosingRecordIsNotOlderThanWhatIsThere() {
        CreditRecord closing = october("RptDate 2026-09-29, RptDateCode 20", "Month 2026-08, SettDate 2026-08-12, FiveCateAdjDate 2026-09-01, AcctStatus 3");
        assertThat(refused(THERE, closing)).containsExactly("BLR021");
    }

    @Test
    void aMonthIsReplacedOnlyByANewerReportOfIt() {
        assertThat(refused(THERE, SEPTEMBER)).containsExactlyInAnyOrder("ABR004", "BLR027");
        assertThat(refused(THERE, october("RptDate 2026-09-29", "Month 2026-09, FiveCateAdjDate 2026-09-01"))).containsExactly("BLR027");
        assertThat(refused(THERE, october("RptDate 2026-10-01", "Month 2026-09, FiveCateAdjDate 2026-10-01"))).isEmpty();
    }

    @Test
    void anOlderMonthMayStillComeWhileTheAccountIsOpen() {
        assertThat(refused(THERE, october("RptDate 2026-09-01", "Month 2026-08, SettDate 2026-08-12, FiveCateAdjDate 2026-08-31"))).isEmpty();
    }

    @Test
    void theDayOfTheJudgementNeverGoesBack() {
        assertThat(refused(THERE, october("", "FiveCateAdjDate 2026-09-29"))).containsExactly("BLR022");
        assertThat(refused(THERE, october("RptDate 2026-09-01", "Month 2026-08, SettDate 2026-08-12, FiveCateAdjDate 2026-10-01"))).containsExactly("BLR022");
    }

    @Test
    void aSpecialTransactionIsToldOnce() {
        CreditRecord with = october("", "").change().segment("K", items("CagOfTrdNm 1")).row("K", items("ChanTranType 4, TranDate 2026-10-05, TranAmt 100, DueTranMon 0, DetInfo")).build();
        AccountHistory later = THERE.with(Accepted.of(with));
        CreditRecord again = with.change().segment("B", items("RptDate 2026-11-30")).segment("H", items("Month 2026-11, SettDate 2026-11-12, FiveCateAdjDate 2026-11-30")).build();
        assertThat(refused(THERE, with)).isEmpty();
        assertThat(refused(later, again)).containsExactly("BLR023");
    }

    @Test
    void arrearsAreNotToldAsRecoveredOnTheDayOfASpecialTransaction() {
        AccountHistory special = THERE.with(new Accepted(LocalDate.of(2026, 10, 20), "30", YearMonth.of(2026, 10), LocalDate.of(2026, 10, 20), false, java.util.Set.of("4 2026-10-20")));
        CreditRecord recovered = Samples.recovered().change().segment("B", items("RptDate 2026-10-20")).segment("J", items("LatRpyDate 2026-10-20, FiveCateAdjDate 2026-10-20")).build();
        assertThat(refused(special, recovered)).containsExactly("BLR028");
        assertThat(refused(THERE, recovered)).isEmpty();
    }

    @Test
    void handingOverFollowsTheLastMonthOfAnOpenAccount() {
        LocalDate day = LocalDate.of(2026, 10, 15);
        assertThat(Acceptance.ofHandingOver(THERE, YearMonth.of(2026, 10), day)).isEmpty();
        assertThat(Acceptance.ofHandingOver(THERE, YearMonth.of(2026, 11), day)).hasSize(1);
        assertThat(Acceptance.ofHandingOver(THERE, YearMonth.of(2026, 10), LocalDate.of(2026, 9, 30))).hasSize(1);
        assertThat(Acceptance.ofHandingOver(THERE.handedOver(), YearMonth.of(2026, 10), day)).hasSize(1);
        assertThat(Acceptance.ofHandingOver(AccountHistory.none("D1"), YearMonth.of(2026, 10), day)).hasSize(1);
    }
}
