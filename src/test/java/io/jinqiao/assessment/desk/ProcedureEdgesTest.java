package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Scorecard;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Where the procedure comes to its edges: too little left to grade, a red line, money taken back, a rule somebody edited, the way to the committee. */
class ProcedureEdgesTest extends WithAssessors {
    private static final String RECEIPT = "'partner': 'bank-a', 'account_no': 'G1', 'penalty_fen': 0, ";
    private static final String AFTER_ITS_DAYS = "2026-11-09T02:00:00Z";
    @Test
    void aScoreThatAnUpheldObjectionLeftWithoutAGradeIsToldAndEnds() {
        WorkedExample.hardlyHappens(here);
        String no = here.freeze();
        here.publish(no);
        here.object(no, "measure = 'reconciliation'", "YH-1");
        here.rule(1, true);
        here.object(no, "measure = 'contact'", "YH-2");
        here.rule(2, false);
        assertThat(here.line("grade IS NULL, state, reason", "assessment_fact_period")).isEqualTo("t provisional too-little-graded");
        Scorecard reasons = Assessors.told(here.in(() -> here.desk.tell(new TellRulings(no, "anna"))));
        assertThat(reasons.rulings()).hasSize(2);
        assertThat(Operation.SCORECARD.read(reasons.content())).as("what our own reader takes").isEqualTo(reasons);
        here.at(AFTER_ITS_DAYS);
        Scorecard last = Assessors.told(here.in(() -> here.desk.finish(new FinishScore(no, "bert"))));
        assertThat(last.grade()).isNull();
        assertThat(last.fee()).isNotNull();
        assertThat(here.line("state, coefficient", "assessment_fact_period")).isEqualTo("final 1.0000");
    }

    @Test
    void aRedLineIsHeardLikeAGradeEvenWhenTooLittleCouldBeGraded() {
        here.entered(EnterFact.Kind.RED_LINE, 1L);
        String no = here.freeze();
        assertThat(here.line("total IS NULL, grade, reason", "assessment_fact_period")).isEqualTo("t E veto");
        assertThat(refused(() -> here.run(() -> here.desk.finish(new FinishScore(no, "bert"))))).as("the same minute, unheard").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        Scorecard told = here.publish(no);
        assertThat(told.score()).isNull();
        assertThat(told.grade()).isEqualTo("E");
        assertThat(told.redLine()).isTrue();
        assertThat(told.cases()).as("the event itself may be contested").singleElement().satisfies(one -> assertThat(one.indicator()).isEqualTo("red-line"));
        assertThat(Operation.SCORECARD.read(told.content())).as("what our own reader takes").isEqualTo(told);
        assertThat(refused(() -> here.run(() -> here.desk.finish(new FinishScore(no, "bert"))))).as("while the days run").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.at(AFTER_ITS_DAYS);
        here.run(() -> here.desk.finish(new FinishScore(no, "anna")));
        assertThat(here.line("state", "assessment_fact_period")).isEqualTo("final");
    }

