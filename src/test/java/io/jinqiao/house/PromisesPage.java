package io.jinqiao.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tests named in a page as {@code `room/ClassTest#method`}. */
final class PromisesPage {
    private static final Pattern NAMED = Pattern.compile("`([a-z/]*[A-Z][A-Za-z]*(?:Test|IT))(?:#([A-Za-z0-9]+))?`");
    private static final Path TESTS = Path.of("src/test/java/io/jinqiao");

    private PromisesPage() {}

    static List<String> named(String page) {
        return NAMED.matcher(page).results().map(r -> r.group().replace("`", "")).toList();
    }

    /** Names of tests that are not there. */
    static List<String> missing(String page) {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            Path file = TESTS.resolve(named.group(1) + ".java");
            boolean there = Files.exists(file)
                    && (named.group(2) == null || hasTest(Sources.text(file.toString()), named.group(2)));
            if (!there) {
                missing.add(named.group().replace("`", ""));
            }
        }
        return missing;
    }

    private static boolean hasTest(String source, String method) {
        return Pattern.compile("@(?:Test|ParameterizedTest|Property|RepeatedTest|TestFactory)\\b(?:(?!\\n    }\\n).)*?\\bvoid " + method + "\\(", Pattern.DOTALL)
                .matcher(source)
                .find();
    }
}
