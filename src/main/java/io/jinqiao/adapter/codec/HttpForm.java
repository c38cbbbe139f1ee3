package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.mapping.Names;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message is the one field of an HTTP form; what is escaped are the bytes of the agreed charset. Thread-safe. */
final class HttpForm implements Framing {
    private final String field;
    private final HttpBody body;
    private final Charset charset;

    HttpForm(String field, Charset charset) {
        this.field = field;
        this.charset = charset;
        this.body = new HttpBody("application/x-www-form-urlencoded", charset);
    }

    @Override
    public Map<String, String> headers() {
        return body.headers();
    }

    @Override
    public byte[] bytes(String text) {
        return (field + "=" + URLEncoder.encode(text, charset)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String text(byte[] form, boolean truncated, int limit, @Nullable String contentType) {
        body.require(form, truncated, limit, contentType);
        int equals = 0;
        while (equals < form.length && form[equals] != '=') {
            equals++;
        }
        String name = new String(form, 0, equals, StandardCharsets.ISO_8859_1);
        if (!name.equals(field) || equals == form.length) {
            throw new Refusal(new Problem(FailureCode.ENVELOPE_FIELD_MISSING, null, field, List.of(field)));
        }
        return StrictText.of(unescaped(form, equals + 1), charset);
    }

    private byte[] unescaped(byte[] form, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(form.length - from);
        for (int i = from; i < form.length; i++) {
            int b = form[i];
            if (b == '%') {
                bytes.write(hex(form, i + 1) << 4 | hex(form, i + 2));
                i += 2;
            } else if (b == '&') {
                throw second(form, i + 1);
            } else {
                bytes.write(b == '+' ? ' ' : b);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(byte[] form, int at) {
        int digit = at < form.length ? Character.digit(form[at], 16) : -1;
        if (digit < 0) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "a form's escape is % and two hexadecimal digits, byte " + (at + 1));
        }
        return digit;
    }

    private Refusal second(byte[] form, int from) {
        int end = from;
        while (end < form.length && form[end] != '=' && form[end] != '&') {
            end++;
        }
        String name = new String(form, from, Math.min(end - from, 100), StandardCharsets.ISO_8859_1);
        return name.equals(field)
                ? new Refusal(FailureCode.MEMBER_DUPLICATE, field)
                : new Refusal(new Problem(FailureCode.FIELD_UNEXPECTED, null, Names.shown(name), List.of()));
    }
}
