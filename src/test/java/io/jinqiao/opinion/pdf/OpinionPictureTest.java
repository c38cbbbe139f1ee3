package io.jinqiao.opinion.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader draws it, beside the picture a person looked at and found good. */
class OpinionPictureTest {
    private static final int DOTS_PER_INCH = 75;

    @TempDir
    Path folder;

    @BeforeAll
    static void needsPoppler() {
        assumeTrue(Poppler.has("pdftoppm"), "pdftoppm (poppler-utils) is not installed");
    }

    @Test
    void looksAsApproved() throws Exception {
        assertThat(Pictures.unlike(draw(SealedPdfTest.SealedFiles.ordinary(), 1), Pictures.golden("ordinary.png"))).isLessThan(0.004);
    }

    @Test
    void looksAsApprovedOnTwoPages() throws Exception {
        byte[] file = SealedPdfTest.SealedFiles.ofTwoPages();

        assertThat(Pictures.unlike(draw(file, 1), Pictures.golden("two-pages-1.png"))).isLessThan(0.004);
        assertThat(Pictures.unlike(draw(file, 2), Pictures.golden("two-pages-2.png"))).isLessThan(0.004);
    }

    @Test
    void longNamesAndRareCharactersLookAsApproved() throws Exception {
        byte[] file = SealedPdfTest.SealedFiles.difficult();

        assertThat(Pictures.unlike(draw(file, 1), Pictures.golden("difficult-1.png"))).isLessThan(0.004);
        assertThat(Pictures.unlike(draw(file, 2), Pictures.golden("difficult-2.png"))).isLessThan(0.004);
    }

    @Test
    void anotherPageIsNoticed() throws Exception {
        assertThat(Pictures.unlike(draw(SealedPdfTest.SealedFiles.ofTwoPages(), 1), Pictures.golden("ordinary.png"))).isGreaterThan(0.02);
    }

    @Test
    void aCameraReadsTheQrCode() throws Exception {
        BufferedImage page = Poppler.draw(folder, SealedPdfTest.SealedFiles.ordinary(), 1, 200);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        LuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        String text = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(
                        source.crop(100, page.getHeight() * 7 / 10, page.getWidth() / 3, page.getHeight() / 5))))
                .getText();

        assertThat(text).matches("https://verify\\.example\\.invalid/opinion\\?no=SP202611230000017&v=1&c=[0-9a-f]{16}");
    }

    private BufferedImage draw(byte[] file, int page) throws IOException, InterruptedException {
        return Poppler.draw(folder, file, page, DOTS_PER_INCH);
    }
}
