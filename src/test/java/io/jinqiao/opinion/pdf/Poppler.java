package io.jinqiao.opinion.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** The readers of Debian's poppler-utils, as an oracle. */
final class Poppler {
    private Poppler() {}

    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    static boolean has(String command) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** One page as a picture. */
    static BufferedImage draw(Path folder, byte[] file, int page, int dotsPerInch) throws IOException, InterruptedException {
        Path pdf = Files.write(folder.resolve("drawn.pdf"), file);
        run(folder, "pdftoppm", "-r", "" + dotsPerInch, "-f", "" + page, "-l", "" + page, "-singlefile", "-png",
                pdf.toString(), "drawn");
        return ImageIO.read(folder.resolve("drawn.png").toFile());
    }
}
