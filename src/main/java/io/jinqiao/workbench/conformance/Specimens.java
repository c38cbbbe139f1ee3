package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Content;
import io.jinqiao.message.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Contents made from the places a message has: from a lawful seed, as much as can be added, as much as can be taken away. The message's own
 * rules are the judge; a value they refuse beside the others is no specimen.
 */
final class Specimens {
    private final Shape.Group shape;
    private final Predicate<Content.Group> lawful;
    private final Map<String, Place> places;
    private final Set<String> carried = new HashSet<>();
    private final Set<String> insisted;
    private final List<Content.Group> seeds;

    /**
     * @param places the partner's table has a line for: what it has none for is never made
     * @param insisted places its table insists on: they are never taken away
     */
    Specimens(Shape.Group shape, Predicate<Content.Group> lawful, List<Place> places, Set<String> insisted, List<Content.Group> seeds) {
        this.insisted = insisted;
        this.shape = shape;
        this.lawful = lawful;
        this.places = places.stream().collect(Collectors.toMap(Place::our, place -> place));
        for (String place : this.places.keySet()) {
            String at = place;
            while (!at.isEmpty()) {
                carried.add(at);
                carried.add(at.replaceAll("\\[]$", ""));
                at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "";
            }
        }
        this.seeds = seeds;
    }

    boolean lawful(Content.Group content) {
        return lawful.test(content);
    }

    /** @param path to the value, rows by number */
    record Leaf(List<Object> path, Shape.Leaf shape, String value) {
        String place() {
            return Agreement.bare(Tree.words(path));
        }
    }

    /** Every value of a content whose place the shape knows. */
    List<Leaf> leaves(Content.Group content) {
        List<Leaf> leaves = new ArrayList<>();
        leaves(content, shape, List.of(), leaves);
        return leaves;
    }

    private static void leaves(Content content, Shape shape, List<Object> at, List<Leaf> leaves) {
        if (content instanceof Content.Text text && shape instanceof Shape.Leaf leaf) {
            leaves.add(new Leaf(at, leaf, text.value()));
        } else if (content instanceof Content.Group group && shape instanceof Shape.Group form) {
            group.members().forEach((name, inner) -> {
                if (form.members().containsKey(name)) {
                    leaves(inner, form.members().get(name), below(at, name), leaves);
                }
            });
        } else if (content instanceof Content.Rows rows && shape instanceof Shape.Rows form) {
            for (int i = 0; i < rows.rows().size(); i++) {
                leaves(rows.rows().get(i), form.row(), below(at, i), leaves);
            }
        }
    }

    /** As many places as may stand beside each other. */
    Content.Group full(Content.Group seed) {
        return fuller(seed, shape, List.of());
    }

    private Content.Group fuller(Content.Group whole, Shape.Group form, List<Object> at) {
        Content.Group result = whole;
        for (Map.Entry<String, Shape> member : form.members().entrySet()) {
            List<Object> path = below(at, member.getKey());
            if (!carried.contains(Agreement.bare(Tree.words(path)))) {
                continue;
            }
            if (Tree.get(result, path) == null) {
                result = added(result, member.getValue(), path);
            }
            Content there = Tree.get(result, path);
            if (there instanceof Content.Group && member.getValue() instanceof Shape.Group inner) {
                result = fuller(result, inner, path);
            } else if (there instanceof Content.Rows rows && member.getValue() instanceof Shape.Rows inner) {
                for (int i = 0; i < rows.rows().size(); i++) {
                    result = fuller(result, inner.row(), below(path, i));
                }
            }
        }
        return result;
    }

    private Content.Group added(Content.Group whole, Shape shape, List<Object> path) {
        List<Content> candidates = new ArrayList<>();
        seeds.stream().map(seed -> Tree.get(seed, path)).filter(java.util.Objects::nonNull).forEach(candidates::add);
        candidates.addAll(invented(shape, Agreement.bare(Tree.words(path))));
        return candidates.stream()
                .map(candidate -> Tree.with(whole, path, candidate))
                .filter(lawful)
                .findFirst()
                .orElse(whole);
    }

    private List<Content> invented(Shape shape, String place) {
        if (shape instanceof Shape.Leaf leaf) {
            return switch (leaf.type()) {
                case TEXT -> texts(text(places.get(place)));
                case VALUE -> texts("1.00000", "1");
                case MONEY -> texts(places.containsKey(place) && places.get(place).oneFen() > 1 ? "12300" : "12345", "0");
                case DATE -> texts("2026-11-23", "2030-01-01");
                case INSTANT -> texts("2026-11-23T01:00:00Z");
                case NUMBER -> texts("1", "0");
                case FLAG -> texts("true", "false");
                case WORD -> texts(leaf.words().toArray(String[]::new));
            };
        }
        Shape.Group form = shape instanceof Shape.Rows rows ? rows.row() : (Shape.Group) shape;
        Content.GroupBuilder group = Content.group();
        String below = place + (shape instanceof Shape.Rows ? "[]." : ".");
        form.members().forEach((name, inner) -> group.put(name, inner.required() ? invented(inner, below + name).get(0) : null));
        return List.of(shape instanceof Shape.Rows ? new Content.Rows(List.of(group.build())) : group.build());
    }

    private static String text(@Nullable Place place) {
        if (place != null && place.converts("digits")) {
            return "1";
        }
        return place != null && place.converts("base64") ? "5qC3" : "例";
    }

    private static List<Content> texts(String... values) {
        return java.util.Arrays.stream(values).<Content>map(Content.Text::new).toList();
    }

    /** As few places as may be left. */
    Content.Group minimal(Content.Group seed) {
        return fewer(seed, shape, List.of());
    }

    private Content.Group fewer(Content.Group whole, Shape.Group form, List<Object> at) {
        Content.Group result = whole;
        for (Map.Entry<String, Shape> member : form.members().entrySet()) {
            List<Object> path = below(at, member.getKey());
            Content there = Tree.get(result, path);
            if (there == null) {
                continue;
            }
            Content.Group without = Tree.with(result, path, null);
            if (!member.getValue().required() && !insisted.contains(Agreement.bare(Tree.words(path))) && lawful(without)) {
                result = without;
            } else {
                result = fewerInside(result, member.getValue(), there, path);
            }
        }
        return result;
    }

    private Content.Group fewerInside(Content.Group whole, Shape shape, Content there, List<Object> path) {
        Content.Group result = whole;
        if (there instanceof Content.Group && shape instanceof Shape.Group inner) {
            return fewer(result, inner, path);
        }
        if (there instanceof Content.Rows rows && shape instanceof Shape.Rows inner) {
            for (int i = 0; i < rows.rows().size(); i++) {
                result = fewer(result, inner.row(), below(path, i));
            }
        }
        return result;
    }

    /** The content with another value in one place; null when the message's own rules refuse it there. */
    Content.@Nullable Group varied(Content.Group content, Leaf leaf, String value) {
        Content.Group varied = Tree.with(content, leaf.path(), new Content.Text(value));
        return lawful(varied) ? varied : null;
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
