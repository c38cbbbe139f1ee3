package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bank of the worked check, from its frozen score to its fee. */
class ProcedureTest {
    private static Assessors here;
    private String no = "";

    @BeforeAll
    static void open() {
        here = new Assessors();
    }

    @AfterAll
    static void close() {
        here.close();
    }

    @BeforeEach
    void theWorkedExampleIsFrozen() {
        here.forget();
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
        Scorecard last = finish();
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

    private Scorecard publish() {
        return told(here.in(() -> here.desk.publish(new PublishScore(no, "anna"))));
    }

    private Scorecard finish() {
        return told(here.in(() -> here.desk.finish(new FinishScore(no, "anna"))));
    }

    private static Scorecard told(Outcome outcome) {
        return (Scorecard) outcome.outgoing().get(0).message();
    }

    private Outcome object(PartnerId bank, String... cases) {
        List<ScorecardObjection.Contested> contested = Arrays.stream(cases).map(one -> new ScorecardObjection.Contested(one, "已按时联系", null)).toList();
        Incoming incoming = new Incoming(bank, new MessageId("OBJ"), Instant.parse("2026-10-12T02:00:00Z"), new ScorecardObjection("YY1", no + "-P", contested, "T1"));
        return here.in(() -> here.desk.object(incoming));
    }

    private static FailureCode refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }
}
