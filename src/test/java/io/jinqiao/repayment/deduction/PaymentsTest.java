package io.jinqiao.repayment.deduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.repayment.deduction.Payments.Booked;
import io.jinqiao.repayment.deduction.Payments.Deduction;
import io.jinqiao.repayment.deduction.Payments.Row;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of each deduction what the rows that count say was paid with it. */
class PaymentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = DAY.plusDays(1);

    @Test
    void whatARowTellsBeyondTheOneBeforeItWasPaidWithItsSerial() {
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 4_000, "C"), told(2, NEXT, 10_000, "H1"))).containsExactly(6_000L);
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 4_000, "C"), told(2, NEXT, 9_000, "H1"))).containsExactly(5_000L);
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 6_000, "C"))).containsExactly(0L);
    }

    @Test
    void aPaymentThatIsToldAgainIsCountedOnce() {
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 6_000, "H1"), told(2, NEXT, 6_000, "H1"), told(3, NEXT, 13_000, "C"))).containsExactly(6_000L);
    }

    @Test
    void deductionsWithOneSerialAreCountedOneAfterTheOther() {
        List<Deduction> two = List.of(deduction(1, 6_000, "H1", null), deduction(2, 7_000, "H1", null));
        assertThat(counted(two, told(1, DAY, 6_000, "H1"))).containsExactly(6_000L, 0L);
        assertThat(counted(two, told(1, DAY, 6_000, "H1"), told(2, NEXT, 13_000, "H1"))).containsExactly(6_000L, 7_000L);
    }

    @Test
    void aSerialThatWasUsedBeforeTheMoneyCouldBeTakenOrLongAfterIsAnotherPayment() {
        Row before = new Row(1, DAY, 6_000, "H1", DAY.minusDays(1), null);
        Row after = new Row(1, DAY.plusDays(40), 6_000, "H1", DAY.plusDays(40), null);
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), before)).containsExactly(0L);
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), after)).containsExactly(0L);
    }

    @Test
    void aRowWithoutASerialMayBeTheDeductionOfJustItsAmount() {
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 6_000, null))).containsExactly(6_000L);
        assertThat(counted(List.of(deduction(1, 6_000, "H1", null)), told(1, DAY, 6_001, null))).containsExactly(0L);
        List<Deduction> alike = List.of(deduction(1, 6_000, "H1", null), deduction(2, 6_000, "H2", null));
        assertThat(counted(alike, told(1, DAY, 6_000, null))).as("one of them").containsExactly(6_000L, 0L);
    }

    @Test
    void aBankThatTellsOfAnotherPaymentAndOfNoMoreThanADeductionDoesNotCountThat() {
        List<Deduction> one = List.of(deduction(1, 13_000, "H1", new Booked(1, DAY)));
        assertThat(counted(one, ours(1, 13_000, 1))).containsExactly(13_000L);
        assertThat(counted(one, ours(1, 13_000, 1), told(2, NEXT, 13_000, "C"))).containsExactly(0L);
        assertThat(counted(one, ours(1, 13_000, 1), told(2, NEXT, 13_000, "H1"))).containsExactly(13_000L);
        assertThat(counted(one, ours(1, 13_000, 1), told(2, NEXT, 13_000, null))).as("it names none").containsExactly(13_000L);
    }

    @Test
    void ofTwoDeductionsTheOneTheBankNamesCounts() {
        List<Deduction> two = List.of(deduction(1, 13_000, "H1", new Booked(1, DAY)), deduction(2, 13_000, "H2", null));
        assertThat(counted(two, ours(1, 13_000, 1), told(2, NEXT, 13_000, "H2"))).containsExactly(0L, 13_000L);
    }

    @Test
    void aDeductionThatWasBookedIsAmongWhatTheBankTellsOfALaterDayBesideItsOwnPayment() {
        List<Deduction> booked = List.of(deduction(1, 3_000, "H1", new Booked(1, DAY)));
        assertThat(counted(booked, told(2, NEXT, 13_000, "C"))).containsExactly(3_000L);
        assertThat(counted(booked, told(2, NEXT, 3_000, "C"))).as("that is its own payment alone").containsExactly(0L);
        assertThat(counted(List.of(deduction(1, 3_000, "H1", new Booked(3, DAY))), told(2, NEXT, 13_000, "C"))).as("told before").containsExactly(0L);
        assertThat(counted(List.of(deduction(1, 3_000, "H1", null)), told(2, NEXT, 13_000, "C"))).as("never booked").containsExactly(0L);
    }

    private static List<Long> counted(List<Deduction> deductions, Row... rows) {
        return deductions.stream().map(Payments.counted(List.of(rows), deductions)::get).toList();
    }

    private static Deduction deduction(int no, long fen, String serial, @Nullable Booked booked) {
        return new Deduction("R" + no, 1, "M" + no, fen, serial, DAY, DAY, booked);
    }

    private static Row told(long file, LocalDate day, long paid, @Nullable String serial) {
        return new Row(file, day, paid, serial, day, null);
    }

    private static Row ours(long file, long paid, int result) {
        return new Row(file, DAY, paid, "H" + result, DAY, "M" + result);
    }
}
