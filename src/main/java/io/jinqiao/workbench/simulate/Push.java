package io.jinqiao.workbench.simulate;

/** How the simulated registry's notices reach the centre. */
public enum Push {
    /** once, in order */
    PROPER,
    LOST,
    /** each one two times, in envelopes of their own */
    TWICE,
    /** a simulated working day later */
    LATE,
    /** a day's notices wait for the next day's, and the newest goes first */
    OUT_OF_ORDER
}
