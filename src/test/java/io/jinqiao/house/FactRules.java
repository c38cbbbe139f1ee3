package io.jinqiao.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may read which table: a room its own, and of another room only the views it publishes as facts. */
final class FactRules {
    private static final Pattern CREATED =
            Pattern.compile("CREATE\\s+(?:OR\\s+REPLACE\\s+)?(?:UNLOGGED\\s+)?(?:MATERIALIZED\\s+)?(?:TABLE|VIEW|SEQUENCE|FUNCTION)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?([a-z0-9_]+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT_ON_VIEW = Pattern.compile("COMMENT ON COLUMN ([a-z0-9_]+)\\.([a-z0-9_]+)");
    private static final Pattern FILE =
            Pattern.compile("src/main/(?:java/io/jinqiao|resources/db/migration)/([a-z]+)/.*");
    private static final Set<String> FACT_READERS = Set.of("assessment", "credit", "console", "workbench");

    private final Map<String, String> files;
    /** Name of a table, view, sequence or function → the room whose migration makes it. */
    private final Map<String, String> owners = new TreeMap<>();

    /** @param files path → text of the Java sources and migrations */
    FactRules(Map<String, String> files) {
        this.files = files;
        files.forEach((path, text) -> {
            if (path.endsWith(".sql")) {
                Matcher created = CREATED.matcher(text);
                while (created.find()) {
                    owners.put(created.group(1), room(path));
                }
            }
        });
    }

    Collection<String> tables() {
        return owners.keySet();
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        owners.forEach((name, room) -> {
            if (!name.startsWith(room + "_")) {
                problems.add("migration of " + room + " makes " + name + ", which does not begin with " + room + "_");
            }
        });
        files.forEach((path, text) -> {
            for (String name : used(text)) {
                String owner = owners.get(name);
                String reader = room(path);
                if (owner.equals(reader)) {
                    continue;
                }
                if (!name.startsWith(owner + "_fact_")) {
                    problems.add(path + " uses " + name + ", a table of " + owner);
                } else if (!FACT_READERS.contains(reader)) {
                    problems.add(path + " reads " + name + "; facts are read by " + new TreeSet<>(FACT_READERS));
                }
            }
        });
        return problems;
    }

    /** Published views without a comment on themselves. */
    List<String> undocumentedFacts() {
        Set<String> documented = new TreeSet<>();
        files.values().forEach(text -> {
            Matcher comment = COMMENT_ON_VIEW.matcher(text);
            while (comment.find()) {
                documented.add(comment.group(1));
            }
        });
        return owners.keySet().stream()
                .filter(name -> name.contains("_fact_"))
                .filter(name -> !documented.contains(name))
                .toList();
    }

    private Set<String> used(String text) {
        Set<String> used = new TreeSet<>();
        for (String name : owners.keySet()) {
            if (text.contains(name) && Pattern.compile("(?<![a-z0-9_])" + name + "(?![a-z0-9_])").matcher(text).find()) {
                used.add(name);
            }
        }
        return used;
    }

    private static String room(String path) {
        Matcher file = FILE.matcher(path);
        return file.matches() ? file.group(1) : "";
    }
}
