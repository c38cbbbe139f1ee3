package io.jinqiao.credit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdverseGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Notice TOLD = new Notice.Delivered(Channel.LETTER, DAY.minusDays(9), DAY.minusDays(5));
    private static final Notice DUE = new Notice.Due(0, DAY.minusDays(9));

    private static Duties duties(Side notifier, String agreement, boolean once) {
        return new Duties(Side.CENTRE, notifier, Side.CENTRE, agreement, new Duties.NoticeTerms(List.of(Channel.LETTER), Duties.Suffices.DELIVERY, 10, once));
    }

    private static final Duties OURS = duties(Side.CENTRE, null, false);

    @Test
    void waitsForEverybodyWhoMustPayNotTheBorrowerAlone() {
        List<AdverseGate.Hold> holds = AdverseGate.holds(false, false, OURS, Map.of("borrower", TOLD, "guarantor", DUE), DAY);
        assertThat(holds).extracting(AdverseGate.Hold::person).containsExactly("guarantor");
        assertThat(AdverseGate.holds(false, false, OURS, Map.of("borrower", TOLD, "guarantor", TOLD), DAY)).isEmpty();
    }

    @Test
    void staysClosedWhenNobodyIsOnFile() {
        assertThat(AdverseGate.holds(false, false, OURS, Map.of(), DAY)).hasSize(1);
    }

    @Test
    void onlyTheFirstAdverseRecordOfAnEpisodeWaits() {
        assertThat(AdverseGate.holds(true, false, OURS, Map.of("borrower", DUE), DAY)).isEmpty();
        assertThat(AdverseGate.holds(false, true, OURS, Map.of("borrower", DUE), DAY)).hasSize(1);
        assertThat(AdverseGate.holds(false, true, duties(Side.CENTRE, null, true), Map.of("borrower", DUE), DAY)).isEmpty();
    }

    @Test
    void theBankIsBelievedToTellThemOnlyWithAnAgreement() {
        assertThat(AdverseGate.holds(false, false, duties(Side.BANK, "协2026-1", false), Map.of("borrower", DUE), DAY)).isEmpty();
        assertThat(AdverseGate.holds(false, false, duties(Side.BANK, null, false), Map.of("borrower", DUE), DAY)).hasSize(1);
    }
}
