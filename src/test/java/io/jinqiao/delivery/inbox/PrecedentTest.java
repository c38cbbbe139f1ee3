package io.jinqiao.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.Inbox.Candidate;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Promise 2, the decision alone: a key counts once, a number says one thing. */
class PrecedentTest {
    private static final Digest CONTENT = digest("content");
    private static final Candidate CANDIDATE = new Candidate(
            new PartnerId("bank-a"), Operation.LOAN_APPLICATION, new MessageId("M-2"), digest("raw 2"), "APP-1", CONTENT);

    private static final Taken SAME = taken(Operation.LOAN_APPLICATION, CONTENT);
    private static final Taken OTHER_CONTENT = taken(Operation.LOAN_APPLICATION, digest("other"));
    private static final Taken OTHER_OPERATION = taken(Operation.CONTRACT_SIGNED, CONTENT);

    private static Taken taken(Operation operation, Digest content) {
        return new Taken("M-1", operation.id(), content.bytes(), digest("raw 1").bytes());
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameContentUnderTheSameNumberIsARepeat() {
        assertThat(Precedent.of(CANDIDATE, SAME, null)).isEqualTo(Precedent.SAME_NUMBER);
        assertThat(Precedent.of(CANDIDATE, SAME, OTHER_CONTENT)).isEqualTo(Precedent.SAME_NUMBER);
    }

    @Test
    void aNumberUsedForOtherContentOrAnotherOperationIsReused() {
        assertThat(Precedent.of(CANDIDATE, OTHER_CONTENT, null)).isEqualTo(Precedent.NUMBER_REUSED);
        assertThat(Precedent.of(CANDIDATE, OTHER_OPERATION, null)).isEqualTo(Precedent.NUMBER_REUSED);
        assertThat(Precedent.of(CANDIDATE, OTHER_CONTENT, SAME)).as("whatever the key says").isEqualTo(Precedent.NUMBER_REUSED);
    }

    @Test
    void aKeyTakenBySameContentIsARepeatAndByOtherContentAConflict() {
        assertThat(Precedent.of(CANDIDATE, null, SAME)).isEqualTo(Precedent.SAME_CONTENT);
        assertThat(Precedent.of(CANDIDATE, null, OTHER_CONTENT)).isEqualTo(Precedent.CONFLICT);
    }

    @Test
    void nobodyIsInTheWayWhenTheFirstHasRolledBack() {
        assertThat(Precedent.of(CANDIDATE, null, null)).isEqualTo(Precedent.NOBODY);
    }
}
