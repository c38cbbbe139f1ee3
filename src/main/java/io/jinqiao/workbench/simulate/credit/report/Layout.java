package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one record consists of.
 *
 * @param element the child of the root, or a beginning of its name where the sheet tells no more
 * @param flat the sheet lists elements without a segment: they are taken directly in the record, or in one {@code BsSgmt}
 */
record Layout(String type, String element, boolean flat, List<Segment> segments) {

    static Layout of(String type, String element, Segment... segments) {
        return new Layout(type, element, false, List.of(segments));
    }

    static Layout flat(String type, String element, Item... items) {
        return new Layout(type, element, true, List.of(Segment.required(Reported.BASE, items)));
    }

    void look(Tag record, Consumer<Flaw> found) {
        if (flat) {
            Tag base = record.child(Reported.BASE);
            segments.get(0).look(base == null ? record : base, found);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Tag tag : record.inside()) {
            Segment segment = segments.stream().filter(s -> s.name().equals(tag.name())).findFirst().orElse(null);
            if (segment == null || !seen.add(tag.name())) {
                found.accept(new Flaw("ABR000", tag.name()));
            } else {
                segment.look(tag, found);
            }
        }
        for (Segment segment : segments) {
            if (segment.required() && !seen.contains(segment.name())) {
                found.accept(new Flaw("ABD000", segment.name()));
            }
        }
    }
}
