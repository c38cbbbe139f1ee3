package io.jinqiao.credit.enquiry;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** The report as it comes (ReportMessage): Base64 of gzip of UTF-8. What grows beyond all measure is refused while it grows. */
public final class ReportText {
    private ReportText() {}

    /**
     * @param base64 as it stands in the answer
     * @param most bytes it may have unpacked
     * @throws Refusal when it is not Base64, not gzip, cut off, too large or no UTF-8
     */
    public static String of(String base64, int most) {
        byte[] packed = decode(base64);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] text = in.readNBytes(most + 1);
            if (text.length > most) {
                throw unreadable("larger than " + most + " bytes");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable("no UTF-8");
        } catch (IOException e) {
            throw unreadable("no gzip, or cut off");
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw unreadable("no Base64");
        }
    }

    private static Refusal unreadable(String why) {
        return new Refusal(Problem.at("ReportMessage", FailureCode.CREDIT_REPORT_UNREADABLE, why));
    }
}
