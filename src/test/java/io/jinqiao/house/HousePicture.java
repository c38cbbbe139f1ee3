package io.jinqiao.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/**
 * The rooms and arrows as the package-infos name them, beside those a picture or a page shows. The words' room is used by everyone and
 * the console uses all: neither has arrows drawn. The workbench is not part of the house.
 */
final class HousePicture {
    private static final Pattern ROOM = Pattern.compile("data-room=\"([a-z]+)\"");
    private static final Pattern ARROW = Pattern.compile("data-from=\"([a-z]+)\" data-to=\"([a-z]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| [^|]+ \\| ([^|]*) \\| [^|]* \\|$");

    private HousePicture() {}

    /** Room → rooms it may use. */
    static Map<String, Set<String>> inTheCode() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/io/jinqiao"))) {
            for (Path folder : folders.filter(f -> Files.exists(f.resolve("package-info.java"))).toList()) {
                String room = folder.getFileName().toString();
                if (!room.equals("workbench")) {
                    rooms.put(room, mayUse(room));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rooms;
    }

    private static Set<String> mayUse(String room) {
        try {
            ApplicationModule module = Class.forName("io.jinqiao." + room + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            Set<String> used = new TreeSet<>();
            for (String allowed : module.allowedDependencies()) {
                used.add(allowed.split("::")[0].trim());
            }
            used.remove(room);
            return used;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(room + " does not say whom it may use", e);
        }
    }

    /** What a picture shows otherwise than the code has it. */
    static List<String> problems(String svg, Map<String, Set<String>> code) {
        List<String> problems = new ArrayList<>();
        Set<String> rooms = new TreeSet<>();
        ROOM.matcher(svg).results().forEach(r -> rooms.add(r.group(1)));
        compare("room", code.keySet(), rooms, problems);
        Set<String> wanted = new TreeSet<>();
        code.forEach((room, used) -> {
            if (room.equals("console")) {
                compare("door the console may use:", others(code, room), used, problems);
            } else {
                used.stream().filter(u -> !u.equals("message")).forEach(u -> wanted.add(room + " -> " + u));
            }
            if (!room.equals("message") && !used.contains("message")) {
                problems.add(room + " does not stand on message");
            }
        });
        Set<String> drawn = new TreeSet<>();
        Matcher arrow = ARROW.matcher(svg);
        while (arrow.find()) {
            drawn.add(arrow.group(1) + " -> " + arrow.group(2));
        }
        compare("arrow", wanted, drawn, problems);
        return problems;
    }

    private static Set<String> others(Map<String, Set<String>> code, String room) {
        Set<String> others = new TreeSet<>(code.keySet());
        others.remove(room);
        return others;
    }

    /** What the table of the rooms says otherwise than the code has it. */
    static List<String> tableProblems(String page, Map<String, Set<String>> code) {
        List<String> problems = new ArrayList<>();
        Map<String, Set<String>> rows = new TreeMap<>();
        ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), words(row.group(2))));
        compare("row", code.keySet(), rows.keySet(), problems);
        code.forEach((room, used) -> compare(
                "use by " + room + " of", used, rows.getOrDefault(room, Set.of()), problems));
        return problems;
    }

    private static Set<String> words(String cell) {
        Set<String> words = new TreeSet<>(List.of(cell.trim().split("[, ]+")));
        words.removeAll(Set.of("–", ""));
        return words;
    }

    private static void compare(String what, Set<String> inCode, Set<String> shown, List<String> problems) {
        inCode.stream().filter(x -> !shown.contains(x)).forEach(x -> problems.add("not shown: " + what + " " + x));
        shown.stream().filter(x -> !inCode.contains(x)).forEach(x -> problems.add("not in the code: " + what + " " + x));
    }
}
