package io.jinqiao.opinion.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** Approved pictures, and how much another picture differs from one. */
public final class Pictures {
    private Pictures() {}

    public static BufferedImage golden(String name) throws IOException {
        try (InputStream file = Pictures.class.getResourceAsStream("/opinion/" + name)) {
            return ImageIO.read(file);
        }
    }

    /** What two ways of smoothing glyphs have in common: each dot the mean of its neighbourhood. */
    public static BufferedImage blurred(BufferedImage image) {
        float[] mean = new float[9];
        java.util.Arrays.fill(mean, 1 / 9f);
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(image, 0, 0, null);
        return new ConvolveOp(new Kernel(3, 3, mean), ConvolveOp.EDGE_NO_OP, null).filter(plain, null);
    }

    /** The share of pixels that differ visibly: another version of the renderer smooths a little otherwise. */
    public static double unlike(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth()).isEqualTo(other.getWidth());
        assertThat(one.getHeight()).isEqualTo(other.getHeight());
        long different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += distance(one.getRGB(x, y), other.getRGB(x, y)) > 96 ? 1 : 0;
            }
        }
        return (double) different / one.getWidth() / one.getHeight();
    }

    private static int distance(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }
}
