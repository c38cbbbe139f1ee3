package io.jinqiao.workbench.doctor.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 answer, bounded, from a server that was asked to close the connection after it. */
final class HttpReading {
    private static final int LONGEST_LINE = 8192;
    private static final int MOST_HEADERS = 200;

    private final InputStream in;
    private final int limit;

    HttpReading(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    Crossing.Answer read() throws IOException {
        String[] status = line().split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/") || !status[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("no HTTP answer");
        }
        Map<String, String> headers = headers();
        byte[] body = body(headers);
        return new Crossing.Answer(Integer.parseInt(status[1]), headers, body, date(headers.get("date")));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            if (headers.size() > MOST_HEADERS) {
                throw new IOException("too many headers");
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        return in.readNBytes(length == null || !length.matches("[0-9]{1,9}") ? limit : Math.min(limit, Integer.parseInt(length)));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (body.size() < limit) {
            String announced = line().split(";")[0].strip();
            if (!announced.matches("[0-9a-fA-F]{1,7}")) {
                throw new IOException("no HTTP chunk");
            }
            int size = Integer.parseInt(announced, 16);
            if (size == 0) {
                break;
            }
            body.write(in.readNBytes(Math.min(size, limit - body.size())));
            line();
        }
        return body.toByteArray();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the connection ended without an answer");
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("no HTTP answer");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
