package io.jinqiao.opinion.form;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Map;

/** A QR code as one outline, so that it is sharp on every printer. */
final class QrCode {
    /** Any of the eight masks is right; trying all of them costs more than drawing the page. */
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.QR_MASK_PATTERN, 3);

    private QrCode() {}

    /** @param side in millimetres */
    static Shape outline(String text, double side) {
        ByteMatrix dots = dots(text);
        double dot = side / dots.getWidth();
        Path2D path = new Path2D.Double();
        for (int y = 0; y < dots.getHeight(); y++) {
            int x = 0;
            while (x < dots.getWidth()) {
                int end = x;
                while (end < dots.getWidth() && dots.get(end, y) == 1) {
                    end++;
                }
                if (end > x) {
                    rectangle(path, x * dot, y * dot, (end - x) * dot, dot);
                }
                x = end + 1;
            }
        }
        return path;
    }

    private static ByteMatrix dots(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, HINTS).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    private static void rectangle(Path2D path, double x, double y, double width, double height) {
        path.moveTo(x, y);
        path.lineTo(x + width, y);
        path.lineTo(x + width, y + height);
        path.lineTo(x, y + height);
        path.closePath();
    }
}
