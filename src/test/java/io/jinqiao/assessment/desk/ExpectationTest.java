package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.message.PartnerId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Early arrears against what the other banks' loans of the same vintage and risk group lead to expect. */
class ExpectationTest extends WithAssessors {
    private static final String LOAN = "'from_on': '2026-01-10', 'until': 'infinity', 'next_due': '2027-01-10', 'balance_fen': 1000, 'message_id': 'M'";
    private static final String LATE = ", 'overdue': 1, 'oldest_due': '2026-06-20'";
    /** So many loans of a kind at a bank, of which some are late all the time. */
    private static void loans(String bank, String paidOut, String contributor, int count, int late) {
        String name = bank + paidOut + contributor;
        here.facts("repayment_fact_origin", count, "{'partner': '" + bank + "', 'account_no': '" + name + "#', 'disbursed_on': '" + paidOut + "', 'contributor': '" + contributor + "'}");
        here.jdbc.sql("INSERT INTO repayment_fact_stretch SELECT r.* FROM generate_series(1, ?) n, jsonb_populate_record(NULL::repayment_fact_stretch,"
                        + " replace(CASE WHEN n <= ? THEN ? ELSE ? END, '#', n::text)::jsonb) r")
                .params(count, late, json(bank, name, LATE), json(bank, name, ", 'overdue': 0"))
                .update();
    }

    private static String json(String bank, String name, String more) {
        return ("{'partner': '" + bank + "', 'account_no': '" + name + "#', " + LOAN + more + "}").replace('\'', '"');
    }

    /** The others: of loans of employed people one of a hundred, of those of flexible workers one of ten is late. */
    private static void others() {
        for (String bank : List.of("bank-b", "bank-c")) {
            loans(bank, "2025-02-10", "employed", 100, 1);
            loans(bank, "2025-02-20", "flexible", 100, 10);
        }
    }

    private static String o2() {
        return here.line("state, value, points", "assessment_fact_indicator WHERE indicator = 'O2'");
    }

    @Test
    void aBankWithRiskierLoansThatGoAsTheOthersDoScoresAsOneWithSaferLoansThatDo() {
        others();
        loans("bank-a", "2025-03-01", "flexible", 200, 20);
        here.freeze();
        assertThat(here.line("case_no, amounts, excluded, remark", "assessment_fact_case WHERE measure = 'expected'"))
                .isEqualTo("2025Q1/flexible {33454545,20000} 200 loans, 20 late, 20.000 expected; weight 1.8182; by vintage and group of 2 other banks");
        String risky = o2();
        here.forget();
        others();
        loans("bank-a", "2025-03-01", "employed", 2000, 20);
        here.freeze();
        assertThat(o2()).isEqualTo(risky).startsWith("graded 5.5000");
    }

    @Test
    void whoCollectsWorseThanTheMixLeadsToExpectScoresLess() {
        others();
        loans("bank-a", "2025-03-01", "flexible", 1000, 20);
        here.freeze();
        assertThat(o2()).as("a fifth of what was expected").isEqualTo("graded 1.1000 3.33");
    }

    @Test
    void turningRiskyApplicantsAwayRaisesNoScoreAndIsSeen() {
        others();
        loans("bank-a", "2025-03-01", "employed", 1000, 10);
        loans("bank-a", "2025-03-01", "flexible", 200, 20);
        here.freeze();
        String takesEverybody = o2();
        here.forget();
        others();
        loans("bank-a", "2025-03-01", "employed", 1000, 10);
        here.facts("loan_fact_check", 60, "{'partner': 'bank-a', 'message_id': 'C#', 'check_no': 'C#', 'at': '2026-08-03T02:00:00Z', 'outcome': 'not-eligible'}");
        here.facts("loan_fact_check", 40, "{'partner': 'bank-a', 'message_id': 'D#', 'check_no': 'D#', 'at': '2026-08-03T02:00:00Z', 'outcome': 'eligible'}");
        here.fact("loan_fact_check", "{'partner': 'bank-a', 'message_id': 'E', 'check_no': 'E', 'at': '2026-08-03T02:00:00Z', 'outcome': 'not-checked'}");
        here.freeze();
        assertThat(o2()).as("with a third of the late loans and none of the risk").isEqualTo(takesEverybody);
        assertThat(here.lines("fact, amount", "assessment_fact_sum WHERE fact IN ('applicant_checks', 'applicant_checks_eligible', 'reviews') ORDER BY fact"))
                .containsExactly("applicant_checks 100", "applicant_checks_eligible 40", "reviews 0");
        assertThat(here.line("count(*)", "assessment_fact_case WHERE measure = 'check' AND NOT short AND message_ids <> '{}'")).isEqualTo("101");
    }

