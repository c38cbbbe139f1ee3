package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Withholding something is never better than delivering it. */
class WithheldTest extends WithAssessors {
    private static void paid(String day, int loans) {
        here.facts("repayment_fact_receipt", loans, "{'partner': 'bank-a', 'account_no': 'G#', 'accounting_date': '" + day + "', 'interest_fen': 100, 'penalty_fen': 0, 'message_id': 'M" + day + "'}");
    }

    @Test
    void aBookThatNeverCameIsOneInWhichNothingMatchedOnTheDayItWasDue() {
        paid("2026-06-26", 40);
        paid("2026-07-10", 50);
        paid("2026-07-13", 60);
        paid("2026-07-14", 70);
        paid("2026-09-28", 80);
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-07-13', 'state': 'matched', 'items': 60}");
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-07-14', 'state': 'waiting', 'items': 0}");
        here.freeze();
        assertThat(cases("reconciliation"))
                .as("that of 28 September is due in October; one that waits for its parts is not here")
                .containsExactly(
                        "2026-06-26 2026-07-03 {40,0} t no book of 2026-06-26 by 2026-07-03, 40 loans paid", "2026-07-10 2026-07-17 {50,0} t no book of 2026-07-10 by 2026-07-17, 50 loans paid",
                        "2026-07-13 2026-07-20 {60,60} f 0 of 60 differ", "2026-07-14 2026-07-21 {70,0} t no book of 2026-07-14 by 2026-07-21, 70 loans paid");
        assertThat(here.line("message_ids", "assessment_fact_case WHERE measure = 'reconciliation' AND case_no = '2026-07-10'")).isEqualTo("{M2026-07-10}");
        here.freezeNext();
        assertThat(here.line("case_no, on_day", "assessment_fact_case WHERE measure = 'reconciliation' AND period_no LIKE '%1231'")).as("once").isEqualTo("2026-09-28 2026-10-07");
    }

    @Test
    void withholdingBooksCostsAsMuchAsBooksInWhichNothingIsRight() {
        WorkedExample.happens(here);
        here.jdbc.sql("DELETE FROM repayment_fact_day").update();
        paid("2026-08-03", 600);
        here.freeze();
        assertThat(here.line("state, points", "assessment_fact_indicator WHERE indicator = 'D1'")).isEqualTo("graded 0.00");
    }

