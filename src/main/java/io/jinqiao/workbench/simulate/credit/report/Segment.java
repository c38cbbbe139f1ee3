package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A segment and its elements.
 *
 * @param open the sheet does not tell its elements: whatever stands there is taken
 */
record Segment(String name, boolean required, boolean open, List<Item> items) {

    static Segment required(String name, Item... items) {
        return new Segment(name, true, false, List.of(items));
    }

    static Segment optional(String name, Item... items) {
        return new Segment(name, false, false, List.of(items));
    }

    static Segment untold(String name, boolean required) {
        return new Segment(name, required, true, List.of());
    }

    void look(Tag segment, Consumer<Flaw> found) {
        if (segment.inside().isEmpty()) {
            found.accept(new Flaw("ABR000", name));
        } else if (!open) {
            look(segment, items, found);
        }
    }

    static void look(Tag parent, List<Item> items, Consumer<Flaw> found) {
        Set<String> seen = new HashSet<>();
        for (Tag tag : parent.inside()) {
            Item item = items.stream().filter(i -> i.name().equals(tag.name())).findFirst().orElse(null);
            if (item == null || !seen.add(tag.name()) && item.inside().isEmpty() || !item.inside().isEmpty() && tag.inside().isEmpty()) {
                found.accept(new Flaw("ABR000", tag.name()));
            } else if (item.inside().isEmpty()) {
                filled(tag, item, found);
            } else {
                look(tag, item.inside(), found);
            }
        }
        for (Item item : items) {
            if (!seen.contains(item.name()) && (item.need() == Item.Need.FILLED || item.need() == Item.Need.PRESENT)) {
                found.accept(new Flaw("ABD000", item.name()));
            }
        }
    }

    private static void filled(Tag tag, Item item, Consumer<Flaw> found) {
        String value = Tag.bare(tag.text());
        if (!tag.inside().isEmpty()) {
            found.accept(new Flaw("ABR000", tag.name()));
        } else if (item.need() == Item.Need.ABSENT) {
            found.accept(new Flaw("BLD000", tag.name()));
        } else if (value.isEmpty()) {
            if (item.need() == Item.Need.FILLED) {
                found.accept(new Flaw("ABE000", tag.name()));
            }
        } else {
            String breaks = item.form().breaks(tag.text());
            if (breaks != null) {
                found.accept(new Flaw(breaks, tag.name()));
            }
        }
    }
}