    @Test
    void itsOwnLoansAreInNothingThatIsExpectedOfABank() {
        others();
        loans("bank-a", "2025-03-01", "flexible", 1000, 900);
        here.freeze();
        assertThat(here.line("amounts[2]", "assessment_fact_case WHERE measure = 'expected'")).isEqualTo("100000");
    }

    @Test
    void anotherVintageIsAnotherKindAndWhereTooFewLoansAreOfItTheGroupAndThenAllLoansAreAsked() {
        others();
        loans("bank-b", "2025-05-10", "employed", 40, 4);
        loans("bank-c", "2025-05-10", "employed", 40, 4);
        loans("bank-a", "2025-04-10", "employed", 10, 0);
        loans("bank-a", "2024-04-10", "employed", 10, 0);
        loans("bank-a", "2024-04-10", "labour-agency", 10, 0);
        here.freeze();
        assertThat(here.lines("case_no, remark", "assessment_fact_case WHERE measure = 'expected' ORDER BY case_no"))
                .containsExactly(
                        "2024Q2/employed 10 loans, 0 late, 0.357 expected; weight 0.5714; by group of 2 other banks",
                        "2024Q2/labour-agency 10 loans, 0 late, 0.625 expected; weight 1.0000; by all loans of 2 other banks",
                        "2025Q2/employed 10 loans, 0 late, 1.000 expected; weight 1.6000; by vintage and group of 2 other banks");
    }

    @Test
    void oneOtherBankAloneSaysNothingSoThatNobodyIsKnownByIt() {
        loans("bank-b", "2025-02-10", "employed", 500, 50);
        loans("bank-a", "2025-02-10", "employed", 500, 50);
        here.freeze();
        assertThat(here.line("amounts, excluded, remark", "assessment_fact_case WHERE measure = 'expected'")).isEqualTo("{0,0} nothing-to-compare 500 loans, 50 late");
        assertThat(o2()).isEqualTo("too-few");
        assertThat(here.line("grade, reason, coefficient, proposes", "assessment_fact_period")).isEqualTo("too-few-expected 1.0000 none");
    }

    /** Two banks with a hundred loans each of which none was late. */
    private static void perfect() {
        for (String bank : List.of("bank-b", "bank-c")) {
            loans(bank, "2025-02-10", "employed", 100, 0);
        }
    }

    private static String graded() {
        return here.line("reason, grade, coefficient", "assessment_fact_period");
    }

    @Test
    void whereNoneOfTheOthersWasLateTheWorstBankIsGradedAllTheSame() {
        WorkedExample.happens(here);
        here.jdbc.sql("DELETE FROM repayment_fact_stretch WHERE partner IN ('bank-b', 'bank-c') AND overdue > 0").update();
        here.jdbc.sql("UPDATE repayment_fact_stretch SET overdue = 6, oldest_due = '2026-01-20' WHERE partner = 'bank-a' AND account_no LIKE 'G7%'").update();
        here.freeze();
        assertThat(graded()).startsWith("points D");
        assertThat(here.line("state, points", "assessment_fact_indicator WHERE indicator = 'O1'")).isEqualTo("graded 0.00");
        assertThat(o2()).as("against its own balance: nobody tells how risky it is").startsWith("graded");
        assertThat(here.line("remark", "assessment_fact_case WHERE measure = 'expected'")).contains("none of the loans of 2 other banks was late");
    }