    @Test
    void whoFrozeAPeriodDoesNotEndItWithoutAGrade() {
        String no = here.freeze();
        assertThat(refused(() -> here.run(() -> here.desk.finish(new FinishScore(no, " ＡＮＮＡ"))))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        here.run(() -> here.desk.finish(new FinishScore(no, "bert")));
        assertThat(here.line("state, grade IS NULL", "assessment_fact_period")).isEqualTo("final t");
    }

    @Test
    void moreTakenBackThanCameInIsCarriedIntoTheNextPeriod() {
        String first = earned(LocalDate.of(2026, 1, 1), 125_000_000);
        String second = earned(LocalDate.of(2026, 4, 1), -125_000_000);
        String third = earned(LocalDate.of(2026, 7, 1), 125_000_000);
        assertThat(here.lines("period_no, interest_fen, carried_fen, base_fen", "assessment_fact_fee ORDER BY period_no"))
                .containsExactly(first + " 125000000 0 125000000", second + " -125000000 0 0", third + " 125000000 -125000000 0");
        assertThat(here.line("sum(due_fen)", "assessment_fact_fee")).as("one fee for what came in once").isEqualTo("6250000");
    }

    @Test
    void interestThatACorrectionMovesIntoALaterPeriodEarnsOneFee() {
        String first = earned(LocalDate.of(2026, 1, 1), 125_000_000);
        here.jdbc.sql("UPDATE repayment_fact_receipt SET accounting_date = '2026-04-12', message_id = 'M-corrected'").update();
        String second = earned(LocalDate.of(2026, 4, 1), 100);
        assertThat(here.lines("period_no, interest_fen, base_fen", "assessment_fact_fee ORDER BY period_no")).containsExactly(first + " 125000000 125000000", second + " 100 100");
        assertThat(here.lines("case_no, amounts", "assessment_fact_case WHERE measure = 'receipt' AND period_no = '" + second + "' ORDER BY case_no"))
                .containsExactly("2026-04-10 {100,0}", "2026-04-12 {125000000,0}", "earlier-days {-125000000,0}");
    }

    @Test
    void nothingIsSettledWhileARejectedObjectionMayStillGoToTheCommittee() {
        WorkedExample.happens(here);
        String no = here.freeze();
        here.publish(no);
        here.at(AFTER_ITS_DAYS);
        here.run(() -> here.desk.finish(new FinishScore(no, "anna")));
        here.object(no, "measure = 'contact'", "YH-1");
        here.rule(1, false);
        assertThat(settle()).as("before the reasons").contains("reasons");
        here.in(() -> here.desk.tell(new TellRulings(no, "anna")));
        assertThat(settle()).as("in its days").contains("escalation <= 2026-11-16");
        here.run(() -> here.desk.escalate(new EscalateObjection(1, "请复议", "YH-2", "anna")));
        assertThat(settle()).contains("objections");
    }

    @Test
    void aScoreIsNotComputedAgainUnderARuleThatIsNoLongerTheOneItWasFrozenUnder() {
        WorkedExample.happens(here);
        String no = here.freeze();
        here.publish(no);
        here.object(no, "measure = 'contact'", "YH-1");
        here.jdbc.sql("UPDATE assessment_period SET scheme_text = replace(scheme_text, E'O4\\t', E'O4X\\t')").update();
        long ruling = here.in(() -> here.desk.rule(new RuleObjection(1, true, "x", "anna")));
        assertThat(refused(() -> here.run(() -> here.desk.answerRuling(ruling, true, "bert")))).isEqualTo(FailureCode.ASSESSMENT_SCHEME_CHANGED);
        assertThat(here.line("version, total", "assessment_fact_period")).isEqualTo("1 80.86");
    }

    @Test
    void beingRightLowersNoScore() {
        WorkedExample.happens(here);
        here.jdbc.sql("DELETE FROM repayment_fact_case WHERE case_no <> 'CX1' AND case_no NOT IN (SELECT 'CU' || n FROM generate_series(1, 19) n)").update();
        String no = here.freeze();
        assertThat(here.line("state, of, per", "assessment_fact_indicator WHERE indicator = 'O3'")).as("exactly the least sample").isEqualTo("graded 19 20");
        String before = here.line("version, total", "assessment_fact_period");
        here.publish(no);
        here.object(no, "measure = 'cure'", "YH-1");
        here.rule(1, true);
        assertThat(here.line("version, total", "assessment_fact_period")).isEqualTo(before);
        assertThat(here.line("count(*)", "assessment_fact_case WHERE excluded = 'objection-upheld'")).as("the score stands on it still").isEqualTo("0");
        assertThat(here.line("upheld", "assessment_fact_objection")).isEqualTo("t");
        here.object(no, "measure = 'disbursement'", "YH-2");
        here.rule(2, true);
        assertThat(here.line("version, total > " + before.split(" ")[1], "assessment_fact_period")).as("another one counts all the same").isEqualTo("2 t");
    }

    @Test
    void everyCaseThatCostPointsMayBeContestedAndWhatCostMostOfEachKindIsTold() {
        here.entered(EnterFact.Kind.RED_LINE, 1L);
        here.facts("repayment_fact_stretch", 1_200, "{'partner': 'bank-a', 'account_no': 'A#', 'from_on': '2026-01-10', 'until': 'infinity', 'overdue': 4, 'oldest_due': '2026-01-20',"
                + " 'next_due': '2027-01-10', 'balance_fen': #, 'message_id': 'M'}");
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '2026-08-09', 'noticed_at': '2026-08-10T02:00:30Z'}");
        String no = here.freeze();
        Scorecard told = here.publish(no);
        assertThat(told.cases()).hasSize(1_000);
        assertThat(told.cases().subList(0, 4)).extracting(Scorecard.Case::indicator).containsExactly("red-line", "D3", "O1", "O1");
        assertThat(told.cases().get(2).loanAccountNo()).as("the largest").isEqualTo("A1200");
        assertThat(told.cases()).extracting(Scorecard.Case::loanAccountNo).doesNotContain("A1");
        assertThat(here.line("count(*)", "assessment_told")).isEqualTo("1202");
        here.object(no, "case_no = 'A1'", "YH-1");
        here.rule(1, true);
        assertThat(here.line("excluded", "assessment_fact_case WHERE case_no = 'A1'")).as("one that was not in the message").isEqualTo("objection-upheld");
    }

