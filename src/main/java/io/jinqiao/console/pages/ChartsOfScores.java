package io.jinqiao.console.pages;

import io.jinqiao.console.charts.ScoreCharts;
import io.jinqiao.console.charts.ScoreCharts.Bar;
import io.jinqiao.console.charts.ScoreCharts.Edge;
import io.jinqiao.console.facts.AssessmentFacts;
import io.jinqiao.console.facts.AssessmentFacts.Indicator;
import io.jinqiao.console.facts.AssessmentFacts.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What of the scores is drawn; the same figures stand on the page as text. */
@Component
class ChartsOfScores {
    private static final int PERIODS = 8;
    private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

    private final AssessmentFacts facts;
    private final ScoreCharts charts;
    private final MessageSource words;
    private final Show show;

    ChartsOfScores(AssessmentFacts facts, ScoreCharts charts, MessageSource words, Show show) {
        this.facts = facts;
        this.charts = charts;
        this.words = words;
        this.show = show;
    }

    /** @param which indicators, blocks or trend @param periods of its bank that may be seen, latest first */
    ResponseEntity<byte[]> of(String which, Period period, List<Period> periods, Locale locale) {
        return svg(switch (which) {
            case "indicators" -> indicators(period, locale);
            case "blocks" -> blocks(period, periods, locale);
            default -> trend(Map.of(period.partner(), periods), edges(period));
        });
    }

    /** Every bank's line, for the centre. */
    ResponseEntity<byte[]> league(Map<String, List<Period>> byBank) {
        return svg(trend(byBank, List.of()));
    }

    private static ResponseEntity<byte[]> svg(byte[] drawn) {
        return ResponseEntity.ok().contentType(SVG).body(drawn);
    }

    private byte[] indicators(Period period, Locale locale) {
        List<Bar> bars = facts.indicators(period).stream().map(one -> new Bar(one.indicator(), one.points() == null ? null : one.share() / 10.0)).toList();
        return charts.bars(bars, word("assess.chart.enough", locale), word("assess.chart.low", locale));
    }

    private byte[] blocks(Period period, List<Period> periods, Locale locale) {
        Map<String, Double> now = byBlock(facts.indicators(period));
        Map<String, Double> before = periods.stream()
                .filter(one -> one.lastDay().plusDays(1).equals(period.firstDay()))
                .findFirst()
                .map(one -> byBlock(facts.indicators(one)))
                .filter(shares -> shares.keySet().equals(now.keySet()))
                .orElse(null);
        return charts.net(
                now.keySet().stream().map(block -> word("assess.block." + block, locale)).toList(),
                List.copyOf(now.values()),
                word("assess.chart.now", locale),
                before == null ? null : now.keySet().stream().map(before::get).toList(),
                word("assess.chart.before", locale));
    }

    /** Points of what was graded, as a share of its weight; a block of which nothing was graded has none, and is not nothing. */
    private static Map<String, Double> byBlock(List<Indicator> indicators) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Indicator one : indicators) {
            if (one.points() != null) {
                double[] sum = sums.computeIfAbsent(one.block(), block -> new double[2]);
                sum[0] += one.points().doubleValue();
                sum[1] += one.weight().doubleValue();
            }
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        sums.forEach((block, sum) -> shares.put(block, sum[0] / sum[1]));
        return shares;
    }

    private byte[] trend(Map<String, List<Period>> byBank, List<Edge> edges) {
        TreeSet<String> all = new TreeSet<>();
        byBank.values().forEach(periods -> periods.forEach(one -> all.add(one.firstDay().toString())));
        List<String> days = all.stream().skip(Math.max(0, all.size() - PERIODS)).toList();
        Map<String, List<@Nullable Double>> lines = new LinkedHashMap<>();
        byBank.forEach((bank, periods) -> {
            List<@Nullable Double> line = new ArrayList<>();
            days.forEach(day -> line.add(periods.stream().filter(one -> one.firstDay().toString().equals(day) && one.total() != null).map(one -> one.total().doubleValue()).findFirst().orElse(null)));
            lines.put(show.partner(bank), line);
        });
        return charts.trend(days, lines, edges);
    }

    private List<Edge> edges(Period period) {
        List<Edge> edges = new ArrayList<>();
        for (String line : facts.schemeText(period.periodNo()).split("\n")) {
            String[] parts = line.split("\t");
            if (parts[0].equals("band")) {
                edges.add(new Edge(parts[1], Double.parseDouble(parts[2])));
            }
        }
        return edges;
    }

    private String word(String key, Locale locale) {
        return words.getMessage(key, null, locale);
    }
}
