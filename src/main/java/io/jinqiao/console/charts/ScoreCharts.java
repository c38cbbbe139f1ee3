package io.jinqiao.console.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.RadarChart;
import org.knowm.xchart.RadarChartBuilder;
import org.knowm.xchart.RadarSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.springframework.stereotype.Component;

/** Scores as bars by indicator, as a net by block, and as lines over periods. Every word on them is handed in. */
@Component
public class ScoreCharts {
    private static final int WIDE = 920;
    private static final int HIGH = 300;
    private static final int NET = 400;
    private static final int CORNERS = 3;
    private static final Marker[] MARKS = {SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.CROSS, SeriesMarkers.TRIANGLE_DOWN};

    /** Read with the first chart: a house without fonts for its screen starts all the same, and has its tables. */
    private static final class Held {
        private static final Paper PAPER = new Paper();
    }

    /** @param percent of the weight; null: not graded */
    public record Bar(String name, @Nullable Double percent) {}

    /** Where a grade begins. */
    public record Edge(String grade, double from) {}

    /** @param enough name of those at or above half of their weight @param low of those below */
    public byte[] bars(List<Bar> bars, String enough, String low) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDE).height(HIGH).yAxisTitle("%").build();
        Held.PAPER.axes(chart.getStyler());
        chart.getStyler().setOverlapped(true).setLabelsVisible(true).setLabelsPosition(1.0).setLabelsFont(Held.PAPER.font());
        List<String> names = bars.stream().map(Bar::name).toList();
        series(chart, enough, names, bars.stream().map(bar -> bar.percent() != null && bar.percent() >= 50 ? bar.percent() : null).toList(), Paper.GREY);
        series(chart, low, names, bars.stream().map(bar -> bar.percent() != null && bar.percent() < 50 ? bar.percent() : null).toList(), Paper.PALE);
        return Held.PAPER.svg(chart);
    }

    private static void series(CategoryChart chart, String name, List<String> names, List<@Nullable Double> values, Color fill) {
        if (values.stream().anyMatch(value -> value != null)) {
            chart.addSeries(name, names, values).setFillColor(fill);
        }
    }

    /** Blank with fewer than three, which make no net. @param now share of each block's weight, 0 to 1 @param before null: there was no period before */
    public byte[] net(List<String> blocks, List<Double> now, String nowName, @Nullable List<Double> before, String beforeName) {
        RadarChart chart = new RadarChartBuilder().width(NET).height(HIGH).build();
        Held.PAPER.look(chart.getStyler());
        chart.getStyler().setRadiiTitleFont(Held.PAPER.font());
        chart.getStyler().setRadiiTickMarksCount(4);
        chart.getStyler().setPlotContentSize(0.78);
        if (blocks.size() < CORNERS) {
            return Held.PAPER.svg(chart);
        }
        chart.setRadiiLabels(blocks.toArray(String[]::new));
        if (before != null) {
            line(chart.addSeries(beforeName, array(before)), Paper.GREY, Paper.NONE, SeriesMarkers.DIAMOND).setLineStyle(SeriesLines.DASH_DASH);
        }
        line(chart.addSeries(nowName, array(now)), Paper.INK, new Color(0, 0, 0, 30), SeriesMarkers.CIRCLE);
        return Held.PAPER.svg(chart);
    }

    private static RadarSeries line(RadarSeries series, Color ink, Color fill, Marker mark) {
        series.setLineColor(ink);
        series.setMarkerColor(ink);
        series.setFillColor(fill);
        series.setMarker(mark);
        return series;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @param periods oldest first @param lines by name, a value or none for each period @param edges drawn across */
    public byte[] trend(List<String> periods, Map<String, List<@Nullable Double>> lines, List<Edge> edges) {
        CategoryChart chart = new CategoryChartBuilder().width(WIDE).height(HIGH).build();
        Held.PAPER.axes(chart.getStyler());
        chart.getStyler().setOverlapped(true).setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
        edges.stream().filter(edge -> edge.from() > 0).forEach(edge -> {
            chart.addAnnotation(new AnnotationLine(edge.from(), false, false));
            chart.addAnnotation(new AnnotationText(edge.grade() + " " + (int) edge.from(), 0, edge.from() + 3, false));
        });
        int number = 0;
        for (Map.Entry<String, List<@Nullable Double>> one : lines.entrySet()) {
            if (one.getValue().stream().anyMatch(value -> value != null)) {
                CategorySeries series = chart.addSeries(one.getKey(), new ArrayList<>(periods), new ArrayList<>(Collections.unmodifiableList(one.getValue())));
                series.setMarker(MARKS[number % MARKS.length]).setMarkerColor(number % 2 == 0 ? Paper.INK : Paper.GREY);
                series.setLineColor(number % 2 == 0 ? Paper.INK : Paper.GREY);
                series.setLineStyle(number < 2 ? SeriesLines.SOLID : number < 4 ? SeriesLines.DASH_DASH : SeriesLines.DOT_DOT);
                number++;
            }
        }
        return Held.PAPER.svg(chart);
    }
}
