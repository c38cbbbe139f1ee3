package io.jinqiao.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values a row can have, numbered from 0 in the order in which its record reads them. */
public final class RowPlaces {
    private final List<String> names = new ArrayList<>();
    private final List<Shape.Leaf> leaves = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    public RowPlaces(Shape.Group row) {
        add("", row);
    }

    private void add(String prefix, Shape.Group group) {
        group.members().forEach((name, member) -> {
            if (member instanceof Shape.Group inner) {
                add(prefix + name + ".", inner);
            } else if (member instanceof Shape.Leaf leaf) {
                numbers.put(prefix + name, names.size());
                names.add(prefix + name);
                leaves.add(leaf);
            } else {
                throw new IllegalArgumentException("a row of a file has no rows of its own: " + prefix + name);
            }
        });
    }

    public int size() {
        return names.size();
    }

    /** @throws IllegalArgumentException when a row has no such place */
    public int of(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("a row has no place '" + name + "'; it has " + names);
        }
        return number;
    }

    public String name(int place) {
        return names.get(place);
    }

    public Shape.Leaf leaf(int place) {
        return leaves.get(place);
    }
}
