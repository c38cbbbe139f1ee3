package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank of the worked check, from its frozen score to its fee. */
class ProcedureTest extends WithAssessors {
    private String no = "";

    @BeforeEach
    void theWorkedExampleIsFrozen() {
        WorkedExample.happens(here);
        no = here.freeze();
    }

    @Test
    void theBankIsToldItsOwnCasesAndItsDaysToObject() {
        Scorecard told = publish();
        assertThat(told.score()).isEqualByComparingTo("80.86");
        assertThat(told.objectionsUntil()).as("ten working days after 9 October").isEqualTo(LocalDate.of(2026, 10, 23));
        assertThat(told.fee()).isNull();
        assertThat(told.cases()).isNotEmpty().anySatisfy(one -> {
            assertThat(one.indicator()).isEqualTo("O4");
            assertThat(one.reference()).isEqualTo("OUTX1");
        });
        assertThat(Operation.SCORECARD.read(told.content())).as("what our own reader takes").isEqualTo(told);
        assertThat(refused(this::publish)).as("once").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.run(() -> here.desk.answered(new Answered(Assessors.BANK, new MessageId("M1"), told, new Reply.Accepted(Content.Group.EMPTY))));
        assertThat(here.line("scorecard_no, state, answer, message_id", "assessment_fact_scorecard")).isEqualTo(no + "-P provisional accepted M1");
    }

    @Test
    void theFeeFollowsFromTheFinalScoreToTheCent() {
        publish();
        assertThat(refused(this::finish)).as("while the days run").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.at("2026-10-24T02:00:00Z");
        Scorecard told = finish();
        assertThat(told.fee()).isNotNull();
        assertThat(told.fee().interestReceived()).isEqualTo(new Money(Long.parseLong("1250000.00".replace(".", ""))));
        assertThat(told.fee().amount()).isEqualTo(new Money(Long.parseLong("56250.00".replace(".", ""))));
        assertThat(told.fee().heldBack()).isEqualTo(new Money(Long.parseLong("5625.00".replace(".", ""))));
        assertThat(here.line("base_fen, full_fen, coefficient, due_fen", "assessment_fact_fee")).isEqualTo("125000000 6250000 0.9000 5625000");
        assertThat(here.line("state", "assessment_fact_period")).isEqualTo("final");
        assertThat(refused(this::finish)).isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
    }

