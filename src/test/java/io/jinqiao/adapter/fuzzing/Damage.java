package io.jinqiao.adapter.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Good bytes made bad in the ways that readers fall for: by bytes, by what stands between two marks, and by what formats give a meaning to. */
final class Damage {
    private static final byte[] MARKS = "<>{}[]\",:&=%@|$\n\r#;".getBytes(StandardCharsets.US_ASCII);
    private static final List<byte[]> WORDS = words(
            "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;", "&amp;amp;", "<![CDATA[", "]]>", "<?xml version=\"1.1\"?>", "<?x ?>", "<!--", "-->", "</", "/>", "<a xmlns:a=\"b\">",
            "{\"a\":", "[[[[[[[[", "]]]]", "\\u0000", "\\ud800", "\\", "\"\"", "null", "true", "1e999999999", "-0", "NaN", "0.00000000000000000000001", "99999999999999999999",
            "%", "%zz", "%00", "%FF", "+", "&requestXml=", "=", "0999999", "0-1    ", "0      ", "7", "\0", "@|$", "@|$@|$", ",", "\"", "\"\"\"", "\r\n", "$END", "#,", "9");
    private static final byte[][] LEADS = {{(byte) 0x81}, {(byte) 0xfe}, {(byte) 0xff}, {(byte) 0x81, 0x30}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}};

    private final Random random;

    Damage(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static List<byte[]> words(String... words) {
        return Arrays.stream(words).map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    /** @param all good bytes of the same kind, of which pieces may be used */
    byte[] of(List<byte[]> all) {
        byte[] bytes = pick(all).clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, all);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, List<byte[]> all) {
        if (bytes.length == 0) {
            return pick(WORDS);
        }
        return switch (random.nextInt(10)) {
            case 0 -> flipped(bytes);
            case 1 -> spliced(bytes, at(bytes), pick(WORDS), 0);
            case 2 -> spliced(bytes, at(bytes), LEADS[random.nextInt(LEADS.length)], random.nextInt(3));
            case 3 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 4 -> without(bytes);
            case 5 -> repeated(bytes);
            case 6 -> moved(bytes);
            case 7 -> spliced(bytes, mark(bytes), pick(WORDS), random.nextInt(8));
            case 8 -> digits(bytes);
            default -> piece(bytes, pick(all));
        };
    }

    private byte[] flipped(byte[] bytes) {
        bytes[at(bytes)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** What stands between two marks goes. */
    private byte[] without(byte[] bytes) {
        int from = mark(bytes);
        int to = mark(bytes);
        return spliced(bytes, Math.min(from, to), new byte[0], Math.abs(to - from));
    }

    /** It stands there more than once; sometimes very often. */
    private byte[] repeated(byte[] bytes) {
        int from = mark(bytes);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
        byte[] piece = Arrays.copyOfRange(bytes, from, to);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        int times = random.nextInt(8) == 0 ? 300 : 2;
        for (int i = 0; i < times; i++) {
            many.writeBytes(piece);
        }
        return spliced(bytes, from, many.toByteArray(), 0);
    }

    private byte[] moved(byte[] bytes) {
        int from = mark(bytes);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(64));
        byte[] piece = Arrays.copyOfRange(bytes, from, from + length);
        byte[] rest = spliced(bytes, from, new byte[0], length);
        return rest.length == 0 ? piece : spliced(rest, mark(rest), piece, 0);
    }

    /** A number becomes another one: lengths, counts, amounts, days. */
    private byte[] digits(byte[] bytes) {
        int at = at(bytes);
        while (at < bytes.length && (bytes[at] < '0' || bytes[at] > '9')) {
            at++;
        }
        int end = at;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            bytes[end++] = (byte) (random.nextBoolean() ? '9' : '0' + random.nextInt(10));
        }
        return random.nextBoolean() ? bytes : spliced(bytes, at, "-".getBytes(StandardCharsets.US_ASCII), random.nextInt(2));
    }

    private byte[] piece(byte[] bytes, byte[] other) {
        if (other.length == 0) {
            return bytes;
        }
        int from = mark(other);
        byte[] piece = Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(200)));
        return spliced(bytes, mark(bytes), piece, random.nextInt(piece.length + 1));
    }

    private int at(byte[] bytes) {
        return random.nextInt(bytes.length);
    }

    /** A place where something begins or ends, if one is near. */
    private int mark(byte[] bytes) {
        int start = at(bytes);
        for (int at = start; at < Math.min(bytes.length, start + 256); at++) {
            for (byte mark : MARKS) {
                if (bytes[at] == mark) {
                    return at;
                }
            }
        }
        return start;
    }

    private static byte[] spliced(byte[] bytes, int at, byte[] inserted, int gone) {
        int rest = Math.min(bytes.length, at + gone);
        byte[] spliced = Arrays.copyOf(bytes, at + inserted.length + bytes.length - rest);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        System.arraycopy(bytes, rest, spliced, at + inserted.length, bytes.length - rest);
        return spliced;
    }

    private byte[] pick(List<byte[]> all) {
        return all.get(random.nextInt(all.size()));
    }
}
