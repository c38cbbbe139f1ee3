package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Page;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.function.IntFunction;

/** Marks as PDF operators. Lengths become points; the origin moves to the lower left corner. Not for use by several threads. */
final class Painter {
    static final double POINT = 72 / 25.4;

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder out = new StringBuilder(8 << 10);
    private final IntFunction<String> glyphs;
    private final java.util.function.ToDoubleFunction<String> width;

    /**
     * @param glyphs the code of a character in the embedded font, four hexadecimal digits
     * @param width of a text in em
     */
    Painter(IntFunction<String> glyphs, java.util.function.ToDoubleFunction<String> width) {
        this.glyphs = glyphs;
        this.width = width;
    }

    String operators(Page page) {
        page.marks().forEach(this::draw);
        return out.toString();
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Text text) {
            text(text);
        } else if (mark instanceof Mark.Line line) {
            stroke(line.ink());
            number(line.width() * POINT).append("w ");
            point(line.x1(), line.y1()).append("m ");
            point(line.x2(), line.y2()).append("l S\n");
        } else if (mark instanceof Mark.Box box) {
            fill(box.ink());
            point(box.x(), box.y() + box.height());
            number(box.width() * POINT);
            number(box.height() * POINT).append("re f\n");
        } else if (mark instanceof Mark.Figure figure) {
            fill(figure.ink());
            AffineTransform place = new AffineTransform(POINT, 0, 0, -POINT, figure.x() * POINT, (Page.HEIGHT - figure.y()) * POINT);
            out.append(path(figure.outline(), place)).append("f\n");
        } else if (mark instanceof Mark.Watermark watermark) {
            watermark(watermark);
        }
    }

    private void text(Mark.Text text) {
        fill(text.ink());
        if (text.bold()) {
            stroke(text.ink());
            number(text.size() * POINT * 0.028).append("w 2 Tr ");
        }
        out.append("BT /F ");
        number(text.size() * POINT).append("Tf ");
        number(text.spacing() * POINT).append("Tc ");
        point(text.x(), text.y()).append("Td ");
        show(text.text()).append(" ET\n");
        if (text.bold()) {
            out.append("0 Tr\n");
        }
    }

    private void watermark(Mark.Watermark mark) {
        double angle = Math.toRadians(mark.degrees());
        double half = width.applyAsDouble(mark.text()) * mark.size() / 2;
        double x = mark.x() - half * Math.cos(angle);
        double y = mark.y() + half * Math.sin(angle);
        fill(Mark.Ink.PALE);
        out.append("BT /F ");
        number(mark.size() * POINT).append("Tf 0 Tc ");
        number(Math.cos(angle));
        number(Math.sin(angle));
        number(-Math.sin(angle));
        number(Math.cos(angle));
        point(x, y).append("Tm ");
        show(mark.text()).append(" ET\n");
    }

    private StringBuilder show(String text) {
        out.append('<');
        text.codePoints().mapToObj(glyphs).forEach(out::append);
        return out.append("> Tj");
    }

    private void fill(Mark.Ink ink) {
        colour(ink).append("rg ");
    }

    private void stroke(Mark.Ink ink) {
        colour(ink).append("RG ");
    }

    private StringBuilder colour(Mark.Ink ink) {
        number((ink.rgb() >> 16 & 255) / 255.0);
        number((ink.rgb() >> 8 & 255) / 255.0);
        return number((ink.rgb() & 255) / 255.0);
    }

    private StringBuilder point(double x, double y) {
        number(x * POINT);
        return number((Page.HEIGHT - y) * POINT);
    }

    private StringBuilder number(double value) {
        return number(out, value);
    }

    /** Three decimals, without an exponent. */
    private static StringBuilder number(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        long rest = thousandths % 1000;
        if (rest != 0) {
            out.append('.').append((char) ('0' + rest / 100)).append((char) ('0' + rest / 10 % 10));
            out.append((char) ('0' + rest % 10));
        }
        return out.append(' ');
    }

    static String hex(int number) {
        return new String(new char[] {
            HEX[number >> 12 & 15], HEX[number >> 8 & 15], HEX[number >> 4 & 15], HEX[number & 15]
        });
    }

    /** A path without its painting operator. */
    static String path(Shape shape, AffineTransform place) {
        StringBuilder out = new StringBuilder();
        double[] c = new double[6];
        double[] last = new double[2];
        for (PathIterator i = shape.getPathIterator(place); !i.isDone(); i.next()) {
            int kind = i.currentSegment(c);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> to(out, c, 2).append("m ");
                case PathIterator.SEG_LINETO -> to(out, c, 2).append("l ");
                case PathIterator.SEG_QUADTO -> {
                    raise(last, c);
                    to(out, c, 6).append("c ");
                }
                case PathIterator.SEG_CUBICTO -> to(out, c, 6).append("c ");
                default -> out.append("h\n");
            }
            int end = kind == PathIterator.SEG_CUBICTO || kind == PathIterator.SEG_QUADTO ? 4 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                last[0] = c[end];
                last[1] = c[end + 1];
            }
        }
        return out.toString();
    }

    private static StringBuilder to(StringBuilder out, double[] c, int count) {
        for (int i = 0; i < count; i++) {
            number(out, c[i]);
        }
        return out;
    }

    /** A quadratic curve as the cubic one PDF knows. */
    private static void raise(double[] from, double[] c) {
        double x = c[0];
        double y = c[1];
        c[4] = c[2];
        c[5] = c[3];
        c[0] = from[0] + 2.0 / 3 * (x - from[0]);
        c[1] = from[1] + 2.0 / 3 * (y - from[1]);
        c[2] = c[4] + 2.0 / 3 * (x - c[4]);
        c[3] = c[5] + 2.0 / 3 * (y - c[5]);
    }
}
