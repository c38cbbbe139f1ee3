package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FeedbackRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an answer refuses of a file of ours: each record once, whatever number of rows speak of it, so what is kept does not outgrow the file. */
final class Refusals {
    /** As many one row can tell: their number has three digits. */
    private static final int MOST_RULES = 999;

    private final int rows;
    private final int header;
    private final Map<Integer, List<String>> records = new LinkedHashMap<>();
    private final List<String> whole = new ArrayList<>();
    private boolean beyond;
    private boolean nameless;

    /** @param rows of our file @param headerCounts whether the Center counts the header as the first row */
    Refusals(int rows, boolean headerCounts) {
        this.rows = rows;
        this.header = headerCounts ? 1 : 0;
    }

    /** @return whether it is worth reading on */
    boolean add(FeedbackRow row) {
        int record = row.row() - header;
        beyond = record > rows;
        if (!beyond) {
            nameless |= record < 0;
            List<String> rules = record > 0 ? records.computeIfAbsent(record, none -> new ArrayList<>()) : whole;
            row.errors().stream().map(error -> error.code() + " " + error.tag()).filter(rule -> rules.size() < MOST_RULES && !rules.contains(rule)).forEach(rules::add);
        }
        return !beyond;
    }

    /** By number of the record, from 1. */
    Map<Integer, List<String>> records() {
        return records;
    }

    /** Of the header, or of nothing in particular. */
    List<String> whole() {
        return whole;
    }

    /** Whether it tells of more records than there are. */
    boolean beyond() {
        return beyond;
    }

    /** Whether something was refused that is neither a record nor the header. */
    boolean nameless() {
        return nameless;
    }
}
