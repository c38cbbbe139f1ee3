package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowPlaces;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A mapping table whose wire form is a record: columns in the order of its lines, each with a plain name. Thread-safe. */
public final class RecordPlan {
    private final List<Line> lines;
    private final List<String> names;
    private final MappingPlan plan;
    private final ByteCell[] cells;
    private final boolean[] required;

    private RecordPlan(List<Line> lines, ByteCell[] cells) {
        this.lines = lines;
        this.names = lines.stream().map(RecordPlan::name).toList();
        this.plan = new MappingPlan(lines, true, true);
        this.cells = cells;
        this.required = new boolean[lines.size()];
        for (int i = 0; i < required.length; i++) {
            required[i] = !(lines.get(i) instanceof Line.Field f) || f.required() || f.fallback() != null;
        }
    }

    /** Of a record there is once in a file: read the long way. */
    public static RecordPlan single(List<Line> lines) {
        return new RecordPlan(lines, new ByteCell[0]);
    }

    /** Of the rows of a file: read straight from bytes as far as that is sure. */
    public static RecordPlan rows(List<Line> lines, RowPlaces places, Charset charset) {
        CellCompiler compiler = new CellCompiler(places, charset);
        return new RecordPlan(lines, lines.stream().map(compiler::cell).toArray(ByteCell[]::new));
    }

    /** The same plan, which reads every row the long way: to compare the two. */
    public RecordPlan neverSure() {
        ByteCell[] unsure = new ByteCell[cells.length];
        java.util.Arrays.fill(unsure, new ByteCell.NeverSure());
        return new RecordPlan(lines, unsure);
    }

    private static String name(Line line) {
        List<String> path = line instanceof Line.Field f
                ? f.their()
                : line instanceof Line.Constant c ? c.their() : line instanceof Line.Ignored i ? i.their() : line instanceof Line.Expected e ? e.their() : List.of("");
        return String.join(".", path);
    }

    /** Names of the columns, in their order. */
    public List<String> names() {
        return names;
    }

    public MappingPlan plan() {
        return plan;
    }

    /**
     * Reads a row straight from its bytes. Rules between its values are not looked at.
     *
     * @param from where each column begins, without its padding
     * @param to where it ends
     * @return false when not everything was surely right; then nothing is known
     */
    public boolean sure(long line, byte[] b, int[] from, int[] to, RowSlots row) {
        row.begin(line, b);
        for (int i = 0; i < cells.length; i++) {
            if (from[i] == to[i] ? required[i] && !(cells[i] instanceof ByteCell.Ignored) : !cells[i].read(b, from[i], to[i], row)) {
                return false;
            }
        }
        return true;
    }

    /** @param texts by column; an empty one is absent */
    public Content.Group decode(List<String> texts, List<Problem> problems) {
        return plan.decode(
                sink -> {
                    sink.startGroup("");
                    for (int i = 0; i < texts.size(); i++) {
                        sink.leaf(names.get(i), texts.get(i), Kind.STRING);
                    }
                    sink.endGroup();
                },
                problems);
    }

    /** @return texts by column; an absent one is empty @throws io.jinqiao.message.Refusal with everything their form cannot hold */
    public List<String> encode(Content.Group content) {
        Map<String, String> found = new HashMap<>();
        plan.encode(content, new Leaves(found));
        List<String> texts = new ArrayList<>(names.size());
        names.forEach(name -> texts.add(found.getOrDefault(name, "")));
        return texts;
    }

    /** Keeps leaves; there is nothing else in a record. */
    private record Leaves(Map<String, String> found) implements WireSink {
        @Override
        public void startGroup(String name) {}

        @Override
        public void endGroup() {}

        @Override
        public void startList(String name) {}

        @Override
        public void endList() {}

        @Override
        public void leaf(String name, String text, Kind kind) {
            found.put(name, text);
        }
    }
}
