package io.jinqiao.console.charts;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** How every chart looks, and its way to SVG. The letters are those of the house's own font, since a server may have no Chinese one. */
final class Paper {
    static final Color INK = new Color(35, 35, 35);
    static final Color GREY = new Color(110, 110, 110);
    static final Color PALE = new Color(205, 205, 205);
    static final Color NONE = new Color(255, 255, 255, 0);
    private static final float SIZE = 13;
    private static final float SMALL = 12;

    private final Font font;

    Paper() {
        try (InputStream file = Objects.requireNonNull(Paper.class.getResourceAsStream("/fonts/NotoSerifSC_400Regular.ttf"))) {
            font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    Font font() {
        return font;
    }

    void look(Styler styler) {
        styler.setBaseFont(font);
        styler.setLegendFont(font);
        styler.setAnnotationTextFont(font.deriveFont(SMALL));
        styler.setAnnotationTextFontColor(GREY);
        styler.setAnnotationLineColor(PALE);
        styler.setAnnotationLineStroke(new BasicStroke(1f));
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    }

    /** From nothing to everything: 0 to 100. */
    void axes(AxesChartStyler styler) {
        look(styler);
        styler.setAxisTickLabelsFont(font.deriveFont(SMALL));
        styler.setAxisTitleFont(font.deriveFont(SMALL));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotGridLinesColor(PALE);
        styler.setAxisTickMarksColor(GREY);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(100.0);
        styler.setYAxisDecimalPattern("0");
    }

    /** A chart of nothing is blank. */
    byte[] svg(Chart<?, ?> chart) {
        VectorGraphics2D drawn = new VectorGraphics2D();
        if (!chart.getSeriesMap().isEmpty()) {
            chart.paint(drawn, chart.getWidth(), chart.getHeight());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SVGProcessor().getDocument(drawn.getCommands(), new PageSize(0, 0, chart.getWidth(), chart.getHeight())).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
