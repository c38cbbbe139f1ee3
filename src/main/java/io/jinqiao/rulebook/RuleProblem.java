package io.jinqiao.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in a data file.
 *
 * @param file as in {@link Source#name()}
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1; 0 when unknown
 * @param place path inside the file, such as {@code request[2].as}; empty for the whole file
 * @param fix what to do or what is known instead; null when the words say it all
 */
public record RuleProblem(String file, int line, int column, String place, String what, @Nullable String fix) {

    /** One line as a compiler writes it, so that an editor can jump there. */
    @Override
    public String toString() {
        String where = line == 0 ? file : file + ":" + line + ":" + column;
        return where + "  " + (place.isEmpty() ? "" : place + "  ") + what + (fix == null ? "" : "; " + fix);
    }
}
