package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.EnterDowntime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody freezes a period decides nothing of its score. */
class ClosingTest extends WithAssessors {
    private static void paid(String day) {
        here.facts("repayment_fact_receipt", 80, "{'partner': 'bank-a', 'account_no': 'G#', 'accounting_date': '" + day + "', 'interest_fen': 100, 'penalty_fen': 0, 'message_id': 'R'}");
    }

    private static void book(String day) {
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '" + day + "', 'state': 'matched', 'items': 80}");
    }

    private static List<String> books(String period) {
        return here.lines("case_no, on_day, amounts", "assessment_fact_case WHERE measure = 'reconciliation' AND period_no LIKE '%" + period + "' ORDER BY case_no");
    }

    @Test
    void aPeriodIsFrozenAfterTheDaysInWhichWhatBelongsToItMayStillCome() {
        here.at("2026-09-30T16:10:00Z");
        assertThat(why(here::freeze)).as("ten minutes into the next day").contains("2026-10-07 >= 2026-10-01");
        here.at("2026-10-07T15:59:00Z");
        assertThat(why(here::freeze)).as("three working days after a holiday").contains("2026-10-07 >= 2026-10-07");
        here.at("2026-10-07T16:00:00Z");
        here.freeze();
        assertThat(here.line("state", "assessment_fact_period")).isEqualTo("frozen");
    }

    @Test
    void aBookCountsOnTheDayItIsDueWhicheverDayItCame() {
        paid("2026-09-21");
        paid("2026-09-28");
        paid("2026-09-30");
        book("2026-09-21");
        book("2026-09-28");
        here.freeze();
        assertThat(books("0930")).as("that of the 28th is here already, and is due in October as that of the 30th is").containsExactly("2026-09-21 2026-09-28 {80,80}");
        here.freezeNext();
        assertThat(books("1231")).as("each once").containsExactly("2026-09-28 2026-10-07 {80,80}", "2026-09-30 2026-10-09 {80,0}");
    }

    @Test
    void whatWaitsForItsSecondPersonIsNamedAndHoldsTheFreezingUp() {
        here.at("2026-08-02T02:00:00Z");
        long down = here.in(() -> here.desk.enter(new EnterDowntime(Assessors.BANK, Instant.parse("2026-08-10T01:00:00Z"), Instant.parse("2026-08-10T02:00:00Z"), "announced", "anna")));
        here.at("2026-10-09T02:00:00Z");
        assertThat(why(here::freeze)).contains("downtime " + down + ", bank");
        here.run(() -> here.desk.answerDowntime(down, false, "bert"));
        here.freeze();
        assertThat(here.line("state", "assessment_fact_period")).isEqualTo("frozen");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-30T01:00:00Z, 2026-06-30T03:00:00Z", "2026-10-05T01:00:00Z, 2026-10-05T03:00:00Z"})
    void aDowntimeBesideThePeriodThatMayGiveItsDaysBackHoldsTheFreezingUpToo(Instant from, Instant until) {
        here.fact("loan_fact_disbursement", "{'partner': 'bank-a', 'instruction_no': 'F1', 'instructed_at': '2026-06-29T02:00:00Z', 'requested_on': '2026-06-29', 'outcome': 'paid', 'disbursed_on': '2026-07-07',"
                + " 'message_id': 'P'}");
        long down = here.in(() -> here.desk.enter(new EnterDowntime(null, from, until, "power", "anna")));
        assertThat(why(here::freeze)).contains("downtime " + down + ", centre");
        here.run(() -> here.desk.answerDowntime(down, true, "bert"));
        here.freeze();
        assertThat(here.line("short", "assessment_fact_case WHERE measure = 'disbursement'")).isEqualTo(from.isBefore(Instant.parse("2026-07-01T00:00:00Z")) ? "f" : "t");
    }

    @Test
    void daysThatWereGivenBackArePartOfTheClosingDays() {
        here.jdbc.sql("INSERT INTO assessment_alive VALUES ('2026-07-01', '2026-09-28T16:00:00Z'), ('2026-09-30T08:00:00Z', '2026-10-09')").update();
        here.fact("repayment_fact_order", "{'partner': 'bank-a', 'order_no': 'O1', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'state': 'done', 'ordered_at': '2026-09-28T02:00:00Z', 'due_on': '2026-09-30',"
                + " 'record_no': 'R1', 'done_in_time': false, 'filed_late': false, 'message_id': 'X'}");
        here.fact("repayment_fact_record", "{'partner': 'bank-a', 'record_no': 'R1', 'order_no': 'O1', 'done_at': '2026-10-06T02:00:00Z', 'told_at': '2026-10-08T03:00:00Z', 'file_by': '2026-10-08', 'message_id': 'Y'}");
        here.at("2026-10-07T16:00:00Z");
        assertThat(why(here::freeze)).as("the record may come on the eighth").contains("2026-10-09 >= 2026-10-08");
        here.at("2026-10-09T16:00:00Z");
        here.freeze();
        assertThat(here.line("short", "assessment_fact_case WHERE measure = 'contact'")).isEqualTo("f");
    }

    @Test
    void aLoanThatOnePersonSaidIsInNobodysHandsHoldsTheFreezingUp() {
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'partner': 'bank-a', 'account_no': 'A1', 'overdue_since': '2026-06-20', 'opened_on': '2026-06-21', 'opened_at': '2026-06-21T02:00:00Z', 'state': 'collecting'}");
        here.fact("repayment_fact_exclusion", "{'number': 7, 'case_no': 'C1', 'partner': 'bank-a', 'exclusion': 'litigation', 'proposed_at': '2026-07-01T02:00:00Z'}");
        assertThat(why(here::freeze)).contains("exclusion 7, A1");
        here.jdbc.sql("UPDATE repayment_fact_exclusion SET confirmed = false, answered_at = '2026-10-08T02:00:00Z'").update();
        here.freeze();
        assertThat(here.line("state", "assessment_fact_period")).isEqualTo("frozen");
    }
}
