package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.SealCard.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people let a seal be used; one is enough to end it. */
class SealCardTest {
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void anotherPersonEnablesAProposedSealToItsLastInstant() {
        assertThatCode(() -> card(State.PROPOSED).requireEnabling("li", TO)).doesNotThrowAnyException();
        assertThat(problem(() -> card(State.PROPOSED).requireEnabling("li", TO.plusNanos(1))))
                .isEqualTo(Problem.of(FailureCode.OPINION_SEAL_STATE, "expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang", "WANG", " wang", "\uFF37ang", "wa\u200Bng", " "})
    void whoeverProposedItDoesNotEnableItNorDoesNobody(String who) {
        assertThat(problem(() -> card(State.PROPOSED).requireEnabling(who, TO)).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
    }

    @Test
    void onlyAProposedSealIsEnabledAndAnyButADisabledOneIsDisabled() {
        assertThat(problem(() -> card(State.ENABLED).requireEnabling("li", TO)))
                .isEqualTo(Problem.of(FailureCode.OPINION_SEAL_STATE, "enabled"));
        assertThat(problem(() -> card(State.DISABLED).requireEnabling("li", TO)))
                .isEqualTo(Problem.of(FailureCode.OPINION_SEAL_STATE, "disabled"));
        assertThatCode(() -> card(State.PROPOSED).requireDisabling()).doesNotThrowAnyException();
        assertThatCode(() -> card(State.ENABLED).requireDisabling()).doesNotThrowAnyException();
        assertThat(problem(() -> card(State.DISABLED).requireDisabling())).isEqualTo(Problem.of(FailureCode.OPINION_SEAL_STATE, "disabled"));
    }

    private static SealCard card(State state) {
        return new SealCard("1", "x", Digest.of(new byte[0]), TO.minusSeconds(9), TO, state, "wang", TO.minusSeconds(9), "r", null, null);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).problems().get(0);
    }
}
