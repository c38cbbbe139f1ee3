package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.sheet.Mark.Ink;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * The picture of a seal as the PNG file that goes into the seal's data: red on nothing, sixteen steps of opacity, 300 dots per inch. It
 * stands in every sealed file twice, so its size matters. Takes some tens of milliseconds: made once for each seal.
 */
public final class SealPng {
    private static final int BITS = 4;
    private static final int STEPS = 1 << BITS;
    private static final int SIDE = (int) Math.round(SealPicture.DIAMETER / 25.4 * 300);

    private SealPng() {}

    public static byte[] of(Shape picture) {
        BufferedImage covered = coverage(picture);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, palette());
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int level = covered.getRaster().getSample(x, y, 0) * (STEPS - 1) + 127;
                image.getRaster().setSample(x, y, 0, level / 255);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 << 10);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage coverage(Shape picture) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        double scale = SIDE / SealPicture.DIAMETER;
        graphics.fill(AffineTransform.getScaleInstance(scale, scale).createTransformedShape(picture));
        graphics.dispose();
        return image;
    }

    private static IndexColorModel palette() {
        byte[][] colours = new byte[4][STEPS];
        int red = Ink.RED.rgb();
        for (int i = 0; i < 3; i++) {
            Arrays.fill(colours[i], (byte) (red >> 16 - 8 * i));
        }
        for (int i = 0; i < STEPS; i++) {
            colours[3][i] = (byte) (i * 235 / (STEPS - 1)); // a little see-through, as ink is
        }
        return new IndexColorModel(BITS, STEPS, colours[0], colours[1], colours[2], colours[3]);
    }
}
