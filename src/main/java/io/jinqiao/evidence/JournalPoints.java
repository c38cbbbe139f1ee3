package io.jinqiao.evidence;

/**
 * Named places around the journal's own commits. In production nothing happens there; the crash campaign stops the process there to
 * kill it.
 */
@FunctionalInterface
public interface JournalPoints {

    enum Point {
        LINK_BEFORE_COMMIT,
        LINKED,
        SEALED
    }

    void reached(Point point);
}
