package io.jinqiao.opinion.ofd;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Lengths, boxes and outlines as GB/T 33190 writes them: millimetres with at most three decimals, apart by a blank. */
final class Millimetres {
    private Millimetres() {}

    static String of(double... values) {
        StringBuilder text = new StringBuilder(8 * values.length);
        append(text, values, values.length);
        return text.toString();
    }

    static String ink(int rgb) {
        return (rgb >> 16 & 255) + " " + (rgb >> 8 & 255) + " " + (rgb & 255);
    }

    /** Advances after each character but the last, runs of equal ones as {@code g count value}; empty for a single character. */
    static String advances(double[] advances) {
        StringBuilder text = new StringBuilder(4 * advances.length);
        int end = advances.length - 1;
        for (int i = 0; i < end; ) {
            int run = i + 1;
            while (run < end && advances[run] == advances[i]) {
                run++;
            }
            if (run - i > 2) {
                text.append(text.length() == 0 ? "g " : " g ").append(run - i);
                append(text, advances[i]);
                i = run;
            } else {
                append(text, advances[i++]);
            }
        }
        return text.toString();
    }

    /** An outline in the abbreviated form: S start, M move, L line, Q and B curves, C close. */
    static String outline(Shape shape) {
        StringBuilder text = new StringBuilder(4 << 10);
        double[] c = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int count = 0;
            char sign = 'C';
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    sign = 'M';
                    count = 2;
                }
                case PathIterator.SEG_LINETO -> {
                    sign = 'L';
                    count = 2;
                }
                case PathIterator.SEG_QUADTO -> {
                    sign = 'Q';
                    count = 4;
                }
                case PathIterator.SEG_CUBICTO -> {
                    sign = 'B';
                    count = 6;
                }
                default -> { }
            }
            text.append(text.length() == 0 ? "" : " ").append(sign);
            append(text, c, count);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            append(text, values[i]);
        }
    }

    private static void append(StringBuilder text, double value) {
        if (text.length() > 0) {
            text.append(' ');
        }
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            text.append('-');
            thousandths = -thousandths;
        }
        text.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            text.append('.').append(rest / 100);
            if (rest % 100 != 0) {
                text.append(rest / 10 % 10);
                if (rest % 10 != 0) {
                    text.append(rest % 10);
                }
            }
        }
    }
}
