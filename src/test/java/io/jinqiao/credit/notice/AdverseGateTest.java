package io.jinqiao.credit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.Side;
import io.jinqiao.credit.notice.AdverseGate.Arrears;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdverseGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Notice TOLD = new Notice.Delivered(Channel.LETTER, DAY.minusDays(9), DAY.minusDays(5));
    private static final Notice DUE = new Notice.Due(0, DAY.minusDays(9));

    private static Duties duties(Side notifier, String agreement, boolean once) {
        return new Duties(Side.CENTRE, notifier, Side.CENTRE, agreement, new Duties.NoticeTerms(List.of(Channel.LETTER), Duties.Suffices.DELIVERY, 10, once));
    }

    private static final Duties OURS = duties(Side.CENTRE, null, false);

    private static final LocalDate FELL_DUE = LocalDate.of(2026, 9, 12);
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final LocalDate SEPTEMBER = FELL_DUE.withDayOfMonth(1);
    private static final List<String> TWO = List.of("borrower", "guarantor");
    private static final Map<String, Notice> BOTH = Map.of("borrower", TOLD, "guarantor", TOLD);
    private static final Map<String, Notice> NOBODY = Map.of("borrower", DUE, "guarantor", DUE);

    private static Arrears first(LocalDate since) {
        return new Arrears(since, END, false);
    }

    private static Arrears reported(LocalDate since) {
        return new Arrears(since, END, true);
    }

    private static SortedMap<LocalDate, Map<String, Notice>> of(LocalDate episode, Map<String, Notice> notices) {
        return new TreeMap<>(Map.of(episode, notices));
    }

    private static List<String> waiting(Arrears arrears, SortedMap<LocalDate, Map<String, Notice>> notices, Duties duties) {
        return AdverseGate.holds(TWO, arrears, notices, duties, DAY).stream().map(AdverseGate.Hold::person).toList();
    }

    @Test
    void waitsForEverybodyWhoMustPayNotTheBorrowerAlone() {
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER, Map.of("borrower", TOLD, "guarantor", DUE)), OURS)).containsExactly("guarantor");
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER, Map.of("borrower", TOLD)), OURS)).containsExactly("guarantor");
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER, BOTH), OURS)).isEmpty();
    }

    @Test
    void staysClosedWhenNobodyIsOnFile() {
        assertThat(AdverseGate.holds(List.of(), first(FELL_DUE), new TreeMap<>(), OURS, DAY)).hasSize(1);
    }

    @Test
    void noNoticeOfOtherArrearsCounts() {
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER.minusMonths(1), BOTH), OURS)).as("older ones").containsExactlyElementsOf(TWO);
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER.plusMonths(2), BOTH), OURS)).as("later ones").containsExactlyElementsOf(TWO);
    }

    @Test
    void noticesOfALaterInstalmentOfTheSameArrearsCount() {
        assertThat(AdverseGate.episode(first(FELL_DUE), of(SEPTEMBER.plusMonths(1), BOTH))).isEqualTo(SEPTEMBER.plusMonths(1));
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER.plusMonths(1), BOTH), OURS)).isEmpty();
    }

    @Test
    void anEpisodeGoesOnWhenItsOldestInstalmentIsPaidAfterTheNextWasReported() {
        LocalDate next = FELL_DUE.plusMonths(1);
        assertThat(AdverseGate.episode(reported(next), of(SEPTEMBER, BOTH))).isEqualTo(SEPTEMBER);
        assertThat(waiting(reported(next), of(SEPTEMBER, BOTH), OURS)).isEmpty();
        assertThat(AdverseGate.episode(first(next), of(SEPTEMBER, BOTH))).isEqualTo(next.withDayOfMonth(1));
    }

    @Test
    void whoJoinsAnEpisodeThatWasReportedIsTold() {
        assertThat(waiting(reported(FELL_DUE), of(SEPTEMBER, Map.of("borrower", TOLD)), OURS)).containsExactly("guarantor");
    }

    @Test
    void whatWasReportedWithoutNoticesFromHereWasToldByTheBank() {
        assertThat(waiting(reported(FELL_DUE), new TreeMap<>(), OURS)).isEmpty();
        assertThat(waiting(reported(FELL_DUE), of(SEPTEMBER, NOBODY), OURS)).isEmpty();
        assertThat(waiting(reported(FELL_DUE), of(SEPTEMBER.minusMonths(5), NOBODY), OURS)).isEmpty();
    }

    @Test
    void oneNoticeHoldsForLaterEpisodesWhereItIsAgreedForWhoeverGotIt() {
        Duties once = duties(Side.CENTRE, null, true);
        SortedMap<LocalDate, Map<String, Notice>> notices = of(SEPTEMBER.minusMonths(5), Map.of("borrower", TOLD));
        assertThat(waiting(first(FELL_DUE), notices, once)).containsExactly("guarantor");
        assertThat(waiting(first(FELL_DUE), notices, OURS)).containsExactlyElementsOf(TWO);
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER.plusMonths(2), BOTH), once)).as("a later one").containsExactlyElementsOf(TWO);
        assertThat(waiting(first(FELL_DUE), of(SEPTEMBER.minusMonths(5), NOBODY), once)).containsExactlyElementsOf(TWO);
    }

    @Test
    void theBankIsBelievedToTellThemOnlyWithAnAgreement() {
        assertThat(waiting(first(FELL_DUE), new TreeMap<>(), duties(Side.BANK, "协2026-1", false))).isEmpty();
        assertThat(waiting(first(FELL_DUE), new TreeMap<>(), duties(Side.BANK, null, false))).containsExactlyElementsOf(TWO);
    }
}
