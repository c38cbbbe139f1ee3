package io.jinqiao.opinion.sheet;

import java.awt.Shape;

/** One thing on a page. Lengths in millimetres from the upper left corner, y downwards. */
public sealed interface Mark {

    /** The few inks of an office document, as RGB. */
    enum Ink {
        BLACK(0x1A1A1A),
        GREY(0x6B6B6B),
        PALE(0xE9E9E9),
        TINT(0xF6F4F1),
        RED(0xC8161D);

        private final int rgb;

        Ink(int rgb) {
            this.rgb = rgb;
        }

        public int rgb() {
            return rgb;
        }
    }

    /**
     * @param y of the base line
     * @param size of the em
     * @param spacing added after every character
     * @param bold thickened by its outline: the house has one weight
     */
    record Text(double x, double y, double size, String text, Ink ink, double spacing, boolean bold) implements Mark {
        public Text(double x, double y, double size, String text) {
            this(x, y, size, text, Ink.BLACK, 0, false);
        }
    }

    /** A text turned anticlockwise about its middle, behind everything. */
    record Watermark(double x, double y, double size, double degrees, String text) implements Mark {}

    record Line(double x1, double y1, double x2, double y2, double width, Ink ink) implements Mark {}

    record Box(double x, double y, double width, double height, Ink ink) implements Mark {}

    /** A filled outline in millimetres, its own origin at the upper left corner, y downwards. */
    record Figure(double x, double y, Shape outline, Ink ink) implements Mark {}
}
