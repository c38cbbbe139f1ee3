package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not told of a loan, and what somebody else pays for its borrower, is never better than arrears that were told. */
class HiddenArrearsTest extends WithAssessors {
    private static final String LOAN = "'partner': 'bank-a', 'from_on': '2026-01-10', 'until': 'infinity', 'overdue': 0, 'balance_fen': 10, 'message_id': 'M', ";
    private static void untold(String account, String due, String from, String until) {
        here.fact("repayment_fact_untold", "{'partner': 'bank-a', 'account_no': '" + account + "', 'due_on': '" + due + "', 'from_on': '" + from + "', 'until': '" + until + "', 'message_id': 'MH'}");
    }

    @Test
    void anInstalmentThatIsNeverToldWhileALaterOneIsCountsAsLateUntilItIsTold() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'next_due': '2027-01-10', " + LOAN + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A2', 'next_due': '2027-01-10', " + LOAN + "'application_no': null}");
        untold("A1", "2026-05-10", "2026-06-10", "2026-08-01");
        untold("A2", "2026-05-10", "2026-08-10", "infinity");
        untold("A2", "2026-06-10", "2026-08-10", "infinity");
        untold("A2", "2026-07-10", "2026-08-10", "infinity");
        here.freeze();
        assertThat(cases("loan"))
                .containsExactly(
                        "A1 2026-09-30 {920,310,0,1,0} t 0 days late, 31 days nothing told of an instalment", "A2 2026-09-30 {920,0,520,1,0} t 0 days late, 52 days nothing told of an instalment");
    }

    @Test
    void aLoanOfWhichNothingIsToldForAMonthIsNotCuredAndNobodyWasContacted() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'next_due': '2026-07-10', " + LOAN + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A2', 'next_due': '2027-01-10', " + LOAN + "'application_no': null}");
        untold("A2", "2026-07-20", "2026-08-10", "infinity");
        here.freeze();
        assertThat(cases("cure"))
                .containsExactly(
                        "A1/2026-07-10 2026-08-10 {1,0} t nothing told of 2026-07-10 by 2026-08-10", "A2/2026-07-20 2026-08-20 {1,0} t nothing told of 2026-07-20 by 2026-08-20");
        assertThat(here.lines("case_no, amounts", "assessment_fact_case WHERE measure = 'contact' ORDER BY case_no"))
                .as("one for each instalment: nobody could be told to do anything").containsExactly("A1/2026-07-10 {1,0}", "A1/2026-08-10 {1,0}", "A2/2026-07-20 {1,0}");
        here.freezeNext();
        assertThat(here.lines("case_no", "assessment_fact_case WHERE measure = 'cure' AND period_no LIKE '%1231'")).as("late for the first time only once").isEmpty();
    }

    @Test
    void arrearsThatHaveTheirCaseAreNotCountedASecondTimeForTheSilence() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'next_due': '2026-07-10', " + LOAN + "'application_no': null}");
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'partner': 'bank-a', 'account_no': 'A1', 'overdue_since': '2026-07-10', 'opened_on': '2026-08-15', 'opened_at': '2026-08-15T02:00:00Z', 'state': 'collecting'}");
        here.freeze();
        assertThat(here.lines("case_no, reference", "assessment_fact_case WHERE measure = 'cure'")).containsExactly("A1/2026-07-10 C1");
    }

    @Test
    void tellingNothingOfLateLoansIsNeverBetterThanTellingThem() {
        WorkedExample.happens(here);
        here.jdbc.sql("UPDATE repayment_fact_stretch SET overdue = 0, oldest_due = NULL, next_due = '2026-06-20' WHERE account_no LIKE 'L%' OR account_no = 'V1'").update();
        here.jdbc.sql("DELETE FROM repayment_fact_case WHERE case_no LIKE 'CX%'").update();
        here.jdbc.sql("DELETE FROM repayment_fact_order WHERE order_no LIKE 'CT%'").update();
        here.freeze();
        assertThat(here.line("total < 80.86", "assessment_fact_period")).isEqualTo("t");
        assertThat(here.lines("indicator, points", "assessment_fact_indicator WHERE indicator IN ('O3', 'O4') ORDER BY 1")).as("7.43 and 4.25 when they were told").allMatch(line -> Double.parseDouble(line.substring(3)) < (line.startsWith("O3") ? 7.43 : 4.25));
    }

    @Test
    void whatTheBankOrTheDeveloperPaysForABorrowerLeavesTheLoanAsLateAsItWas() {
        for (String account : List.of("A1", "A2")) {
            here.fact("repayment_fact_stretch", "{'account_no': '" + account + "', 'next_due': '2027-01-10', " + LOAN + "'application_no': null}");
            here.fact("repayment_fact_paid_for", "{'partner': 'bank-a', 'account_no': '" + account + "', 'due_on': '2026-07-20', 'from_on': '2026-07-25', 'until': '2026-08-20', 'message_id': 'MP'}");
        }
        for (String due : List.of("2026-05-20", "2026-06-20")) {
            here.fact("repayment_fact_paid_for", "{'partner': 'bank-a', 'account_no': 'A2', 'due_on': '" + due + "', 'from_on': '2026-07-01', 'until': '2026-08-20', 'message_id': 'MP'}");
        }
        here.freeze();
        assertThat(cases("loan"))
                .as("until the borrower pays an instalment himself")
                .containsExactly("A1 2026-09-30 {920,260,0,1,0} t 0 days late, 26 days paid for by somebody else", "A2 2026-09-30 {920,240,260,1,0} t 0 days late, 50 days paid for by somebody else");
        assertThat(here.line("message_ids", "assessment_fact_case WHERE case_no = 'A1'")).isEqualTo("{M,MP}");
    }
}
