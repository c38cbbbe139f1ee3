package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.cos.COSName;

/** The seal on paper: drawn as outlines, so it is sharp on any printer, and see-through like ink. Operators are made once. */
final class SealStamp {
    private static final float SIDE = (float) (SealPicture.DIAMETER * Painter.POINT);

    private final Deflated operators;

    SealStamp(Shape picture) {
        AffineTransform upright = new AffineTransform(Painter.POINT, 0, 0, -Painter.POINT, 0, SIDE);
        int red = Ink.RED.rgb();
        String colour = String.format(
                Locale.ROOT,
                "/Ink gs %.3f %.3f %.3f rg\n",
                (red >> 16 & 255) / 255.0,
                (red >> 8 & 255) / 255.0,
                (red & 255) / 255.0);
        this.operators = Deflated.of((colour + Painter.path(picture, upright) + "f\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The seal as a form, once in each document, used by the signature's widget and by page seals. */
    PDAppearanceStream form(PDDocument document) throws IOException {
        PDAppearanceStream form = new PDAppearanceStream(document);
        operators.into(form.getCOSObject());
        form.setBBox(new PDRectangle(SIDE, SIDE));
        PDExtendedGraphicsState ink = new PDExtendedGraphicsState();
        ink.setBlendMode(BlendMode.MULTIPLY);
        ink.setNonStrokingAlphaConstant(0.92f);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Ink"), ink);
        form.setResources(resources);
        return form;
    }

    static PDAppearanceDictionary appearance(PDAppearanceStream form) {
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(form);
        return appearance;
    }

    static PDRectangle rectangle(Sheet.SealPlace place) {
        return new PDRectangle(
                (float) ((place.x() - SealPicture.DIAMETER / 2) * Painter.POINT),
                (float) ((Page.HEIGHT - place.y() - SealPicture.DIAMETER / 2) * Painter.POINT),
                SIDE,
                SIDE);
    }

    /**
     * Operators that draw this page's part of the seal across the pages' right edge (骑缝章).
     *
     * @param number of the page from 0
     */
    static String acrossPages(int number, int pages) {
        double width = SealPicture.DIAMETER / pages;
        double edge = Page.WIDTH * Painter.POINT;
        double left = edge - width * Painter.POINT;
        double bottom = Page.HEIGHT * Painter.POINT / 2 - SIDE / 2;
        return String.format(
                Locale.ROOT,
                "q %.3f %.3f %.3f %.3f re W n 1 0 0 1 %.3f %.3f cm /Seal Do Q\n",
                left,
                bottom,
                width * Painter.POINT,
                SIDE,
                left - number * width * Painter.POINT,
                bottom);
    }
}
