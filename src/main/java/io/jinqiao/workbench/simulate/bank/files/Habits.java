package io.jinqiao.workbench.simulate.bank.files;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bank does with files.
 *
 * @param served whether it has a server they are fetched from; else it puts them where the centre says
 * @param offers folder of its files
 * @param results folder of ours
 */
record Habits(String partner, Layout layout, boolean served, String offers, String results) {
    static final String USER = "gjj";
    static final String OUR_KEY = "centre-sftp";

    private static final Map<String, Habits> ALL = Stream.of(
                    new Habits("icbc", new IcbcFiles(), true, "out/repayment", "in/repayment"),
                    new Habits("abc", new AbcFiles(), true, "out", "in"),
                    new Habits("ccb", new CcbFiles(), false, "in", "out"),
                    new Habits("psbc", new PsbcFiles(), false, "in", "out"))
            .collect(Collectors.toMap(Habits::partner, Function.identity()));

    static @Nullable Habits of(String partner) {
        return ALL.get(partner);
    }

    String setting(String ending) {
        return partner.toUpperCase(Locale.ROOT) + ending;
    }
}
