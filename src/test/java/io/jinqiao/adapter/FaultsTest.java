package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a partner is told when something of ours failed. */
class FaultsTest {
    private static RuntimeException state(String state) {
        return new UncategorizedDataAccessException("x", new SQLException("x", state)) {};
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(new DataAccessResourceFailureException("x"), FailureCode.STORE_UNAVAILABLE),
                arguments(new TransientDataAccessResourceException("x"), FailureCode.STORE_UNAVAILABLE),
                arguments(new RecoverableDataAccessException("x"), FailureCode.STORE_UNAVAILABLE),
                arguments(new CannotCreateTransactionException("x"), FailureCode.STORE_UNAVAILABLE),
                arguments(state("57P01"), FailureCode.STORE_UNAVAILABLE),
                arguments(state("08006"), FailureCode.STORE_UNAVAILABLE),
                arguments(new CannotAcquireLockException("x"), FailureCode.BUSY),
                arguments(state("42601"), FailureCode.INTERNAL),
                arguments(state(null), FailureCode.INTERNAL),
                arguments(new QueryTimeoutException("x"), FailureCode.INTERNAL),
                arguments(new IllegalStateException("x"), FailureCode.INTERNAL));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfOursIsToldAsOneThatPassesOrByItsTrace(RuntimeException fault, FailureCode code) {
        assertThat(Faults.problems(fault, "trace-1")).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void aRefusalIsToldAsItIs() {
        Refusal refusal = new Refusal(FailureCode.NO_STANDING, "none");
        assertThat(Faults.problems(refusal, "t")).isEqualTo(refusal.problems());
        assertThat(Faults.problems(new IllegalStateException("secret"), "trace-1").get(0).arguments()).containsExactly("trace-1");
    }

    @Test
    void onlyAMissingStoreOrMissingEvidenceLeavesNoRecord() {
        for (FailureCode code : FailureCode.values()) {
            boolean nothing = code == FailureCode.STORE_UNAVAILABLE || code == FailureCode.EVIDENCE_UNAVAILABLE;
            assertThat(Faults.nothingCanBeWritten(List.of(Problem.of(code)))).as(code.code()).isEqualTo(nothing);
            assertThat(Faults.passing(List.of(Problem.of(code)))).as(code.code()).isEqualTo(code.passing());
        }
    }
}
