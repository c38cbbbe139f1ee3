package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place of ours and everything the shipped banks call it.
 *
 * @param our from the nearest row around it
 * @param elements national names such as {@code JKRXM}
 * @param titles Chinese, without what stands in brackets
 * @param names English, theirs and ours, plain
 * @param model the line of the bank whose wire is alike; null when it has none
 * @param inner places of one row
 */
record Place(
        String our, Shape shape, Set<String> elements, Set<String> titles, Set<String> names, Node.@Nullable Group model, List<Place> inner) {
    private static final Pattern ELEMENT = Pattern.compile("(?<![A-Za-z0-9])[A-Z]{3,12}(?![A-Za-z0-9])");

    /**
     * @param model lines of the bank whose wire is alike
     * @param known lines of every shipped bank for the same part of the same operation
     */
    static List<Place> of(Shape.Group shape, List<Node> model, List<Node> known) {
        List<Place> places = new ArrayList<>();
        collect(shape, "", model, known, places);
        return places;
    }

    private static void collect(Shape.Group shape, String prefix, List<Node> model, List<Node> known, List<Place> places) {
        shape.members().forEach((name, member) -> {
            if (member instanceof Shape.Group group) {
                collect(group, prefix + name + ".", model, known, places);
            } else {
                places.add(place(prefix + name, member, model, known));
            }
        });
    }

    private static Place place(String our, Shape shape, List<Node> model, List<Node> known) {
        Set<String> elements = new HashSet<>();
        Set<String> titles = new HashSet<>();
        Set<String> names = new HashSet<>(List.of(plain(last(our)), plain(our)));
        List<Node> inside = new ArrayList<>();
        for (Node.Group line : lines(our, known)) {
            String title = line.text("title") == null ? "" : line.text("title");
            elements.addAll(elements(title));
            titles.add(plain(unbracketed(title)));
            names.add(plain(String.valueOf(line.text("their"))));
            names.add(plain(last(String.valueOf(line.text("their")))));
            inside.addAll(line.rows("rows"));
        }
        titles.remove("");
        Node.Group own = lines(our, model).stream().findFirst().orElse(null);
        List<Place> inner = shape instanceof Shape.Rows rows ? of(rows.row(), own == null ? List.of() : own.rows("rows"), inside) : List.of();
        return new Place(our, shape, elements, titles, names, own, inner);
    }

    private static List<Node.Group> lines(String our, List<Node> lines) {
        return lines.stream().map(Node.Group.class::cast).filter(line -> our.equals(line.text("our"))).toList();
    }

    static Set<String> elements(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = ELEMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    static String unbracketed(String title) {
        return title.replaceAll("[(（][^)）]*[)）]", "");
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
