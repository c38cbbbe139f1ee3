package io.jinqiao.workbench.doctor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which charset bytes are written in, as far as bytes and declarations tell. */
final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** One is a part of the next; what is declared as one is read as another of them. */
    private static final List<String> CHINESE = List.of("gb2312", "gbk", "gb18030");
    private static final Pattern IN_TYPE = Pattern.compile("(?i)charset=\"?([A-Za-z0-9_-]+)");
    private static final Pattern IN_XML = Pattern.compile("^\\s*<\\?xml[^>]*encoding=[\"']([A-Za-z0-9_-]+)");

    private Charsets() {}

    /**
     * @param contentType null on channels without one
     * @return the name of another charset than the agreed one; null when nothing speaks against that
     */
    static @Nullable String other(byte[] message, Charset agreed, @Nullable String contentType) {
        String declared = declared(message, contentType);
        if (declared != null && !same(declared, agreed)) {
            return declared.toUpperCase(Locale.ROOT);
        }
        boolean plain = isAscii(message);
        boolean utf8 = reads(message, StandardCharsets.UTF_8);
        if (plain || reads(message, agreed) && !(utf8 && chinese(agreed.name()))) {
            return null; // Chinese written in a GB charset is next to never valid UTF-8, so the other way round tells
        }
        return utf8 ? "UTF-8" : reads(message, GB18030) ? "GB18030" : "?";
    }

    private static @Nullable String declared(byte[] message, @Nullable String contentType) {
        Matcher type = IN_TYPE.matcher(contentType == null ? "" : contentType);
        if (type.find()) {
            return type.group(1);
        }
        int start = Math.min(message.length, 200);
        Matcher xml = IN_XML.matcher(new String(message, 0, start, StandardCharsets.ISO_8859_1));
        return xml.find() ? xml.group(1) : null;
    }

    private static boolean same(String declared, Charset agreed) {
        return declared.equalsIgnoreCase(agreed.name()) || chinese(declared) && chinese(agreed.name());
    }

    private static boolean chinese(String charset) {
        return CHINESE.contains(charset.toLowerCase(Locale.ROOT));
    }

    private static boolean reads(byte[] message, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(message));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isAscii(byte[] message) {
        for (byte b : message) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
