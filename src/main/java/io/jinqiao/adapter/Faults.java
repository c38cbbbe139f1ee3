package io.jinqiao.adapter;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/** What a partner is told when something of ours failed: always "send the same again later", since nothing was done. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static List<Problem> problems(RuntimeException fault, String trace) {
        if (fault instanceof Refusal refusal) {
            return refusal.problems();
        }
        if (storeIsGone(fault)) {
            LOG.warn("the database does not answer: {}", fault.getClass().getSimpleName());
            return List.of(Problem.of(FailureCode.STORE_UNAVAILABLE));
        }
        if (fault instanceof ConcurrencyFailureException) {
            LOG.info("gave way to another transaction: {}", fault.getClass().getSimpleName());
            return List.of(Problem.of(FailureCode.BUSY));
        }
        // the text of a fault may hold what was sent to us: only where it happened is logged
        LOG.error("internal error {}: {}", trace, where(fault));
        return List.of(Problem.of(FailureCode.INTERNAL, trace));
    }

    static boolean passing(List<Problem> problems) {
        return problems.stream().anyMatch(p -> p.code().passing());
    }

    /** Whether not even a record can be written now. */
    static boolean nothingCanBeWritten(List<Problem> problems) {
        return problems.stream()
                .anyMatch(p -> p.code() == FailureCode.STORE_UNAVAILABLE || p.code() == FailureCode.EVIDENCE_UNAVAILABLE);
    }

    private static boolean storeIsGone(RuntimeException fault) {
        return fault instanceof DataAccessResourceFailureException
                || fault instanceof TransientDataAccessResourceException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof TransactionException
                || fault instanceof DataAccessException dao && shutDown(dao);
    }

    /** PostgreSQL ends sessions with class 57 when it stops or is told to; class 08 is the connection itself. */
    private static boolean shutDown(DataAccessException fault) {
        return fault.getMostSpecificCause() instanceof java.sql.SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("57") || sql.getSQLState().startsWith("08"));
    }

    private static String where(Throwable fault) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = fault; t != null && text.length() < 2000; t = t.getCause()) {
            StackTraceElement[] trace = t.getStackTrace();
            text.append(t.getClass().getName());
            for (int i = 0; i < Math.min(6, trace.length); i++) {
                text.append(System.lineSeparator()).append("  at ").append(trace[i]);
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
