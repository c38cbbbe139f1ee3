package io.jinqiao.adapter.file;

import io.jinqiao.adapter.mapping.RowSlots;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hands rows on, counts them and adds up what the file says it adds up to. For one file. */
final class Tally {
    private final Grammar grammar;
    private final RowSink sink;
    private final RowSlots row;
    private final List<String> names = new ArrayList<>();
    private final int[][] places;
    private final long[] sums;
    private long rows;
    private long refused;

    Tally(Grammar grammar, Charset charset, RowSink sink) {
        this.grammar = grammar;
        this.sink = sink;
        this.row = new RowSlots(grammar.places(), charset);
        Map<String, List<String>> totals = new TreeMap<>(grammar.totals());
        this.names.addAll(totals.keySet());
        this.places = totals.values().stream()
                .map(amounts -> amounts.stream().mapToInt(grammar.places()::of).toArray())
                .toArray(int[][]::new);
        this.sums = new long[places.length];
    }

    /** Where the next row is read into. */
    RowSlots row() {
        return row;
    }

    /** The row in {@link #row()}, its values surely right. @return false when they contradict each other: then it was not taken */
    boolean sure() {
        if (!grammar.consistent(row)) {
            return false;
        }
        hand();
        return true;
    }

    /** A row read the long way. @param problems in both vocabularies; the row is refused when there are more of them or any */
    void read(long line, Content.Group content, List<Problem> problems, java.util.function.UnaryOperator<List<Problem>> inTheirWords) {
        List<Problem> all = grammar.checkRow(content, problems);
        if (all.isEmpty()) {
            row.take(line, content);
            hand();
        } else {
            refuse(line, inTheirWords.apply(all));
        }
    }

    void refuse(long line, List<Problem> problems) {
        rows++;
        refused++;
        sink.refused(line, problems);
    }

    private void hand() {
        rows++;
        for (int i = 0; i < sums.length; i++) {
            for (int place : places[i]) {
                sums[i] += row.fen(place);
            }
        }
        sink.row(row);
    }

    /**
     * What the file says of its rows against what they are. Sums say nothing while a row is missing from them.
     *
     * @param head already checked
     * @param line where the head says it
     */
    void compare(Content.Group head, long line) {
        String count = head.text(grammar.count());
        if (count != null && Long.parseLong(count) != rows) {
            throw new FileRefusal(line, Problem.at(grammar.count(), FailureCode.FILE_COUNT_WRONG, count, "" + rows));
        }
        for (int i = 0; i < sums.length; i++) {
            String told = head.text(names.get(i));
            if (told != null && refused == 0 && Long.parseLong(told) != sums[i]) {
                throw new FileRefusal(line, Problem.at(names.get(i), FailureCode.FILE_TOTAL_WRONG, told, "" + sums[i]));
            }
        }
    }

    FileLayout.Reading reading(Content.Group head) {
        return new FileLayout.Reading(head, rows, refused);
    }
}
