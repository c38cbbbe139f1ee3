package io.jinqiao.workbench.simulate.bank;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** DER as far as a seal needs it: tag, length, value. */
final class Tlv {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_LENGTHS = 128;

    private Tlv() {}

    static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            all.writeBytes(element);
        }
        return of(0x30, all.toByteArray());
    }

    static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static byte[] integer(BigInteger value) {
        return of(0x02, value.toByteArray());
    }

    static byte[] octets(byte[] value) {
        return of(0x04, value);
    }

    /** Whole bytes. */
    static byte[] bits(byte[] value) {
        byte[] padded = new byte[value.length + 1];
        System.arraycopy(value, 0, padded, 1, value.length);
        return of(0x03, padded);
    }

    static byte[] ascii(String text) {
        return of(0x16, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] utf8(String text) {
        return of(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant at) {
        return of(0x18, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    /** @param arcs the first two below 40 */
    static byte[] oid(int... arcs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(40 * arcs[0] + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 28; shift >= 0; shift -= 7) {
                if (shift == 0 || arcs[i] >> shift != 0) {
                    bytes.write(arcs[i] >> shift & 0x7f | (shift == 0 ? 0 : 0x80));
                }
            }
        }
        return of(0x06, bytes.toByteArray());
    }

    private static byte[] of(int tag, byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length + 6);
        bytes.write(tag);
        if (value.length < SHORT_LENGTHS) {
            bytes.write(value.length);
        } else {
            byte[] length = BigInteger.valueOf(value.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            bytes.write(0x80 | length.length - from);
            bytes.write(length, from, length.length - from);
        }
        bytes.writeBytes(value);
        return bytes.toByteArray();
    }
}
