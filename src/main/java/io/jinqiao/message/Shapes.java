package io.jinqiao.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Collects the places a reader asks for. Groups are finished after their readers have run. */
final class Shapes {
    private final Map<String, Supplier<Shape>> members = new LinkedHashMap<>();

    void leaf(String name, Shape.Leaf leaf) {
        members.put(name, () -> leaf);
    }

    Shapes group(String name, boolean required) {
        Shapes inner = new Shapes();
        members.put(name, () -> inner.group(required));
        return inner;
    }

    Shapes rows(String name, int min, int max) {
        Shapes inner = new Shapes();
        members.put(name, () -> new Shape.Rows(inner.group(true), min, max));
        return inner;
    }

    Shape.Group group(boolean required) {
        Map<String, Shape> finished = new LinkedHashMap<>();
        members.forEach((name, shape) -> finished.put(name, shape.get()));
        return new Shape.Group(Collections.unmodifiableMap(finished), required);
    }
}
