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
        return new DatabaseCannotStart(
                "The embedded PostgreSQL could not start in " + folder.toAbsolutePath() + "."
                        + advice(cause)
                        + "\nOr use a server of your own: spring.datasource.url, .username, .password."
                        + "\nWhat it said: " + cause.getMessage() + tail(log),
                cause);
    }

    private static String advice(Exception cause) {
        if (String.valueOf(cause.getMessage()).contains("incompatible")) {
            return "\nMove the folder away to begin with an empty one.";
        }
        if ("root".equals(System.getProperty("user.name"))) {
            return "\nPostgreSQL refuses to run as root; we start it in a user namespace of its own (unshare -U), which this machine"
                    + " may forbid. Run as an ordinary user then.";
        }
        return "\nIs there another gateway running on it, or is the disk full?";
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
