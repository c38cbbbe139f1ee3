package io.jinqiao.credit.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.ObjectionAct.Finding;
import io.jinqiao.credit.objection.Objection.Stage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectionRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 10);
    private static final ObjectionAct JUSTIFIED = new ObjectionAct.Find(Finding.JUSTIFIED, "入账晚一天");
    private static final ObjectionAct UNJUSTIFIED = new ObjectionAct.Find(Finding.UNJUSTIFIED, "银行流水一致");
    private static final ObjectionAct CONFIRMED = new ObjectionAct.Answer(true);
    private static final ObjectionAct SENT_BACK = new ObjectionAct.Answer(false);
    private static final ObjectionAct CORRECT = new ObjectionAct.Correct();
    private static final ObjectionAct MARK = new ObjectionAct.Mark(true);
    private static final ObjectionAct UNMARK = new ObjectionAct.Mark(false);
    private static final ObjectionAct REPLY = new ObjectionAct.Reply("异复〔2026〕1号");

    private static Objection after(ObjectionAct... acts) {
        Objection one = Objection.received(DAY, null);
        for (int i = 0; i < acts.length; i++) {
            one = ObjectionRules.after(one, acts[i], i % 2 == 0 ? "甲" : "乙", true);
        }
        return one;
    }

    private static void refuses(Objection one, ObjectionAct act, String by, boolean accepted, FailureCode code) {
        assertThatThrownBy(() -> ObjectionRules.after(one, act, by, accepted))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).singleElement().satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @ParameterizedTest
    @CsvSource({", 2026-10-30", "2026-10-25, 2026-10-25", "2026-11-15, 2026-10-30", "2026-10-30, 2026-10-30"})
    void isAnsweredWithinTwentyDaysOrSoonerWhenTheCenterSaysSo(LocalDate center, LocalDate due) {
        assertThat(Objection.received(DAY, center).dueOn()).isEqualTo(due);
    }

    @Test
    void whatWasWrongIsCorrectedBeforeTheAnswer() {
        assertThat(after(JUSTIFIED, CONFIRMED).stage()).isEqualTo(Stage.TO_CORRECT);
        assertThat(after(JUSTIFIED, CONFIRMED, CORRECT, REPLY).stage()).isEqualTo(Stage.REPLIED);
        refuses(after(JUSTIFIED, CONFIRMED), CORRECT, "甲", false, FailureCode.CREDIT_OBJECTION_UNCORRECTED);
    }

    @Test
    void whatWasRightIsAnsweredWithoutACorrection() {
        assertThat(after(UNJUSTIFIED, CONFIRMED).stage()).isEqualTo(Stage.TO_REPLY);
        assertThat(after(UNJUSTIFIED, CONFIRMED, REPLY).stage()).isEqualTo(Stage.REPLIED);
    }

    @Test
    void whoCheckedDoesNotConfirmButMaySendBack() {
        Objection found = after(UNJUSTIFIED);
        refuses(found, CONFIRMED, " 甲", true, FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(ObjectionRules.after(found, SENT_BACK, "甲", true)).isEqualTo(Objection.received(DAY, null));
    }

    @Test
    void noAnswerLeavesWhileTheItemIsMarked() {
        Objection marked = after(MARK, UNJUSTIFIED, CONFIRMED);
        assertThat(marked.marked()).isTrue();
        refuses(marked, REPLY, "甲", true, FailureCode.CREDIT_OBJECTION_STEP);
        assertThat(after(MARK, UNJUSTIFIED, CONFIRMED, UNMARK, REPLY).stage()).isEqualTo(Stage.REPLIED);
    }

    static Stream<Arguments> forbidden() {
        List<ObjectionAct> acts = List.of(JUSTIFIED, CONFIRMED, CORRECT, MARK, UNMARK, REPLY);
        Map<Objection, List<ObjectionAct>> allowed = Map.of(
                after(), List.of(JUSTIFIED, MARK),
                after(MARK), List.of(JUSTIFIED),
                after(JUSTIFIED), List.of(CONFIRMED, MARK),
                after(JUSTIFIED, MARK), List.of(CONFIRMED),
                after(JUSTIFIED, CONFIRMED), List.of(CORRECT, MARK),
                after(JUSTIFIED, CONFIRMED, MARK), List.of(CORRECT),
                after(UNJUSTIFIED, CONFIRMED), List.of(REPLY, MARK),
                after(UNJUSTIFIED, CONFIRMED, MARK), List.of(UNMARK),
                after(UNJUSTIFIED, CONFIRMED, REPLY), List.of());
        return allowed.entrySet().stream().flatMap(state -> acts.stream().filter(act -> !state.getValue().contains(act)).map(act -> Arguments.of(state.getKey(), act)));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void nothingElseMayFollow(Objection one, ObjectionAct act) {
        refuses(one, act, "丙", true, FailureCode.CREDIT_OBJECTION_STEP);
    }

    @Test
    void aRefusalSaysWhereItStandsAndWhatCannotFollow() {
        assertThatThrownBy(() -> ObjectionRules.after(after(MARK), UNMARK, "甲", true))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).containsExactly("checking, marked", "unmark"));
        assertThatThrownBy(() -> ObjectionRules.after(after(), REPLY, "甲", true))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).arguments()).containsExactly("checking", "reply"));
        assertThat(ObjectionRules.word(MARK)).isEqualTo("mark");
    }
}
