package io.jinqiao.workbench.simulate.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** As much of HTTP/1.1 as one request on a connection needs; written out, so that an answer can be doubled or cut. */
public final class HttpFraming implements Framing {
    private static final int HEAD = 64 << 10;
    private static final int BODY = 20 << 20;
    private static final String END = "\r\n\r\n";

    @Override
    public @Nullable Packet read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "";
        while (!head.endsWith(END)) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return null;
            }
            if (next < 0 || bytes.size() > HEAD) {
                throw new IOException("no HTTP request");
            }
            bytes.write(next);
            // looked at only where it may have ended
            head = next == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
        }
        String[] first = head.substring(0, head.indexOf("\r\n")).split(" ");
        if (first.length != 3 || !first[0].equals("POST")) {
            throw new IOException("only POST is spoken here");
        }
        String length = header(head, "content-length");
        if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > BODY) {
            throw new IOException("no length, or more than " + BODY);
        }
        String path = first[1].contains("?") ? first[1].substring(0, first[1].indexOf('?')) : first[1];
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return body.length < Integer.parseInt(length) ? null : new Packet(path, header(head, "content-type"), body);
    }

    private static String header(String head, String name) {
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return "";
    }

    @Override
    public byte[] bytes(Packet answer) {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + answer.contentType() + "\r\nContent-Length: " + answer.body().length
                + "\r\nConnection: close" + END;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(answer.body());
        return bytes.toByteArray();
    }

    @Override
    public boolean goesOn() {
        return false;
    }
}
