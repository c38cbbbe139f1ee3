package io.jinqiao.workbench.simulate;

/** How a simulated partner treats a message. */
public enum Behaviour {
    /** Takes it and answers as its stub says. */
    OK,
    /** Answers that it does not take it. */
    REFUSE,
    /** Answers that it is still being worked on, and takes it. */
    IN_PROCESS,
    /** Takes it and answers after a while, within the reply time-out of its partner. */
    SLOW,
    /** Takes it and answers after the reply time-out of its partner. */
    LATE,
    /** Takes it and closes the connection without a word. */
    SILENT,
    /** Closes the connection without having taken anything. */
    DEAF,
    /** Takes it and sends its answer two times on one connection; the engine in reverse sends it once. */
    TWICE,
    /** Takes it and closes the connection in the middle of its answer; the engine in reverse, before it. */
    HALF,
    /** Takes it and answers something nobody can read. */
    GARBAGE,
    /** Takes it and answers with a signature over other bytes. */
    BAD_SIGNATURE
}
