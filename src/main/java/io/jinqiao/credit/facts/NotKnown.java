package io.jinqiao.credit.facts;

/** Something is not known that every record tells: the loan is set aside, alone. */
final class NotKnown extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param what a word for people, no value */
    NotKnown(String what) {
        super(what, null, false, false);
    }

    String what() {
        return getMessage();
    }
}
