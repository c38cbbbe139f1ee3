package io.jinqiao.workbench.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded PostgreSQL did not start; the message says why and what to do. */
public final class DatabaseCannotStart extends RuntimeException {
    private static final int TAIL = 12;

    private DatabaseCannotStart(String message, Throwable cause) {
        super(message, cause);
    }

    static DatabaseCannotStart because(Exception cause, Path folder, Path log) {
        String tail = tail(log);
        return new DatabaseCannotStart(
                "The embedded PostgreSQL could not start in " + folder.toAbsolutePath() + ".\n"
                        + advice(isAnothers(cause) ? cause.toString() : cause + tail, folder)
                        + "\nOr use a server of your own: spring.datasource.url, .username, .password."
                        + "\nWhat it said: " + cause.getMessage() + (isAnothers(cause) ? "" : tail),
                cause);
    }

    /** The other gateway's log says nothing about this one's trouble. */
    private static boolean isAnothers(Exception cause) {
        return String.valueOf(cause.getMessage()).matches("(?s).*(another gateway|this process already).*");
    }

    private static String advice(String said, Path folder) {
        if (said.contains("another gateway") || said.contains("this process already")) {
            return "Stop the other gateway first, or give this one a home of its own (jinqiao.home, --home of the demonstration).";
        }
        if (said.contains("incompatible")) {
            return "Move the folder away to begin with an empty one.";
        }
        if (said.contains("No space left on device")) {
            return "The disk is full: make room and start again; nothing that was committed is lost.";
        }
        if (said.contains("Read-only file system") || said.contains("AccessDenied") || said.contains("Permission denied")) {
            return "The folder cannot be written: name another home (jinqiao.home, --home of the demonstration), or mend its rights.";
        }
        if (isHalfWritten(folder.resolve("data"))) {
            return "Its folder is half-written: a first start was cut off. Delete " + folder.toAbsolutePath() + " and start again.";
        }
        if (said.contains("root")) {
            return "PostgreSQL refuses to run as root; we start it in a user namespace of its own (unshare -U), which this machine"
                    + " may forbid. Run as an ordinary user then.";
        }
        return "Is the disk full, or the folder damaged?";
    }

    /** What the making of a database writes last is not there. */
    private static boolean isHalfWritten(Path data) {
        return Files.isDirectory(data)
                && (!Files.exists(data.resolve("PG_VERSION"))
                        || !Files.exists(data.resolve("postgresql.conf"))
                        || !Files.exists(data.resolve("global/pg_control")));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
            return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
