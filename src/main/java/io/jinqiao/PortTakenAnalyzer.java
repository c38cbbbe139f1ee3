package io.jinqiao;

import io.jinqiao.adapter.PortTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Which port, and which setting names it, instead of a stack trace: for the partners' ports and for console and API. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortTaken taken) {
                return said(taken);
            }
            if (cause instanceof PortInUseException used) {
                return said(new PortTaken("the console's address", used.getPort(), "server.port"));
            }
        }
        return null;
    }

    private static FailureAnalysis said(PortTaken taken) {
        return new FailureAnalysis(taken.getMessage(), "Set " + taken.setting() + ", or stop the other program.", taken);
    }
}
