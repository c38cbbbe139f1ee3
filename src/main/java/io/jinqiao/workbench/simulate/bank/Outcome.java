package io.jinqiao.workbench.simulate.bank;

/** The outcomes a bank has a return code for, in the order of each bank's list. */
enum Outcome {
    DONE,
    IN_PROCESS,
    ENVELOPE,
    SIGNATURE,
    TIME,
    FIELD,
    UNKNOWN_MESSAGE,
    REFUSED
}
