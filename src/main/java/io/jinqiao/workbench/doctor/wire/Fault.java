package io.jinqiao.workbench.doctor.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * How a connection ended that should not have.
 *
 * @param alert name of the TLS alert the other side sent; empty for other kinds
 * @param words of the JDK, for people
 */
public record Fault(Kind kind, String alert, String words) {
    private static final String ALERT = "received fatal alert: ";

    public enum Kind {
        NAME_UNKNOWN,
        REFUSED,
        NO_ROUTE,
        TIMED_OUT,
        RESET,
        /** Ended in an orderly way, too early. */
        CLOSED,
        /** What came is no TLS. */
        NOT_TLS,
        TLS_VERSION,
        ALERT,
        OTHER
    }

    static Fault of(IOException e) {
        String words = e.getClass().getSimpleName() + ": " + e.getMessage();
        String lower = words.toLowerCase(Locale.ROOT);
        int alert = lower.indexOf(ALERT);
        if (alert >= 0) {
            String name = lower.substring(alert + ALERT.length()).strip();
            return new Fault(name.equals("protocol_version") ? Kind.TLS_VERSION : Kind.ALERT, name, words);
        }
        return new Fault(kind(e, lower), "", words);
    }

    private static Kind kind(IOException e, String words) {
        if (e instanceof UnknownHostException) {
            return Kind.NAME_UNKNOWN;
        }
        if (e instanceof NoRouteToHostException) {
            return Kind.NO_ROUTE;
        }
        if (e instanceof ConnectException) {
            return words.contains("timed out") ? Kind.TIMED_OUT : words.contains("refused") ? Kind.REFUSED : Kind.NO_ROUTE;
        }
        if (e instanceof SocketTimeoutException) {
            return Kind.TIMED_OUT;
        }
        if (words.contains("unrecognized ssl message") || words.contains("unsupported or unrecognized")) {
            return Kind.NOT_TLS;
        }
        if (words.contains("protocol version") || words.contains("no appropriate protocol")) {
            return Kind.TLS_VERSION;
        }
        return ended(e, words);
    }

    private static Kind ended(IOException e, String words) {
        if (words.contains("connection reset") || words.contains("broken pipe") || words.contains("connection or outbound has closed")) {
            return Kind.RESET;
        }
        if (e instanceof EOFException || e.getCause() instanceof EOFException || words.contains("terminated the handshake")) {
            return Kind.CLOSED;
        }
        if (words.contains("network is unreachable")) {
            return Kind.NO_ROUTE;
        }
        return e instanceof SocketException ? Kind.RESET : Kind.OTHER;
    }

    public boolean cutOff() {
        return kind == Kind.RESET || kind == Kind.CLOSED;
    }
}
