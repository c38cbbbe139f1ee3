package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;

/** Filled up to a fixed number of characters on the wire; the filling is taken off when read, but one character always stays. */
record Padding(boolean left, char filler, int length) implements Conversion {
    static Padding left(String argument) {
        return of(true, argument);
    }

    static Padding right(String argument) {
        return of(false, argument);
    }

    private static Padding of(boolean left, String argument) {
        if (argument.length() < 3 || argument.charAt(1) != ':' || !argument.substring(2).matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("pad-left:<字符>:<长度>，例如 pad-left:0:12 / pad-left:<character>:<length>, such as pad-left:0:12");
        }
        return new Padding(left, argument.charAt(0), Integer.parseInt(argument.substring(2)));
    }

    @Override
    public String toOurs(String theirs) {
        int from = 0;
        int to = theirs.length();
        while (left && from < to - 1 && theirs.charAt(from) == filler) {
            from++;
        }
        while (!left && to > from + 1 && theirs.charAt(to - 1) == filler) {
            to--;
        }
        return theirs.substring(from, to);
    }

    @Override
    public String toTheirs(String ours) {
        if (ours.length() > length) {
            throw new IllegalValue(FailureCode.FIELD_TOO_LONG, "" + length);
        }
        String filling = String.valueOf(filler).repeat(length - ours.length());
        return left ? filling + ours : ours + filling;
    }
}
