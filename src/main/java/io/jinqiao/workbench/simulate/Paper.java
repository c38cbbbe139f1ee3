package io.jinqiao.workbench.simulate;

/** What is wrong with the electronic certificates the simulated registry hands out. */
public enum Paper {
    PROPER,
    /** a page was changed after it was sealed */
    BROKEN_SEAL,
    /** sealed with a key no trusted authority vouches for */
    UNTRUSTED_KEY,
    /** properly sealed, of the neighbour's home */
    OTHER_UNIT,
    /** properly sealed, somebody else mortgaged it */
    OTHER_HOLDER,
    /** properly sealed, of somebody of the same name: the identity number is another one */
    NAMESAKE,
    /** properly sealed, names another proof than the notice does */
    OTHER_NUMBER,
    /** properly sealed, and marked as cancelled */
    CANCELLED,
    /** the notice names an identifier whose check character is wrong */
    WRONG_CHARACTER,
    /** the notice names the digest of another file */
    OTHER_DIGEST
}
