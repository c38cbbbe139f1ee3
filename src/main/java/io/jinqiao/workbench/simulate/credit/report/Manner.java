package io.jinqiao.workbench.simulate.credit.report;

/** How the Center treats a file. */
public enum Manner {
    /** Judges it and answers. */
    ANSWERS,
    /** Refuses it whole, whatever is in it. */
    REFUSES,
    /** Judges it; the answer waits until it is asked for. */
    DELAYS,
    /** Judges it once and answers twice. */
    TWICE,
    /** Judges it, and the answer never comes. */
    LOSES_ANSWER,
    /** Never saw it. */
    LOSES_FILE,
    /** Judges it and answers about a file nobody sent. */
    OTHER_FILE,
    /** Judges it and complains of a record the file has not. */
    ROWS_BEYOND,
    /** Judges it and complains of its first record with a code nobody knows. */
    UNKNOWN_CODE,
    /** Judges it; half of the answer comes. */
    HALF
}
