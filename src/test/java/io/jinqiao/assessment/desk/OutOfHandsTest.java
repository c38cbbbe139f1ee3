package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A loan counts on the days on which it was in its bank's hands, whatever became of its case since. */
class OutOfHandsTest extends WithAssessors {
    /** Late from 21 June to 19 September, when it was paid. */
    private static void late(String account, String since) {
        here.fact("repayment_fact_case", "{'partner': 'bank-a', 'case_no': 'C" + account + "', 'account_no': '" + account + "', 'overdue_since': '" + since + "', 'opened_on': '2026-06-21',"
                + " 'closed_on': '2026-09-20', 'state': 'cured', 'by_borrower': true, 'paid_by': ['bank-account'], 'opened_at': '2026-06-21T02:00:00Z'}");
        here.fact("repayment_fact_stretch", "{'partner': 'bank-a', 'account_no': '" + account + "', 'from_on': '2026-06-21', 'until': '2026-09-20', 'overdue': 3, 'oldest_due': '2026-06-19',"
                + " 'next_due': '2027-01-10', 'balance_fen': 10, 'message_id': 'M'}");
    }

    private static void word(String account, int number, String why, String proposed, String answered, boolean confirmed) {
        here.fact("repayment_fact_exclusion", "{'partner': 'bank-a', 'number': " + number + ", 'case_no': 'C" + account + "', " + (why == null ? "" : "'exclusion': '" + why + "', ") + "'proposed_at': '"
                + proposed + "T02:00:00Z', 'confirmed': " + confirmed + ", 'answered_at': '" + answered + "T02:00:00Z'}");
    }

    private static String loan() {
        return here.line("amounts, short, excluded, remark", "assessment_fact_case WHERE measure = 'loan'");
    }

    @Test
    void anExclusionKeepsItsDaysWhenTheCaseCloses() {
        late("A1", "2026-06-19");
        word("A1", 1, "litigation", "2026-07-11", "2026-07-12", true);
        here.freeze();
        assertThat(loan()).as("ten days before it was proposed count").isEqualTo("{100,0,100,1,0} t 10 days late, 71 days out: litigation");
        assertThat(here.line("excluded, remark", "assessment_fact_case WHERE measure = 'cure'")).isEqualTo("litigation still late on 2026-07-19");
    }

    @Test
    void whatWentWrongHereReachesBackToTheBeginningOfTheCase() {
        late("A1", "2026-06-19");
        word("A1", 1, "deduction-failed-here", "2026-07-11", "2026-07-12", true);
        here.freeze();
        assertThat(loan()).isEqualTo("{810,0,810,1,0} f deduction-failed-here 81 days late");
    }

    @Test
    void whatIsCollectedAgainCountsAgainAndAWordNobodyConfirmedExcusesNothing() {
        late("A1", "2026-06-19");
        word("A1", 1, "forbearance", "2026-07-01", "2026-07-02", true);
        word("A1", 2, null, "2026-09-10", "2026-09-11", true);
        word("A1", 3, "insolvency", "2026-09-12", "2026-09-13", false);
        here.freeze();
        assertThat(loan()).isEqualTo("{90,0,90,1,0} t 9 days late, 72 days out: forbearance");
    }

    @Test
    void anExclusionOfACaseThatIsLongClosedExcusesNothingOfALaterOne() {
        here.fact("repayment_fact_case", "{'partner': 'bank-a', 'case_no': 'C1', 'account_no': 'A1', 'overdue_since': '2024-01-20', 'opened_on': '2024-01-21', 'closed_on': '2024-03-01', 'state': 'cured',"
                + " 'opened_at': '2024-01-21T02:00:00Z'}");
        word("1", 1, "deduction-failed-here", "2024-01-22", "2024-01-23", true);
        here.fact("repayment_fact_stretch", "{'partner': 'bank-a', 'account_no': 'A1', 'from_on': '2026-01-10', 'until': 'infinity', 'overdue': 4, 'oldest_due': '2026-01-20', 'next_due': '2027-01-10',"
                + " 'balance_fen': 10, 'message_id': 'M'}");
        here.freeze();
        assertThat(loan()).isEqualTo("{920,0,920,1,0} t 92 days late");
    }

    @Test
    void anOrderDueBeforeTheLoanWasTakenOutOfTheBanksHandsCounts() {
        late("A1", "2026-06-19");
        word("A1", 1, "litigation", "2026-07-11", "2026-07-12", true);
        String order = "'partner': 'bank-a', 'case_no': 'CA1', 'account_no': 'A1', 'step': 'phone', 'state': 'missed', ";
        here.fact("repayment_fact_order", "{'order_no': 'O1', 'ordered_at': '2026-07-01T02:00:00Z', 'due_on': '2026-07-10', " + order + "'message_id': 'X'}");
        here.fact("repayment_fact_order", "{'order_no': 'O2', 'ordered_at': '2026-07-08T02:00:00Z', 'due_on': '2026-07-13', " + order + "'message_id': 'X'}");
        here.freeze();
        assertThat(here.lines("case_no, short, excluded", "assessment_fact_case WHERE measure = 'contact' ORDER BY case_no")).containsExactly("O1 t", "O2 f litigation");
    }
}
