package io.jinqiao.opinion.ofd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.pdf.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The OFD page drawn from its own bytes, beside the approved picture of the PDF: one layout, two files, one appearance. */
class OfdPictureTest {
    private static final int DOTS_PER_INCH = 75;

    @Test
    void looksLikeThePdf() throws IOException {
        assertThat(unlike(draw(SealedOfds.ordinary(), 0), "ordinary.png")).isLessThan(0.002);
    }

    @Test
    void looksLikeThePdfOnTwoPages() throws IOException {
        byte[] file = SealedOfds.ofTwoPages();

        assertThat(unlike(draw(file, 0), "two-pages-1.png")).isLessThan(0.002);
        assertThat(unlike(draw(file, 1), "two-pages-2.png")).isLessThan(0.002);
    }

    @Test
    void looksLikeThePdfWithLongNamesAndRareCharacters() throws IOException {
        byte[] file = SealedOfds.difficult();

        assertThat(unlike(draw(file, 0), "difficult-1.png")).isLessThan(0.002);
        assertThat(unlike(draw(file, 1), "difficult-2.png")).isLessThan(0.002);
    }

    @Test
    void anotherPageIsNoticed() throws IOException {
        assertThat(unlike(draw(SealedOfds.ofTwoPages(), 0), "ordinary.png")).isGreaterThan(0.015);
    }

    private static double unlike(BufferedImage drawn, String golden) throws IOException {
        return Pictures.unlike(Pictures.blurred(drawn), Pictures.blurred(Pictures.golden(golden)));
    }

    private static BufferedImage draw(byte[] file, int page) throws IOException {
        return new OfdReader(file).draw(page, DOTS_PER_INCH, SealedOfds.PICTURE);
    }
}