    @Test
    void aDifferenceThatIsTheCentresIsOnNeitherSideSoThatTellingWhatNoBookHasEarnsNothing() {
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-08-03', 'state': 'explained', 'items': 1000}");
        here.facts("repayment_fact_difference", 4, "{'partner': 'bank-a', 'day': '2026-08-03', 'difference_no': 'D#', 'owner': 'bank'}");
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '2026-08-04', 'state': 'differs', 'items': 9000}");
        here.facts("repayment_fact_difference", 9000, "{'partner': 'bank-a', 'day': '2026-08-04', 'difference_no': 'C#', 'owner': 'centre', 'type': 'missing-at-centre'}");
        here.freeze();
        assertThat(cases("reconciliation"))
                .containsExactly("2026-08-03 2026-08-10 {1000,996} t 4 of 1000 differ", "2026-08-04 2026-08-11 {0,0} f 0 of 0 differ, 9000 more are the centre's");
        assertThat(here.line("value", "assessment_fact_indicator WHERE indicator = 'D1'")).isEqualTo("99.6000");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-10T08:00:00Z, partner.refused, not-payable, 'due 2026-08-10, failed'", "2026-08-11T01:00:00Z, partner.refused, '', 'due 2026-08-10, failed, told late'",
        "2026-08-04T01:00:00Z, field.missing gateway.busy, '', 'due 2026-08-10, failed, the bank could not'", "2026-08-04T01:00:00Z, operation.not_in_service, '', 'due 2026-08-10, failed, the bank could not'"
    })
    void aPaymentThatFailedCountsWhenItWasToldLateOrTheBankCouldNot(String known, String codes, String excluded, String remark) {
        here.fact("loan_fact_disbursement", "{'partner': 'bank-a', 'instruction_no': 'F1', 'instructed_at': '2026-08-03T02:00:00Z', 'requested_on': '2026-08-03', 'outcome': 'failed', 'message_id': 'P',"
                + " 'refused': '" + codes + "', 'known_at': '" + known + "'}");
        here.freeze();
        assertThat(cases("disbursement")).containsExactly(("F1 2026-08-10 {1,0} " + (excluded.isEmpty() ? "t " : "f " + excluded + " ") + remark));
    }

    @Test
    void whatARegistryAskedForLeavesItsRowWhateverBecameOfTheCase() {
        for (String no : List.of("DJ1", "DJ2", "DJ3", "DJ4")) {
            here.fact("mortgage_fact_case", "{'case_no': '" + no + "', 'bank': 'bank-a', 'application_no': 'DK1', 'state': 'rejected', 'state_at': '2026-09-20T01:00:00Z'}");
            told(1, no, "supplement", "2026-08-03T01:00:00Z");
        }
        told(2, "DJ1", "rejected", "2026-09-20T01:00:00Z");
        told(2, "DJ2", "rejected", "2026-08-05T01:00:00Z");
        told(2, "DJ3", "accepted", "2026-08-05T01:00:00Z");
        told(3, "DJ4", "supplement", "2026-08-03T01:00:30Z");
        here.fact("mortgage_fact_supplement", "{'case_no': 'DJ4', 'asked_for_at': '2026-08-03T01:00:00Z', 'message_id': 'SU', 'handed_in_at': '2026-08-10T02:00:00Z'}");
        here.freeze();
        assertThat(cases("mortgage"))
                .containsExactly(
                        "DJ1/2026-08-03 2026-08-10 {1,0} t asked 2026-08-03, due 2026-08-10, nothing handed in, rejected 2026-09-20",
                        "DJ2/2026-08-03 2026-08-10 {1,0} f rejected-before-due asked 2026-08-03, due 2026-08-10, nothing handed in, rejected 2026-08-05",
                        "DJ3/2026-08-03 2026-08-10 {1,0} f not-needed asked 2026-08-03, due 2026-08-10, nothing handed in, accepted 2026-08-05",
                        "DJ4/2026-08-03 2026-08-10 {1,1} f asked 2026-08-03, due 2026-08-10, handed in 2026-08-10");
    }

    @Test
    void whatIsAskedForTwiceOnADayIsTwoRows() {
        here.fact("mortgage_fact_case", "{'case_no': 'DJ1', 'bank': 'bank-a', 'application_no': 'DK1', 'state': 'accepted', 'state_at': '2026-08-20T01:00:00Z'}");
        told(1, "DJ1", "supplement", "2026-08-03T01:00:00Z");
        told(2, "DJ1", "accepted", "2026-08-03T03:00:00Z");
        told(3, "DJ1", "supplement", "2026-08-03T05:00:00Z");
        here.fact("mortgage_fact_supplement", "{'case_no': 'DJ1', 'asked_for_at': '2026-08-03T01:00:00Z', 'message_id': 'SU', 'handed_in_at': '2026-08-03T02:00:00Z'}");
        here.freeze();
        assertThat(here.lines("case_no, amounts", "assessment_fact_case WHERE measure = 'mortgage' ORDER BY case_no")).containsExactly("DJ1/2026-08-03 {1,1}", "DJ1/2026-08-03/2 {1,0}");
    }

    private static void told(int id, String caseNo, String word, String at) {
        here.fact("mortgage_fact_told", "{'id': " + id + ", 'case_no': '" + caseNo + "', 'kind': 'state', 'word': '" + word + "', 'message_id': 'T" + caseNo + id + "', 'happened_at': '" + at + "'}");
    }

    @Test
    void anApplicationWithdrawnBeforeADecisionIsSeenAndOneThatWasSentBackBeforeCounts() {
        String loan = "'partner': 'bank-a', 'accepted_on': '2026-07-06', 'accepted_at': '2026-07-06T02:00:00Z'}";
        String event = "'partner': 'bank-a', 'at': '2026-07-1";
        for (int n = 1; n <= 2; n++) {
            here.fact("loan_fact_loan", "{'acceptance_no': 'A" + n + "', 'application_no': 'DK" + n + "', 'message_id': 'APP" + n + "', " + loan);
            here.fact("loan_fact_event", "{'acceptance_no': 'A" + n + "', 'subject': 'DK" + n + "', 'type': 'withdrawn', 'id': 9, 'message_id': 'W" + n + "', " + event + "5T02:00:00Z'}");
        }
        here.fact("loan_fact_event", "{'acceptance_no': 'A2', 'subject': 'DK2', 'type': 'returned', 'id': 2, 'message_id': 'R2', " + event + "0T02:00:00Z'}");
        here.freeze();
        assertThat(cases("application")).containsExactly("DK1 2026-07-15 {1,0} f withdrawn before a decision", "DK2 2026-07-10 {1,0} t returned");
        assertThat(here.line("message_ids", "assessment_fact_case WHERE case_no = 'DK1' AND measure = 'application'")).isEqualTo("{APP1,W1}");
    }

    @Test
    void aRequestIsOneRowHoweverOftenSomethingIsHandedInForIt() {
        for (String no : List.of("DJ1", "DJ2")) {
            here.fact("mortgage_fact_case", "{'case_no': '" + no + "', 'bank': 'bank-a', 'application_no': 'DK1', 'state': 'accepted', 'state_at': '2026-08-20T01:00:00Z'}");
        }
        String asked = "'asked_for_at': '2026-08-03T01:00:00Z', 'handed_in_at': '2026-08-0";
        here.facts("mortgage_fact_supplement", 5, "{'case_no': 'DJ1', 'state': 'taken', 'message_id': 'S#', " + asked + "#T02:00:00Z'}");
        here.fact("mortgage_fact_supplement", "{'case_no': 'DJ2', 'state': 'refused', 'message_id': 'R', " + asked + "4T02:00:00Z'}");
        here.freeze();
        assertThat(cases("mortgage"))
                .containsExactly(
                        "DJ1/2026-08-03 2026-08-10 {1,1} f asked 2026-08-03, due 2026-08-10, handed in 2026-08-01", "DJ2/2026-08-03 2026-08-10 {1,0} t asked 2026-08-03, due 2026-08-10, what was handed in was not taken");
    }

    @Test
    void theDaysToHandSomethingInRunFromWhenItWasHeardOfHere() {
        here.fact("mortgage_fact_case", "{'case_no': 'DJ1', 'bank': 'bank-a', 'application_no': 'DK1', 'state': 'accepted', 'state_at': '2026-08-20T01:00:00Z'}");
        here.fact("mortgage_fact_told", "{'id': 1, 'case_no': 'DJ1', 'kind': 'state', 'word': 'supplement', 'message_id': 'T1', 'happened_at': '2026-08-03T01:00:00Z', 'heard_at': '2026-08-06T01:00:00Z'}");
        here.fact("mortgage_fact_supplement", "{'case_no': 'DJ1', 'asked_for_at': '2026-08-03T01:00:00Z', 'message_id': 'SU', 'handed_in_at': '2026-08-13T02:00:00Z'}");
        here.freeze();
        assertThat(cases("mortgage")).containsExactly("DJ1/2026-08-03 2026-08-13 {1,1} f asked 2026-08-03, heard of 2026-08-06, due 2026-08-13, handed in 2026-08-13");
    }
}
