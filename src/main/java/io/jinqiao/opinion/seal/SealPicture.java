package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.sheet.Typeface;
import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The picture of a round organisation seal, as outlines: ring, five-pointed star, the name clockwise along the upper arc, the purpose
 * below the star. No font has to be present where it is shown. Lengths in millimetres, y downwards.
 */
public final class SealPicture {
    /** An organisation's special-purpose seal is at most 45 mm wide. */
    public static final double DIAMETER = 42;

    private static final double MIDDLE = DIAMETER / 2;
    private static final double RING = 1.2;
    private static final double STAR = 6.6;
    private static final double NAME_HEIGHT = 5.4;
    private static final double NAME_BASE = MIDDLE - RING - 1.1 - NAME_HEIGHT;
    private static final double WIDEST_ARC = Math.toRadians(222);

    private final Typeface typeface;
    private final Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);

    private SealPicture(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Takes some milliseconds: draw once, keep. */
    public static Path2D draw(SealDesign design, Typeface typeface) {
        SealPicture picture = new SealPicture(typeface);
        picture.ring();
        picture.star();
        picture.arc(design.organisation());
        picture.straight(design.purpose(), MIDDLE + 12.4, 3.5, 0.86, 21);
        if (!design.sample().isEmpty()) {
            picture.straight(design.sample(), MIDDLE + 16.6, 2.7, 1, 14);
        }
        return picture.outline;
    }

    private void ring() {
        double radius = MIDDLE - RING / 2;
        Ellipse2D circle = new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius);
        outline.append(new BasicStroke((float) RING).createStrokedShape(circle), false);
    }

    private void star() {
        Path2D star = new Path2D.Double();
        double inner = STAR * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? STAR : inner;
            double angle = Math.toRadians(36.0 * i - 90);
            double x = MIDDLE + radius * Math.cos(angle);
            double y = MIDDLE - 0.6 + radius * Math.sin(angle);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        outline.append(star, false);
    }

    /** Characters upright on the radius, narrower when there are many. */
    private void arc(String name) {
        int[] characters = name.codePoints().toArray();
        double step = Math.min(Math.toRadians(26), WIDEST_ARC / Math.max(1, characters.length - 1));
        double width = Math.min(NAME_HEIGHT * 0.9, step * (NAME_BASE + NAME_HEIGHT / 2) * 0.92);
        for (int i = 0; i < characters.length; i++) {
            double angle = step * (i - (characters.length - 1) / 2.0);
            AffineTransform place = AffineTransform.getTranslateInstance(MIDDLE, MIDDLE);
            place.rotate(angle);
            place.translate(0, -NAME_BASE);
            glyph(characters[i], width, NAME_HEIGHT, place);
        }
    }

    private void straight(String text, double baseLine, double height, double narrow, double room) {
        int[] characters = text.codePoints().toArray();
        double width = Math.min(height * narrow, room / characters.length);
        for (int i = 0; i < characters.length; i++) {
            double x = MIDDLE + (i - (characters.length - 1) / 2.0) * width * 1.06;
            glyph(characters[i], width, height, AffineTransform.getTranslateInstance(x, baseLine));
        }
    }

    /** Fits the glyph's own box to the wanted height, centred above the given origin; thickened, as an engraver cuts it. */
    private void glyph(int character, double width, double height, AffineTransform place) {
        Path2D glyph = typeface.outline(character);
        Rectangle2D box = glyph.getBounds2D();
        AffineTransform fit = new AffineTransform(place);
        fit.scale(width, -height);
        fit.translate(-typeface.advance(character) / 2, 0.12);
        if (!box.isEmpty()) {
            Area thick = new Area(glyph); // united: the edge runs the other way round and would cut the glyph hollow
            thick.add(new Area(
                    new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(glyph)));
            outline.append(thick.createTransformedArea(fit), false);
        }
    }
}
