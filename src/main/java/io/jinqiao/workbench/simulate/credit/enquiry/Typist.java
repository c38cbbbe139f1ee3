package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.DetachedSignature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Writes answers, rightly or as a trick wants them. */
final class Typist {
    private static final int BOMB_MEGABYTES = 256;
    private static final String OTHER_TYPE = "D104";

    private final EnquirySettings settings;
    private final BankKeys keys;
    private final Clock clock;

    Typist(EnquirySettings settings, BankKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param asked whose id the answer bears @param type of the answer */
    String write(Head asked, String type, Office.Answer answer, Trick trick) {
        Head head = new Head(EnquirySettings.RECEIVER, asked.sender(), Head.TIME.format(LocalDateTime.now(clock)), trick == Trick.OTHER_HEAD ? OTHER_TYPE : type, asked.id());
        String written = head.write(settings.head());
        String body = "<Document><Msg>" + (answer.msg() == null ? result(answer, trick, type) : answer.msg()) + "</Msg></Document>";
        if (trick == Trick.SHORT_HEAD) {
            written = written.replaceFirst("00", "0");
        }
        if (trick == Trick.UNSIGNED) {
            return written + body;
        }
        String signed = trick == Trick.BAD_SIGNATURE ? "something else" : written + body;
        Charset charset = trick == Trick.RE_ENCODED ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        return new Message(written, body, DetachedSignature.of(keys, settings.ourKey(), signed.getBytes(charset))).write(settings.signature());
    }

    private static String result(Office.Answer answer, Trick trick, String type) {
        if (type.startsWith("G")) {
            return "<ServiceReturnCode>" + answer.code() + "</ServiceReturnCode>";
        }
        return "<ResultCode>" + answer.code() + "</ResultCode><ResultDesc>" + answer.words() + "</ResultDesc><ReportName>" + answer.reportName() + "</ReportName><ReportMessage>" + packed(answer, trick) + "</ReportMessage>";
    }

    private static String packed(Office.Answer answer, Trick trick) {
        if (answer.report() == null) {
            return "";
        }
        byte[] xml = (trick == Trick.NOT_XML ? "no report at all" : answer.report()).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = trick == Trick.NOT_GZIP ? xml : gzip(xml, trick == Trick.BOMB ? BOMB_MEGABYTES : 0);
        String text = Base64.getEncoder().encodeToString(bytes);
        return trick == Trick.TRUNCATED ? text.substring(0, text.length() / 2 | 1) : text;
    }

    /** @param megabytes of blanks in front of what was to be said */
    private static byte[] gzip(byte[] xml, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < megabytes; i++) {
                gzip.write(blanks);
            }
            gzip.write(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