    @Test
    void twoPeopleRuleOnWhatABankContestsAndTheScoreBeforeStays() {
        Scorecard told = publish();
        String[] contacts = told.cases().stream().filter(one -> one.indicator().equals("O4")).map(Scorecard.Case::caseNo).toArray(String[]::new);
        ScorecardObjection.Answer answer = ScorecardObjection.Answer.of(((Reply.Accepted) object(Assessors.BANK, contacts).reply()).content());
        assertThat(answer.decisionDueOn()).isEqualTo(LocalDate.of(2026, 10, 23));
        here.at("2026-10-24T02:00:00Z");
        assertThat(refused(this::finish)).as("while an objection is open").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        for (long objection : here.jdbc.sql("SELECT number FROM assessment_objection ORDER BY number").query(Long.class).list()) {
            long ruling = here.in(() -> here.desk.rule(new RuleObjection(objection, objection != 2, "录音已核", "anna")));
            assertThat(refused(() -> here.run(() -> here.desk.answerRuling(ruling, true, "Anna")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
            here.run(() -> here.desk.answerRuling(ruling, true, "bert"));
            assertThat(refused(() -> here.run(() -> here.desk.answerRuling(ruling, true, "carl")))).isEqualTo(FailureCode.ALREADY_ANSWERED);
        }
        assertThat(here.lines("version, why, total", "assessment_fact_score ORDER BY version")).startsWith("1 frozen 80.86").hasSize(3);
        assertThat(why(this::finish)).as("before the bank was told why one was rejected").contains("reasons");
        Scorecard reasons = reasons();
        assertThat(reasons.scorecardNo()).isEqualTo(no + "-P2");
        assertThat(reasons.state()).isEqualTo(Scorecard.State.PROVISIONAL);
        assertThat(reasons.objectionsUntil()).as("five working days to ask for the committee").isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(reasons.rulings()).extracting(Scorecard.Ruling::reason).containsOnly("录音已核");
        assertThat(refused(this::reasons)).as("once").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        assertThat(why(this::finish)).as("while it may ask for the committee").contains("escalation <= 2026-10-30");
        here.at("2026-10-31T02:00:00Z");
        Scorecard last = finish();
        assertThat(last.version()).isEqualTo(3);
        assertThat(last.score()).as("98 of 98 and the one that was rejected").isGreaterThan(new BigDecimal("80.86"));
        assertThat(last.indicators()).filteredOn(one -> one.id().equals("O4")).singleElement().satisfies(one -> assertThat(one.cases()).isEqualTo(98));
        assertThat(last.rulings()).extracting(Scorecard.Ruling::decision).containsExactly(Scorecard.Decision.UPHELD, Scorecard.Decision.REJECTED, Scorecard.Decision.UPHELD);
        assertThat(here.line("count(*)", "assessment_fact_case WHERE excluded = 'objection-upheld'")).isEqualTo("2");
    }

    @Test
    void aBankContestsOnlyWhatItWasToldAndOnlyInItsDays() {
        String one = publish().cases().get(0).caseNo();
        assertThat(refused(() -> object(new PartnerId("bank-b"), one))).as("another bank's scorecard").isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        assertThat(refused(() -> object(Assessors.BANK, "K999999"))).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        here.at("2026-10-24T02:00:00Z");
        assertThat(refused(() -> object(Assessors.BANK, one))).isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
    }

    @Test
    void anObjectionOnPaperIsEnteredWithItsDocumentAndRuledOnAsAnyOther() {
        String one = publish().cases().get(0).caseNo();
        EnterObjection entered = new EnterObjection(no, one, "已按时办理", "YH-2026-8", "anna");
        long number = here.in(() -> here.desk.object(entered));
        assertThat(here.line("objection_no, told_no, entered_by, message_id IS NULL, due_on", "assessment_fact_objection")).isEqualTo("YH-2026-8 " + one + " anna t 2026-10-23");
        assertThat(refused(() -> here.in(() -> here.desk.object(entered)))).as("the same letter again").isEqualTo(FailureCode.KEY_CONFLICT);
        assertThat(refused(() -> here.in(() -> here.desk.object(new EnterObjection(no, "K999999", "x", "YH-2026-9", "anna"))))).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        assertThat(refused(() -> here.in(() -> here.desk.object(new EnterObjection(no, one, " ", "YH-2026-9", "anna"))))).isEqualTo(FailureCode.FIELD_MISSING);
        here.rule(number, true);
        assertThat(here.line("count(*)", "assessment_fact_case WHERE excluded = 'objection-upheld'")).isEqualTo("1");
        here.at("2026-10-24T02:00:00Z");
        assertThat(refused(() -> here.in(() -> here.desk.object(new EnterObjection(no, one, "x", "YH-2026-9", "anna"))))).as("after its days").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
    }

    @Test
    void anObjectionUpheldAfterTheFinalScoreIsALineOfTheNextStatementAndTheClosedPeriodStays(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/bank-contracts.yaml"), Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml")).replace("scheme: default", "scheme: collection-first"));
        try (Assessors linear = new Assessors(home)) {
            Assessors shared = here;
            here = linear;
            try {
                WorkedExample.happens(here);
                no = here.freeze();
                lateObjection();
            } finally {
                here = shared;
            }
        }
    }

