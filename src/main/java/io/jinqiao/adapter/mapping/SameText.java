package io.jinqiao.adapter.mapping;

/** Both sides write the same text; only its form is checked. */
interface SameText extends Conversion {

    /** @throws io.jinqiao.message.IllegalValue when the text is none of the form */
    void check(String text);

    @Override
    default String toOurs(String theirs) {
        check(theirs);
        return theirs;
    }

    @Override
    default String toTheirs(String ours) {
        check(ours);
        return ours;
    }

    /** @throws IllegalArgumentException when a mapping line gives the conversion an argument */
    static void requireNone(String argument, String name) {
        if (!argument.isEmpty()) {
            throw new IllegalArgumentException(name + " takes no argument");
        }
    }
}
