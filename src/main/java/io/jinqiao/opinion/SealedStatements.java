package io.jinqiao.opinion;

/** The door to sealed statements. */
public interface SealedStatements {

    /**
     * The sealed PDF of a statement, made the first time it is asked for and the same ever after.
     *
     * @throws io.jinqiao.message.Refusal when a statement of this number said something else, or the font lacks a character
     */
    byte[] sealed(Statement statement);
}
