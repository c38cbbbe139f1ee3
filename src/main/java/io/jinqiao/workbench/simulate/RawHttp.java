package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 written and read by hand, so that it can be written wrongly. */
public final class RawHttp {
    private static final int HEAD = 64 << 10;
    private static final String END = "\r\n\r\n";

    private RawHttp() {}

    /** @param headers by name in lower case */
    public record Heard(int status, Map<String, String> headers, byte[] body) {}

    public static byte[] bytes(Letter letter) {
        return bytes(letter, letter.body().length);
    }

    /** @param length what the head says of the body */
    public static byte[] bytes(Letter letter, long length) {
        StringBuilder head = new StringBuilder("POST " + letter.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length);
        letter.headers().forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.append(END).toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(letter.body());
        return out.toByteArray();
    }

    public static Heard read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith(END)) {
            int next = in.read();
            if (next < 0 || bytes.size() > HEAD) {
                throw new EOFException("no answer, " + bytes.size() + " bytes of one");
            }
            bytes.write(next);
        }
        String[] lines = bytes.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(lines[i].substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT), lines[i].substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("an answer of " + length + " bytes ended after " + body.length);
        }
        return new Heard(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
