package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Request or reply of one mapping table, in the order of the bank's own. For one use. */
final class Section {
    static final String MARK = "  # OPEN: ";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> notCarried = new LinkedHashSet<>();
    private final List<String> questions = new ArrayList<>();
    private final ValueWords values;

    Section(ValueWords values) {
        this.values = values;
    }

    String text() {
        return text.toString();
    }

    /** Optional places of ours nothing of theirs matched. */
    Set<String> notCarried() {
        return notCarried;
    }

    List<String> questions() {
        return questions;
    }

    void write(List<BankField> fields, Shape.Group shape, List<Place> places) {
        scope(fields, shape, places, "", "", "  ");
    }

    /** The model's own lines, when the table says nothing of this part. */
    void keep(List<Node> lines) {
        keep(lines, "  ");
    }

    private void keep(List<Node> lines, String indent) {
        for (Node node : lines) {
            Node.Group line = (Node.Group) node;
            if (line.rows("rows").isEmpty()) {
                text.append(indent).append("- ").append(LineText.of(line).flow()).append('\n');
            } else {
                head(String.valueOf(line.text("our")), String.valueOf(line.text("their")), line.text("title") == null ? "" : String.valueOf(line.text("title")), "", indent);
                keep(line.rows("rows"), indent + "    ");
            }
        }
    }

    private void scope(List<BankField> fields, Shape.Group shape, List<Place> places, String their, String our, String indent) {
        List<BankField> lists = fields.stream().filter(f -> f.type() == FieldType.LIST).toList();
        List<BankField> own = fields.stream()
                .filter(f -> f.type() != FieldType.GROUP && lists.stream().noneMatch(list -> f.name().startsWith(list.name() + ".")))
                .toList();
        Set<String> taken = new LinkedHashSet<>();
        Map<BankField, Match> matches = Matching.of(own, places);
        matches.forEach((field, match) -> {
            String name = field.name().substring(their.length());
            if (match instanceof Match.Exact exact && values.canSay(exact.place())) {
                taken.add(exact.place().our());
                line(field, name, exact.place(), fields, our, indent);
            } else {
                open(field, name, match, indent);
            }
        });
        missing(shape, places, "", taken, our, indent);
    }

    private void line(BankField field, String name, Place place, List<BankField> fields, String our, String indent) {
        if (place.shape() instanceof Shape.Rows rows) {
            String unclear = ValueWords.unclear(field);
            head(place.our(), name, field.title(), unclear.isEmpty() ? "" : MARK + unclear, indent);
            if (!unclear.isEmpty()) {
                questions.add(field.title() + " " + field.name() + ": " + unclear);
            }
            List<BankField> inside = fields.stream().filter(f -> f.name().startsWith(field.name() + ".")).toList();
            scope(inside, rows.row(), place.inner(), field.name() + ".", our + place.our() + "[].", indent + "    ");
        } else {
            String doubt = values.doubt(field, place);
            text.append(indent).append("- ").append(values.line(field, name, place).flow());
            mark(doubt, field.title() + " " + field.name() + ": " + doubt, !doubt.isEmpty());
        }
    }

    private void open(BankField field, String name, Match match, String indent) {
        List<Place> candidates = match instanceof Match.Open open ? open.candidates() : List.of(((Match.Exact) match).place());
        String which = candidates.isEmpty()
                ? "nothing of ours is alike"
                : "perhaps " + candidates.stream().map(Place::our).collect(Collectors.joining(", ")) + "?";
        String unclear = ValueWords.unclear(field);
        which = unclear.isEmpty() ? which : which + " " + unclear;
        text.append(indent).append("- ").append(new LineText().put("their", name).put("title", field.title()).put("remark", field.remark()).bare("ignore", true).flow());
        mark(which, "`" + field.name() + "` " + field.title() + ": " + which, true);
    }

    private void head(String our, String their, String title, String mark, String indent) {
        text.append(indent).append("- our: ").append(our).append(mark).append('\n');
        text.append(indent).append("  their: ").append(their).append('\n');
        if (!title.isEmpty()) {
            text.append(indent).append("  ").append(new LineText().put("title", title).flow().replaceAll("^\\{|}$", "")).append('\n');
        }
        text.append(indent).append("  rows:\n");
    }

    private void mark(String what, String question, boolean open) {
        if (open) {
            text.append(MARK).append(what);
            questions.add(question);
        }
        text.append('\n');
    }

    /** What our message needs keeps a line whose name shows that it is nobody's; what it can do without is not carried. */
    private void missing(Shape.Group shape, List<Place> places, String path, Set<String> taken, String our, String indent) {
        shape.members().forEach((name, member) -> {
            String place = path + name;
            if (taken.contains(place)) {
                return;
            }
            if (member instanceof Shape.Group group && (group.required() || taken.stream().anyMatch(t -> t.startsWith(place + ".")))) {
                missing(group, places, place + ".", taken, our, indent);
            } else if (member.required()) {
                needed(places.stream().filter(p -> p.our().equals(place)).findFirst().orElseThrow(), our, indent);
            } else {
                notCarried.add(our + place);
            }
        });
    }

    private void needed(Place place, String our, String indent) {
        String their = "OPEN_" + place.our().replace('.', '_');
        String what = "our message needs it; what do they call it?";
        Node.Group model = place.model();
        String title = model == null || model.text("title") == null ? "" : String.valueOf(model.text("title"));
        if (place.shape() instanceof Shape.Rows rows) {
            head(place.our(), their, title, MARK + what, indent);
            questions.add("`" + our + place.our() + "` " + title + ": " + what);
            missing(rows.row(), place.inner(), "", Set.of(), our + place.our() + "[].", indent + "    ");
        } else {
            text.append(indent).append("- ").append(values.needed(place, their).flow());
            mark(what, "`" + our + place.our() + "` " + title + ": " + what, true);
        }
    }
}