    @Test
    void anObjectionThatArrivesWhileASettlementIsConfirmedHoldsItUpAndIsNotLeftUnanswered() throws Exception {
        WorkedExample.happens(here);
        String no = here.freeze();
        here.publish(no);
        here.at(AFTER_ITS_DAYS);
        here.run(() -> here.desk.finish(new FinishScore(no, "anna")));
        long settlement = here.in(() -> here.desk.settle(new SettleFee(Assessors.BANK, Assessors.LAST, "JS-1", "anna")));
        CompletableFuture<Throwable> confirmed = here.in(() -> {
            here.object(no, "measure = 'contact'", "YH-1");
            CompletableFuture<Throwable> other = CompletableFuture.supplyAsync(() -> catchThrowable(() -> here.run(() -> here.desk.answerSettlement(settlement, true, "bert"))));
            here.untilWaiting(1, other);
            return other;
        });
        assertThat(confirmed.get(60, TimeUnit.SECONDS)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().toString()).contains("objections"));
        here.rule(1, true);
        here.run(() -> here.desk.answerSettlement(settlement, true, "bert"));
        assertThat(here.lines("kind", "assessment_fact_statement WHERE statement_no = 'bank-a-S1' ORDER BY line")).containsExactly("released", "adjustment");
    }

    @Test
    void anObjectionOfASettledPeriodThatNobodyAnsweredHoldsUpNoLaterSettlement() {
        WorkedExample.happens(here);
        String no = here.freeze();
        here.publish(no);
        here.at(AFTER_ITS_DAYS);
        here.run(() -> here.desk.finish(new FinishScore(no, "anna")));
        settled(Assessors.LAST, "bert");
        here.jdbc.sql("INSERT INTO assessment_objection (bank, objection_no, period_no, told_no, reason, entered_by, registered_at, due_on) SELECT 'bank-a', 'YH-0', period_no, told_no, 'x', 'anna', now(), '2026-12-01'"
                + " FROM assessment_told LIMIT 1").update();
        String next = here.freezeNext();
        here.run(() -> here.desk.finish(new FinishScore(next, "bert")));
        settled(Assessors.LAST.plusMonths(4), "bert");
        assertThat(here.line("count(*)", "assessment_settlement WHERE confirmed")).isEqualTo("2");
    }

    private static void settled(LocalDate until, String by) {
        long settlement = here.in(() -> here.desk.settle(new SettleFee(Assessors.BANK, until, "JS-" + until, "anna")));
        here.run(() -> here.desk.answerSettlement(settlement, true, by));
    }

    @Test
    void aPeriodOfWhichNothingIsHeldBackIsSettledTooAndItsAdjustmentIsOnThatStatement() {
        WorkedExample.happens(here);
        String no = here.freeze();
        here.jdbc.sql("UPDATE assessment_period SET held_back_percent = 0").update();
        here.publish(no);
        here.at(AFTER_ITS_DAYS);
        here.run(() -> here.desk.finish(new FinishScore(no, "anna")));
        here.object(no, "measure = 'contact'", "YH-1");
        here.rule(1, true);
        settled(Assessors.LAST, "bert");
        assertThat(here.lines("kind, period_no, amount_fen", "assessment_fact_statement WHERE statement_no = 'bank-a-S1' ORDER BY line")).containsExactly("released " + no + " 0", "adjustment " + no + " 0");
        assertThat(settle()).as("once").contains("nothing to settle");
    }

    private static String settle() {
        return catchThrowableOfType(Refusal.class, () -> here.in(() -> here.desk.settle(new SettleFee(Assessors.BANK, Assessors.LAST, "JS-1", "anna")))).problems().toString();
    }

    /** A quarter with nothing to grade, frozen and ended. */
    private static String earned(LocalDate first, long interest) {
        here.fact("repayment_fact_receipt", "{" + RECEIPT + "'accounting_date': '" + first.plusDays(9) + "', 'interest_fen': " + interest + ", 'message_id': 'M" + first + "'}");
        String no = here.freeze(first, first.plusMonths(3).minusDays(1));
        here.run(() -> here.desk.finish(new FinishScore(no, "bert")));
        return no;
    }
}