    private void lateObjection() {
        String contact = publish().cases().stream().filter(one -> one.reference().equals("OUTX1")).findFirst().orElseThrow().caseNo();
        here.at("2026-10-24T02:00:00Z");
        Scorecard last = finish();
        String closed = here.line("version, total, coefficient, state", "assessment_fact_period");
        assertThat(here.lines("kind, period_no, amount_fen, payable_fen", "assessment_fact_statement ORDER BY line"))
                .containsExactly("fee " + no + " 5536875 4983187", "held-back " + no + " -553688 4983187");
        object(Assessors.BANK, contact);
        here.rule(1, true);
        assertThat(here.line("version, total, coefficient, state", "assessment_fact_period")).as("closed").isEqualTo(closed);
        assertThat(here.line("count(*)", "assessment_fact_case WHERE excluded IS NOT NULL")).as("what the score stands on").isEqualTo("0");
        assertThat(here.line("total > " + last.score() + ", due_fen - 5536875 = amount_fen, amount_fen > 0, statement_no IS NULL", "assessment_fact_adjustment")).isEqualTo("t t t t");
        objectAs(Assessors.BANK, "YY2", contact);
        here.rule(2, true);
        assertThat(here.line("amount_fen", "assessment_fact_adjustment ORDER BY number DESC LIMIT 1")).as("the same case twice counts once").isEqualTo("0");

        String next = here.freezeNext();
        here.run(() -> here.desk.finish(new FinishScore(next, "bert")));
        assertThat(here.lines("kind, period_no", "assessment_fact_statement WHERE statement_no = '" + next + "' ORDER BY line"))
                .containsExactly("fee " + next, "held-back " + next, "adjustment " + no, "adjustment " + no);

        long settlement = here.in(() -> here.desk.settle(new SettleFee(Assessors.BANK, Assessors.LAST, "JS-2026-1", "anna")));
        assertThat(refused(() -> here.run(() -> here.desk.answerSettlement(settlement, true, "Anna ")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        here.run(() -> here.desk.answerSettlement(settlement, true, "bert"));
        assertThat(here.lines("kind, period_no, payable_fen, document, made_by", "assessment_fact_statement WHERE statement_no = 'bank-a-S1'")).containsExactly("released " + no + " 553688 JS-2026-1 bert");
        assertThat(refused(() -> here.run(() -> here.desk.settle(new SettleFee(Assessors.BANK, Assessors.LAST, "JS-2026-2", "anna"))))).as("once").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        assertThat(refused(() -> objectAs(Assessors.BANK, "YY3", contact))).as("after the settlement").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
    }

    @Test
    void aRejectedObjectionGoesToTheCommitteeByMessageAndTwoPeopleEnterWhatItDecided() {
        String contact = publish().cases().stream().filter(one -> one.reference().equals("OUTX1")).findFirst().orElseThrow().caseNo();
        object(Assessors.BANK, contact);
        here.rule(1, false);
        assertThat(why(() -> objectAs(Assessors.BANK, "YY2", contact))).as("before the reasons").contains("reasons");
        reasons();
        here.at("2026-10-16T02:00:00Z");
        objectAs(Assessors.BANK, "YY2", contact);
        assertThat(here.line("number, escalation_message_id, escalation_document IS NULL", "assessment_fact_objection")).as("the same objection, not another one").isEqualTo("1 OBJ t");
        assertThat(refused(() -> objectAs(Assessors.BANK, "YY3", contact))).as("once").isEqualTo(FailureCode.ALREADY_ANSWERED);
        here.at("2026-10-31T02:00:00Z");
        assertThat(why(this::finish)).as("until the committee decided").contains("committee");
        long decision = here.in(() -> here.desk.decide(new EnterDecision(1, true, "管委会认定录音有效", "GWH-2026-21", "anna")));
        assertThat(refused(() -> here.run(() -> here.desk.answerDecision(decision, true, " ANNA")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> here.in(() -> here.desk.decide(new EnterDecision(1, false, "x", "GWH-2026-22", "carl"))))).as("while one waits").isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(why(this::finish)).as("one person alone decides nothing").contains("committee");
        here.run(() -> here.desk.answerDecision(decision, true, "bert"));
        assertThat(here.lines("version, why", "assessment_fact_score ORDER BY version")).containsExactly("1 frozen", "2 committee 1");
        assertThat(here.line("count(*)", "assessment_fact_case WHERE excluded = 'objection-upheld'")).isEqualTo("1");
        Scorecard last = finish();
        assertThat(last.score()).isGreaterThan(new BigDecimal("80.86"));
        assertThat(last.rulings()).singleElement().isEqualTo(new Scorecard.Ruling("YY1", contact, Scorecard.Decision.UPHELD, "管委会认定录音有效"));
    }

    @Test
    void anEscalationOnPaperNeedsItsDocumentComesInItsDaysAndMayChangeNothing() {
        String contact = publish().cases().get(0).caseNo();
        object(Assessors.BANK, contact);
        assertThat(why(() -> escalate("YH-9"))).as("nothing was ruled").contains("not rejected");
        here.rule(1, false);
        reasons();
        assertThat(refused(() -> escalate(" "))).isEqualTo(FailureCode.FIELD_MISSING);
        here.at("2026-10-17T02:00:00Z");
        assertThat(why(() -> escalate("YH-9"))).as("five working days after 9 October").contains("<= 2026-10-16");
        here.at("2026-10-16T02:00:00Z");
        escalate("YH-9");
        assertThat(refused(() -> here.in(() -> here.desk.decide(new EnterDecision(1, false, "x", " ", "anna"))))).as("without the committee's document").isEqualTo(FailureCode.FIELD_MISSING);
        long decision = here.in(() -> here.desk.decide(new EnterDecision(1, false, "维持", "GWH-2026-21", "anna")));
        here.run(() -> here.desk.answerDecision(decision, false, "bert"));
        long again = here.in(() -> here.desk.decide(new EnterDecision(1, false, "维持原处理", "GWH-2026-21", "anna")));
        here.run(() -> here.desk.answerDecision(again, true, "bert"));
        here.at("2026-10-24T02:00:00Z");
        assertThat(finish().score()).isEqualByComparingTo("80.86");
        assertThat(here.line("decision_upheld, decision_reason, escalation_document", "assessment_fact_objection")).isEqualTo("f 维持原处理 YH-9");
    }

    @Test
    void whatTheCommitteeUpholdsAfterTheFinalScoreIsALineOfTheNextStatement() {
        String contact = publish().cases().stream().filter(one -> one.reference().equals("OUTX1")).findFirst().orElseThrow().caseNo();
        here.at("2026-10-24T02:00:00Z");
        finish();
        object(Assessors.BANK, contact);
        here.rule(1, false);
        Scorecard told = reasons();
        assertThat(told.state()).isEqualTo(Scorecard.State.CORRECTION);
        assertThat(told.scorecardNo()).isEqualTo(no + "-C");
        escalate("YH-9");
        assertThat(why(() -> here.in(() -> here.desk.settle(new SettleFee(Assessors.BANK, Assessors.LAST, "JS-2026-1", "anna"))))).as("while the committee has yet to decide").contains("objections");
        long decision = here.in(() -> here.desk.decide(new EnterDecision(1, true, "录音有效", "GWH-2026-21", "anna")));
        here.run(() -> here.desk.answerDecision(decision, true, "bert"));
        assertThat(here.line("told_no, amount_fen, statement_no IS NULL", "assessment_fact_adjustment")).as("81.02 points have the same coefficient").isEqualTo(contact + " 0 t");
        assertThat(here.line("version, total", "assessment_fact_period")).as("closed").isEqualTo("1 80.86");
    }

    private void escalate(String document) {
        here.run(() -> here.desk.escalate(new EscalateObjection(1, "请管委会复议", document, "anna")));
    }

    private Scorecard reasons() {
        return Assessors.told(here.in(() -> here.desk.tell(new TellRulings(no, "anna"))));
    }

    private Scorecard publish() {
        return here.publish(no);
    }

    private Scorecard finish() {
        return Assessors.told(here.in(() -> here.desk.finish(new FinishScore(no, "anna"))));
    }

    private Outcome object(PartnerId bank, String... cases) {
        return objectAs(bank, "YY1", cases);
    }

    private Outcome objectAs(PartnerId bank, String objectionNo, String... cases) {
        List<ScorecardObjection.Contested> contested = Arrays.stream(cases).map(one -> new ScorecardObjection.Contested(one, "已按时联系", null)).toList();
        Incoming incoming = new Incoming(bank, new MessageId("OBJ"), Instant.parse("2026-10-12T02:00:00Z"), new ScorecardObjection(objectionNo, no + "-P", contested, "T1"));
        return here.in(() -> here.desk.object(incoming));
    }
}
