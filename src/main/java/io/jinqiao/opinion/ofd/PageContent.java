package io.jinqiao.opinion.ofd;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Typeface;
import java.awt.geom.Rectangle2D;
import java.util.function.IntSupplier;

/**
 * Marks as page objects of GB/T 33190. Every advance is written, so a reader sets the text as this house measured it, whatever font it
 * has. Not for use by several threads.
 */
final class PageContent {
    /** Above and below the base line, in em: no glyph of the typeface leaves it, and readers clip at the boundary. */
    private static final double ABOVE = 1.2;

    private static final double BELOW = 0.4;

    /** Around a line, in millimetres: a reader that clips to whole dots would lose a thin line at its boundary. */
    private static final double MARGIN = 1;

    private final Typeface typeface;
    private final IntSupplier ids;
    private final String font;
    private final OfdXml xml;

    /** @param ids numbers of objects, unique in the document */
    PageContent(Typeface typeface, int font, IntSupplier ids) {
        this.typeface = typeface;
        this.ids = ids;
        this.font = Integer.toString(font);
        this.xml = OfdXml.of("Page");
    }

    byte[] bytes(Page page) {
        xml.open("Area").text("PhysicalBox", Millimetres.of(0, 0, Page.WIDTH, Page.HEIGHT)).close();
        xml.open("Content").open("Layer", "ID", id(), "Type", "Body");
        page.marks().forEach(this::draw);
        return xml.bytes();
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Text text) {
            text(text);
        } else if (mark instanceof Mark.Line line) {
            line(line);
        } else if (mark instanceof Mark.Box box) {
            filled(box.x(), box.y(), box.width(), box.height(), box.ink(), Millimetres.outline(
                    new Rectangle2D.Double(0, 0, box.width(), box.height())));
        } else if (mark instanceof Mark.Figure figure) {
            Rectangle2D size = figure.outline().getBounds2D();
            filled(figure.x(), figure.y(), size.getMaxX(), size.getMaxY(), figure.ink(), Millimetres.outline(figure.outline()));
        } else if (mark instanceof Mark.Watermark watermark) {
            watermark(watermark);
        }
    }

    private void text(Mark.Text text) {
        double[] advances = advances(text.text(), text.size(), text.spacing());
        double above = text.size() * ABOVE;
        String boundary = Millimetres.of(
                text.x(), text.y() - above, sum(advances) + text.size(), above + text.size() * BELOW);
        String ink = Millimetres.ink(text.ink().rgb());
        if (text.bold()) {
            xml.open("TextObject", "ID", id(), "Boundary", boundary, "Font", font, "Size", Millimetres.of(text.size()),
                    "Stroke", "true", "Fill", "true", "LineWidth", Millimetres.of(text.size() * 0.028));
            xml.empty("FillColor", "Value", ink).empty("StrokeColor", "Value", ink);
        } else {
            xml.open("TextObject", "ID", id(), "Boundary", boundary, "Font", font, "Size", Millimetres.of(text.size()));
            xml.empty("FillColor", "Value", ink);
        }
        code(text.text(), 0, above, advances);
        xml.close();
    }

    /** Turned about its middle: the boundary is the square around it, the matrix turns and moves to the square's middle. */
    private void watermark(Mark.Watermark mark) {
        double[] advances = advances(mark.text(), mark.size(), 0);
        double half = sum(advances) / 2 + mark.size();
        double angle = Math.toRadians(mark.degrees());
        String matrix = String.join(
                " ", decimal(Math.cos(angle)), decimal(-Math.sin(angle)), decimal(Math.sin(angle)), decimal(Math.cos(angle)),
                Millimetres.of(half, half));
        xml.open("TextObject", "ID", id(), "Boundary", Millimetres.of(mark.x() - half, mark.y() - half, 2 * half, 2 * half),
                "CTM", matrix, "Font", font, "Size", Millimetres.of(mark.size()));
        xml.empty("FillColor", "Value", Millimetres.ink(Mark.Ink.PALE.rgb()));
        code(mark.text(), mark.size() - half, 0, advances);
        xml.close();
    }

    private void code(String text, double x, double y, double[] advances) {
        String delta = Millimetres.advances(advances);
        if (delta.isEmpty()) {
            xml.text("TextCode", text, "X", Millimetres.of(x), "Y", Millimetres.of(y));
        } else {
            xml.text("TextCode", text, "X", Millimetres.of(x), "Y", Millimetres.of(y), "DeltaX", delta);
        }
    }

    private void line(Mark.Line line) {
        double left = Math.min(line.x1(), line.x2()) - MARGIN;
        double top = Math.min(line.y1(), line.y2()) - MARGIN;
        double width = Math.abs(line.x1() - line.x2()) + 2 * MARGIN;
        double height = Math.abs(line.y1() - line.y2()) + 2 * MARGIN;
        xml.open("PathObject", "ID", id(), "Boundary", Millimetres.of(left, top, width, height),
                "LineWidth", Millimetres.of(line.width()));
        xml.empty("StrokeColor", "Value", Millimetres.ink(line.ink().rgb()));
        xml.text("AbbreviatedData", "M " + Millimetres.of(line.x1() - left, line.y1() - top) + " L "
                + Millimetres.of(line.x2() - left, line.y2() - top)).close();
    }

    private void filled(double x, double y, double width, double height, Mark.Ink ink, String outline) {
        xml.open("PathObject", "ID", id(), "Boundary", Millimetres.of(x, y, width, height), "Stroke", "false", "Fill", "true");
        xml.empty("FillColor", "Value", Millimetres.ink(ink.rgb()));
        xml.text("AbbreviatedData", outline).close();
    }

    private double[] advances(String text, double size, double spacing) {
        return text.codePoints().mapToDouble(c -> typeface.advance(c) * size + spacing).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static String decimal(double value) {
        return String.format(java.util.Locale.ROOT, "%.5f", value);
    }

    private String id() {
        return Integer.toString(ids.getAsInt());
    }
}
