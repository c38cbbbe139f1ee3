package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionLife.Delivered;
import io.jinqiao.opinion.OpinionLife.Ended;
import io.jinqiao.opinion.OpinionLife.Issued;
import io.jinqiao.opinion.OpinionLife.Printed;
import io.jinqiao.opinion.OpinionStore.Event;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpinionLifeTest {
    private static final OpinionLife SUPERSEDED = new Ended(Standing.SUPERSEDED);
    private static final OpinionLife REVOKED = new Ended(Standing.REVOKED);

    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(new Issued(), Event.DELIVERED, new Delivered()),
                Arguments.of(new Issued(), Event.DELIVERY_REFUSED, new Issued()),
                Arguments.of(new Issued(), Event.PRINTED, new Printed(2)),
                Arguments.of(new Delivered(), Event.DELIVERED, new Delivered()),
                Arguments.of(new Delivered(), Event.PRINTED, new Printed(2)),
                Arguments.of(new Printed(1), Event.DELIVERED, new Printed(1)),
                Arguments.of(new Printed(1), Event.PRINTED, new Printed(3)),
                Arguments.of(new Issued(), Event.SUPERSEDED, SUPERSEDED),
                Arguments.of(new Delivered(), Event.REVOKED, REVOKED),
                Arguments.of(new Printed(1), Event.REVOKED, REVOKED),
                Arguments.of(SUPERSEDED, Event.DELIVERED, SUPERSEDED),
                Arguments.of(REVOKED, Event.DELIVERED, REVOKED),
                Arguments.of(REVOKED, Event.REVOCATION_DELIVERED, REVOKED));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void goesFromStageToStage(OpinionLife before, Event event, OpinionLife after) {
        assertThat(before.after(event, event == Event.PRINTED ? 2 : 0)).isEqualTo(after);
    }

    static Stream<Arguments> afterTheEnd() {
        return Stream.of(SUPERSEDED, REVOKED)
                .flatMap(ended -> Stream.of(Event.PRINTED, Event.SUPERSEDED, Event.REVOKED).map(e -> Arguments.of(ended, e)));
    }

    @ParameterizedTest
    @MethodSource("afterTheEnd")
    void refusesEveryMoveAfterTheEnd(OpinionLife ended, Event event) {
        assertThatThrownBy(() -> ended.after(event, 1))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code())
                        .isEqualTo(FailureCode.OPINION_NOT_IN_FORCE));
    }

    @Test
    void takesTheConfirmationOfARevocationOnlyWhenItWasRevoked() {
        assertThatThrownBy(() -> new Delivered().after(Event.REVOCATION_DELIVERED, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SUPERSEDED.after(Event.REVOCATION_DELIVERED, 0)).isInstanceOf(IllegalStateException.class);
    }
}
