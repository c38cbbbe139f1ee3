package io.jinqiao.adapter.file;

import io.jinqiao.adapter.mapping.RowSlots;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Hands rows on, counts them and adds up what the file says it adds up to. For one file. */
final class Tally {
    private final Grammar grammar;
    private final RowSink sink;
    private final RowSlots row;
    private final List<String> names = new ArrayList<>();
    private final int[][] places;
    private final long[] sums;
    /** of each total, whether an amount that counts for it could not be read in some row */
    private final boolean[] incomplete;
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
        this.incomplete = new boolean[places.length];
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
    void read(long line, Content.Group content, List<Problem> problems, UnaryOperator<List<Problem>> inTheirWords) {
        List<Problem> all = grammar.checkRow(content, problems);
        if (all.isEmpty()) {
            row.take(line, content);
            hand();
        } else {
            refuse(line, content, inTheirWords.apply(all));
        }
    }

    /** A row of which nothing could be read. */
    void refuse(long line, List<Problem> problems) {
        refuse(line, Content.Group.EMPTY, problems);
    }

    /** @param content what could be read of the row: its amounts count for the totals all the same */
    void refuse(long line, Content.Group content, List<Problem> problems) {
        rows++;
        for (int i = 0; i < sums.length; i++) {
            for (int place : places[i]) {
                add(i, place, content);
            }
        }
        refused++;
        sink.refused(line, problems);
    }

    private void add(int total, int place, Content.Group content) {
        try {
            String amount = RowSlots.find(content, grammar.places().name(place));
            sums[total] += amount == null ? 0 : Money.parse(amount).fen();
            incomplete[total] |= amount == null;
        } catch (IllegalValue unreadable) {
            incomplete[total] = true;
        }
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
     * What the file says of its rows against what they are, those that go back among them: a row that is wrong in one field must not hide that
     * another is missing. Where an amount could not be read, the total can only be more than the readable ones: less is wrong, more cannot be
     * verified and is not held against the file, whose result names the row and the amount.
     *
     * @param head already checked
     * @param line where the head says it
     * @param inTheirWords names the places of the head; a total must not get the name of the amounts it adds up
     */
    void compare(Content.Group head, long line, UnaryOperator<List<Problem>> inTheirWords) {
        String count = head.text(grammar.count());
        if (count != null && Long.parseLong(count) != rows) {
            throw wrong(line, Problem.at(grammar.count(), FailureCode.FILE_COUNT_WRONG, count, "" + rows), inTheirWords);
        }
        for (int i = 0; i < sums.length; i++) {
            String told = head.text(names.get(i));
            if (told != null && (Long.parseLong(told) < sums[i] || Long.parseLong(told) > sums[i] && !incomplete[i])) {
                throw wrong(line, Problem.at(names.get(i), FailureCode.FILE_TOTAL_WRONG, told, "" + sums[i]), inTheirWords);
            }
        }
    }

    private static FileRefusal wrong(long line, Problem problem, UnaryOperator<List<Problem>> inTheirWords) {
        return FileRefusal.at(line, inTheirWords.apply(List.of(problem)));
    }

    FileLayout.Reading reading(Content.Group head) {
        return new FileLayout.Reading(head, rows, refused);
    }
}
