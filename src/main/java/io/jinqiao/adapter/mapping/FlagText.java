package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;

/** Two words of the wire for {@code true} and {@code false}. */
record FlagText(String yes, String no) implements Conversion {
    static FlagText of(String argument) {
        int slash = argument.indexOf('/');
        FlagText flag = new FlagText(argument.substring(0, Math.max(0, slash)), argument.substring(slash + 1));
        if (flag.yes.isEmpty() || flag.no.isEmpty() || flag.yes.equals(flag.no)) {
            throw new IllegalArgumentException("flag:<是>/<否>，两个不同的词，例如 flag:1/0 / flag:<yes>/<no>, two different words, such as flag:1/0");
        }
        return flag;
    }

    @Override
    public String toOurs(String theirs) {
        if (theirs.equals(yes)) {
            return "true";
        }
        if (theirs.equals(no)) {
            return "false";
        }
        throw new IllegalValue(FailureCode.CODE_UNKNOWN, yes + ", " + no);
    }

    @Override
    public String toTheirs(String ours) {
        return ours.equals("true") ? yes : no;
    }
}
