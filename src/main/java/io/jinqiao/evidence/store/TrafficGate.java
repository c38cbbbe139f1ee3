package io.jinqiao.evidence.store;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether traffic may flow. Closed by whoever sees that evidence cannot be kept, opened again by the watch. */
public final class TrafficGate {
    private static final Logger LOG = LoggerFactory.getLogger(TrafficGate.class);

    /** SQL states of one statement or one transaction that say nothing about the journal: data, constraint, rollback, cancelled. */
    private static final Set<String> ONE_TRANSACTION = Set.of("22", "23", "25", "40", "57");

    private static final String READ_ONLY = "25006";
    private static final String SHUTDOWN = "57P";

    private volatile @Nullable String writing;
    private volatile @Nullable String sealing;
    private volatile int failedSize;

    public boolean open() {
        return writing == null && sealing == null;
    }

    public void requireOpen() {
        if (!open()) {
            throw new Refusal(FailureCode.EVIDENCE_UNAVAILABLE);
        }
    }

    /** Why traffic stands still, in words for the operator; empty when it flows. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (writing != null) {
            reasons.add(writing);
        }
        if (sealing != null) {
            reasons.add(sealing);
        }
        return reasons;
    }

    public boolean writes() {
        return writing == null;
    }

    /** Bytes of the largest content that could not be stored since the gate closed. */
    int failedSize() {
        return failedSize;
    }

    /** Closes the gate when the failure is one of the journal and not of one transaction. */
    void writeFailed(Throwable failure, int size) {
        String state = sqlState(failure);
        if (concernsOneTransaction(failure, state)) {
            return;
        }
        failedSize = Math.max(failedSize, size);
        if (writing == null) {
            LOG.error("journal cannot be written ({}), traffic stops: {}", state, firstLine(failure));
        }
        writing = "journal cannot be written" + (state == null ? "" : " (SQL state " + state + ")") + ": " + firstLine(failure);
    }

    private static boolean concernsOneTransaction(Throwable failure, @Nullable String state) {
        if (state == null) {
            // The pool was busy for too long; had the database been gone, it would say so with a state.
            return failure.getCause() instanceof SQLTransientConnectionException;
        }
        return ONE_TRANSACTION.contains(state.substring(0, 2)) && !state.equals(READ_ONLY) && !state.startsWith(SHUTDOWN);
    }

    public void writeSucceeded() {
        if (writing != null) {
            LOG.warn("journal can be written again, traffic resumes");
            writing = null;
            failedSize = 0;
        }
    }

    public void sealOverdue(@Nullable String reason) {
        if (reason != null && sealing == null) {
            LOG.error("{}, traffic stops", reason);
        } else if (reason == null && sealing != null) {
            LOG.warn("sealing has caught up, traffic resumes");
        }
        sealing = reason;
    }

    private static @Nullable String sqlState(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    /** Later lines of a database message may quote values. */
    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage());
        return root.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
    }
}
