package io.jinqiao.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops traffic, what does not, and what lets it flow again. */
class TrafficGateTest {
    private final TrafficGate gate = new TrafficGate();

    private static RuntimeException failed(String state) {
        return new IllegalStateException("wrapped", new SQLException("no room\nDETAIL: with a value", state));
    }

    private void assertFlows() {
        assertThat(gate.open()).isTrue();
        assertThat(gate.writes()).isTrue();
        assertThat(gate.reasons()).isEmpty();
        assertThatCode(gate::requireOpen).doesNotThrowAnyException();
    }

    private void assertStopped() {
        assertThat(gate.open()).isFalse();
        assertThatThrownBy(gate::requireOpen)
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problems().get(0).code()).isEqualTo(FailureCode.EVIDENCE_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42501", "53100", "08006", "25006", "57P01", "57P03", "58030", "XX000"})
    void stopsWhenTheJournalCannotBeWritten(String state) {
        assertFlows();
        gate.writeFailed(failed(state), 7);
        assertStopped();
        assertThat(gate.writes()).isFalse();
        assertThat(gate.reasons())
                .containsExactly("journal cannot be written (SQL state " + state + "): SQLException: no room");
        gate.writeSucceeded();
        assertFlows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "25P02", "40001", "57014"})
    void flowsOnWhenOneTransactionFailed(String state) {
        gate.writeFailed(failed(state), 7);
        assertFlows();
        assertThat(gate.failedSize()).isZero();
    }

    @Test
    void flowsOnWhenThePoolWasBusyButNotWhenNoReasonIsKnown() {
        gate.writeFailed(new IllegalStateException("x", new SQLTransientConnectionException("timed out")), 1);
        assertFlows();
        gate.writeFailed(new IllegalStateException("x", new IOException("No space left on device")), 1);
        assertStopped();
        assertThat(gate.reasons()).containsExactly("journal cannot be written: IOException: No space left on device");
    }

    @Test
    void takesTheFirstStateThatIsKnown() {
        SQLException withState = new SQLException("inner", "23505");
        gate.writeFailed(new IllegalStateException(new SQLException("outer", null, withState)), 1);
        assertFlows();
    }

    @Test
    void remembersTheLargestContentThatDidNotFitUntilWritingSucceeds() {
        gate.writeFailed(failed("53100"), 70);
        gate.writeFailed(failed("53100"), 7);
        assertThat(gate.failedSize()).isEqualTo(70);
        gate.writeSucceeded();
        assertThat(gate.failedSize()).isZero();
    }

    @Test
    void stopsForOverdueSealsIndependentlyOfWriting() {
        gate.sealOverdue("unsealed for too long");
        assertStopped();
        assertThat(gate.writes()).isTrue();
        gate.writeSucceeded();
        assertStopped();
        gate.writeFailed(failed("53100"), 1);
        assertThat(gate.reasons()).hasSize(2).last().isEqualTo("unsealed for too long");
        gate.writeSucceeded();
        gate.sealOverdue(null);
        assertFlows();
    }
}
