package io.jinqiao.console.pages;

import io.jinqiao.console.facts.AssessmentFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores as places on a line of a thousand, and as a trend. */
final class ScorePicture {
    private static final int HIGH = 30;
    private static final int WIDE = 120;

    private ScorePicture() {}

    /** Where a grade begins. @param place thousandths of a hundred points */
    record Edge(String grade, BigDecimal from, int place) {}

    /** From the worst grade up, as the scheme that was applied has them. */
    static List<Edge> edges(String schemeText) {
        List<Edge> edges = new ArrayList<>();
        for (String line : schemeText.split("\n")) {
            String[] parts = line.split("\t");
            if (parts[0].equals("band")) {
                BigDecimal from = new BigDecimal(parts[2]);
                edges.add(new Edge(parts[1], from, from.movePointRight(1).intValue()));
            }
        }
        Collections.reverse(edges);
        return edges;
    }

    /** Points of a polyline over the latest eight periods, oldest first; null when there are fewer than two. @param frozen latest first */
    static @Nullable String trend(List<AssessmentFacts.Period> frozen) {
        List<BigDecimal> totals = new ArrayList<>();
        frozen.stream().limit(8).filter(period -> period.total() != null).forEach(period -> totals.add(0, period.total()));
        if (totals.size() < 2) {
            return null;
        }
        List<String> points = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            int x = WIDE * i / (totals.size() - 1);
            double y = HIGH - totals.get(i).doubleValue() * HIGH / 100;
            points.add(x + "," + String.format(java.util.Locale.ROOT, "%.1f", y));
        }
        return String.join(" ", points);
    }
}