    @Test
    void fewerLateLoansThanChanceMakesGradeNobodyAndNeitherDoMoreWhereNothingIsCompared() {
        perfect();
        loans("bank-a", "2025-03-01", "employed", 500, 4);
        here.freeze();
        assertThat(o2()).isEqualTo("too-few");
        assertThat(graded()).startsWith("too-few-expected");
        here.forget();
        perfect();
        loans("bank-a", "2025-03-01", "employed", 500, 5);
        here.freeze();
        assertThat(o2()).as("one per cent").isEqualTo("graded 1.0000 4.17");
        here.forget();
        loans("bank-b", "2025-02-10", "employed", 100, 0);
        loans("bank-a", "2025-03-01", "employed", 500, 100);
        here.freeze();
        assertThat(o2()).as("one other bank says nothing").isEqualTo("too-few");
    }

    @Test
    void aKindOfWhichNoneWasLateIsHeldAgainstMoreLoans() {
        others();
        loans("bank-b", "2025-05-10", "employed", 100, 0);
        loans("bank-c", "2025-05-10", "employed", 100, 0);
        loans("bank-a", "2025-04-10", "employed", 10, 1);
        here.freeze();
        assertThat(here.line("remark", "assessment_fact_case WHERE measure = 'expected'")).contains("by group of 2 other banks").doesNotContain("weight 0.0000");
    }

    @Test
    void loansThatAreExcludedAreExpectedToDoNothingAtEitherSide() {
        others();
        loans("bank-a", "2025-03-01", "employed", 100, 1);
        for (String account : List.of("bank-a2025-03-01employed1", "bank-b2025-02-20flexible1")) {
            here.fact("repayment_fact_case", "{'partner': '" + account.substring(0, 6) + "', 'case_no': 'C" + account + "', 'account_no': '" + account
                    + "', 'state': 'excluded', 'exclusion': 'litigation', 'overdue_since': '2026-06-20', 'opened_on': '2026-06-21'}");
        }
        here.freeze();
        assertThat(here.line("remark", "assessment_fact_case WHERE measure = 'expected'")).startsWith("99 loans, 0 late, 0.990 expected");
        assertThat(here.line("loans, late_loans", "assessment_fact_cell WHERE partner = 'bank-b' AND risk_group = 'flexible'")).isEqualTo("99 9");
    }

    @Test
    void everyBankIsHeldAgainstTheSameCountOfTheDaysTakenAfterTheyWereOver() {
        others();
        loans("bank-a", "2025-03-01", "flexible", 1000, 20);
        here.at("2026-09-30T02:00:00Z");
        here.watch();
        loans("bank-b", "2025-02-21", "flexible", 100, 0);
        here.at("2026-10-09T02:00:00Z");
        here.freeze();
        assertThat(here.line("loans, counted_on", "assessment_fact_cell WHERE partner = 'bank-b' AND risk_group = 'flexible'")).as("not what was counted on the last day").isEqualTo("200 2026-10-09");
        loans("bank-b", "2025-02-22", "flexible", 100, 0);
        here.freezeNext();
        assertThat(here.line("amounts[2]", "assessment_fact_case WHERE measure = 'expected' AND period_no LIKE '%20260930'")).as("frozen with its period").isEqualTo("66667");
    }

    @Test
    void whatWasReadForAnotherBanksExpectationIsReadAnewWhenSomethingWasToldSince() {
        others();
        loans("bank-a", "2025-03-01", "flexible", 1000, 20);
        here.fact("repayment_fact_state", "{'partner': 'bank-b', 'state': 'before'}");
        here.freeze();
        loans("bank-b", "2025-02-22", "flexible", 100, 100);
        here.jdbc.sql("UPDATE repayment_fact_state SET state = 'after'").update();
        here.in(() -> here.desk.freeze(new FreezePeriod(new PartnerId("bank-b"), Assessors.FIRST, Assessors.LAST, "anna")));
        assertThat(here.line("count(*)", "assessment_fact_case c JOIN assessment_fact_period p USING (period_no) WHERE p.partner = 'bank-b' AND c.measure = 'loan' AND c.short")).isEqualTo("111");
    }
}
