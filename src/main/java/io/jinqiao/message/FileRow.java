package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file that is right in itself, by the numbers of its places ({@link RowPlaces}). A view on the reader's memory: valid only while
 * the reader hands it out, so that ten million of them cost no more memory than one.
 */
public interface FileRow {

    /** Line of the file, from 1; in XML the line its element begins in. */
    long line();

    /** Whether the row has this place. */
    boolean has(int place);

    /** An amount in fen; 0 when absent. */
    long fen(int place);

    /** A day as days since 1970-01-01; ask {@link #has} first. */
    long epochDay(int place);

    default @Nullable LocalDate day(int place) {
        return has(place) ? LocalDate.ofEpochDay(epochDay(place)) : null;
    }

    /** A whole number; 0 when absent. */
    int number(int place);

    /** Which of the place's words, from 0 in the order of its {@link Shape.Leaf#words()}; -1 when absent. */
    int word(int place);

    @Nullable String text(int place);

    /** The same row as content in our words. */
    Content.Group content();
}
