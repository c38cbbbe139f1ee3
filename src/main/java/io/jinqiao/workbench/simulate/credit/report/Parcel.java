package io.jinqiao.workbench.simulate.credit.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file as it came, unwrapped as far as it can be; each step says whether it went. */
final class Parcel {
    /** Unwrapped; a million records of a kilobyte. */
    private static final int MOST = 1 << 30;

    private final String name;
    private final boolean opened;
    private final boolean inflated;
    private final boolean utf8;
    private final String text;
    private final List<String> lines;

    private Parcel(String name, boolean opened, boolean inflated, boolean utf8, String text) {
        this.name = name;
        this.opened = opened;
        this.inflated = inflated;
        this.utf8 = utf8;
        this.text = text;
        // one line end after the last record is no empty line
        this.lines = List.of((text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text).split("\r\n", -1));
    }

    static Parcel unwrap(String name, byte[] bytes, ReportSettings settings) {
        byte[] clear = settings.seal() == null ? bytes : opened(bytes, settings.seal());
        byte[] plain = clear == null || !settings.gzip() ? clear : inflated(clear);
        String strict = plain == null ? null : strict(plain);
        String text = strict != null ? strict : plain == null ? "" : new String(plain, StandardCharsets.UTF_8);
        return new Parcel(name, clear != null, plain != null, strict != null || plain == null, text);
    }

    private static byte @Nullable [] opened(byte[] bytes, Seal seal) {
        try {
            return seal.open(bytes);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static byte @Nullable [] inflated(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(MOST);
            return in.read() < 0 ? plain : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String strict(byte[] plain) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plain)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    String name() {
        return name;
    }

    boolean opened() {
        return opened;
    }

    boolean inflated() {
        return inflated;
    }

    boolean utf8() {
        return utf8;
    }

    String text() {
        return text;
    }

    Optional<SentName> sentName() {
        return SentName.read(name);
    }

    String firstLine() {
        return lines.get(0);
    }

    Optional<FileHead> head() {
        return FileHead.read(firstLine());
    }

    List<String> records() {
        return lines.subList(1, lines.size());
    }
}
