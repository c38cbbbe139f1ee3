package io.jinqiao.console.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.console.charts.ScoreCharts.Bar;
import io.jinqiao.console.charts.ScoreCharts.Edge;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ScoreChartsTest {
    private static final Pattern COLOUR = Pattern.compile("rgba?\\((\\d+),(\\d+),(\\d+)");
    private final ScoreCharts charts = new ScoreCharts();

    private byte[] bars() {
        return charts.bars(List.of(new Bar("O1", 80.0), new Bar("O2", 21.0), new Bar("S1", null)), "达标", "低于一半");
    }

    private byte[] net() {
        return charts.net(List.of("逾期催收", "办理时效", "业务质量", "数据", "服务"), List.of(.7, .8, .9, .85, .6), "本期", List.of(.8, .7, .8, .95, .7), "上期");
    }

    private byte[] trend() {
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        for (int bank = 1; bank <= 6; bank++) {
            lines.put("银行" + bank, Arrays.asList(90.0 - bank, null, 80.0 - 3 * bank));
        }
        return charts.trend(List.of("2026-01-01", "2026-04-01", "2026-07-01"), lines, List.of(new Edge("A", 90), new Edge("B", 80), new Edge("E", 0)));
    }

    @Test
    void everyChartIsSvgThatNeedsNoFontAndFetchesNothing() throws Exception {
        for (byte[] svg : List.of(bars(), net(), trend())) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            Document read = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
            assertThat(read.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(read.getElementsByTagName("text").getLength()).as("letters are outlines").isZero();
            assertThat(read.getElementsByTagName("image").getLength() + read.getElementsByTagName("script").getLength()).isZero();
        }
    }

    @Test
    void everyColourIsAGreySoThatABlackAndWhitePrintShowsTheSame() {
        for (byte[] svg : List.of(bars(), net(), trend())) {
            Matcher colour = COLOUR.matcher(new String(svg, StandardCharsets.UTF_8));
            int seen = 0;
            while (colour.find()) {
                assertThat(colour.group(1)).as(colour.group()).isEqualTo(colour.group(2)).isEqualTo(colour.group(3));
                seen++;
            }
            assertThat(seen).isPositive();
        }
    }

    @Test
    void linesAreKeptApartByMoreThanTheirGrey() {
        String drawn = new String(trend(), StandardCharsets.UTF_8);
        assertThat(drawn).as("solid, dashed and dotted").contains("stroke-dasharray");
    }

    @Test
    void aBankWithoutAScoreAndAnIndicatorWithoutPointsAreNotDrawn() {
        Map<String, List<Double>> none = new LinkedHashMap<>();
        none.put("银行", Arrays.asList((Double) null));
        assertThat(charts.trend(List.of("2026-01-01"), none, List.of())).isNotEmpty();
        assertThat(charts.net(List.of("逾期催收"), List.of(.7), "本期", null, "上期")).as("one corner is no net").isNotEmpty();
        assertThat(charts.bars(List.of(new Bar("S1", null)), "达标", "低于一半")).isNotEmpty();
    }
}
