package io.jinqiao.repayment.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.repayment.deduction.Overtaken.Made;
import io.jinqiao.repayment.deduction.Payments.Deduction;
import io.jinqiao.repayment.deduction.Payments.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class OvertakenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 21);
    private static final Deduction DEDUCTION = new Deduction("R1-1", 1, "M1", 13_000, "H1", DAY, DAY, null);
    private static final Row SAME = new Row(9, DAY, 13_000, "H1", DAY, null);

    @Test
    void whatTheFileTellsJustSoStays() {
        assertThat(Overtaken.makeRoom(List.of(made(false, false, false, SAME)))).isFalse();
    }

    @Test
    void makesRoomWhileTheBankToldOfNoLaterDay() {
        assertThat(Overtaken.makeRoom(List.of(made(true, false, false, null)))).isTrue();
    }

    @Test
    void staysBeneathALaterDayThatMayKnowOfItWithoutTellingIt() {
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, null)))).isFalse();
    }

    @Test
    void makesRoomBeneathALaterDayThatTellsOfItAsPaid() {
        assertThat(Overtaken.makeRoom(List.of(made(true, true, true, null)))).isTrue();
    }

    @Test
    void makesRoomBeneathALaterDayForItselfAsTheFileTellsIt() {
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, SAME)))).isTrue();
    }

    @Test
    void makesNoRoomBeneathALaterDayForAnotherPaymentOrLessOfItOrOneBeforeItsOrder() {
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, new Row(9, DAY, 13_000, "H2", DAY, null))))).isFalse();
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, new Row(9, DAY, 12_999, "H1", DAY, null))))).isFalse();
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, new Row(9, DAY, 13_000, "H1", DAY.minusDays(1), null))))).isFalse();
    }

    @Test
    void oneThatStaysKeepsTheOthersOfItsLoan() {
        assertThat(Overtaken.makeRoom(List.of(made(true, true, false, SAME), made(true, true, false, null)))).isFalse();
    }

    @Test
    void oneThatBroughtNothingKeepsNobody() {
        assertThat(Overtaken.makeRoom(List.of(new Made(DEDUCTION, 0, true, true, false, null)))).isTrue();
    }

    private static Made made(boolean otherwise, boolean later, boolean within, @Nullable Row told) {
        return new Made(DEDUCTION, 13_000, otherwise, later, within, told);
    }
}
