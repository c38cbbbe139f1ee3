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
    private static final String NOT_ALLOWED = "HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\nContent-Length: 0\r\nConnection: close" + END;

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
        if (first.length == 3 && !first[0].equals("POST")) {
            throw new NotSpoken(NOT_ALLOWED);
        }
        if (first.length != 3) {
            throw new IOException("no HTTP request");
        }
        String path = first[1].contains("?") ? first[1].substring(0, first[1].indexOf('?')) : first[1];
        if (header(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return new Packet(path, header(head, "content-type"), chunks(in));
        }
        String length = header(head, "content-length");
        if (!length.matches("\\d{1,9}") || Integer.parseInt(length) > BODY) {
            throw new IOException("no length, or more than " + BODY);
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return body.length < Integer.parseInt(length) ? null : new Packet(path, header(head, "content-type"), body);
    }

    /** Extensions and trailers are read over. */
    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).split(";")[0].strip();
            if (!size.matches("[0-9A-Fa-f]{1,7}") || body.size() + Integer.parseInt(size, 16) > BODY) {
                throw new IOException("no chunk, or more than " + BODY);
            }
            if (Integer.parseInt(size, 16) == 0) {
                break;
            }
            body.writeBytes(in.readNBytes(Integer.parseInt(size, 16)));
            line(in);
        }
        while (!line(in).isEmpty()) { } // trailers
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > HEAD) {
                throw new IOException("no end of line");
            }
            line.append((char) next);
        }
        return line.toString().strip();
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
