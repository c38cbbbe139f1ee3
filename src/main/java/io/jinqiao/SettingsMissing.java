package io.jinqiao;

import java.util.List;

/** The gateway cannot start because of these settings; the message is for the person who starts it. */
final class SettingsMissing extends RuntimeException {
    SettingsMissing(List<String> missing) {
        super(String.join(System.lineSeparator(), missing.stream().map(line -> "- " + line).toList()));
    }
}
