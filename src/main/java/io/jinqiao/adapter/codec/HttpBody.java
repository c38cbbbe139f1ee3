package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Axis: one message is one HTTP body of an agreed type and charset. Thread-safe. */
final class HttpBody implements Framing {
    private final Charset charset;
    private final Map<String, String> headers;

    HttpBody(String type, Charset charset) {
        this.charset = charset;
        this.headers = Map.of("Content-Type", type + "; charset=" + charset.name());
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    @Override
    public String text(byte[] body, boolean truncated, int limit, @Nullable String contentType) {
        require(body, truncated, limit, contentType);
        return StrictText.of(body, charset);
    }

    /** @throws Refusal when the body is too large or declares another charset */
    void require(byte[] body, boolean truncated, int limit, @Nullable String contentType) {
        if (truncated || body.length > limit) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + limit);
        }
        if (contentType != null && declaresAnother(contentType)) {
            throw new Refusal(FailureCode.CHARSET_WRONG, charset.name(), "1");
        }
    }

    private boolean declaresAnother(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return false;
        }
        String declared = contentType.substring(at + "charset=".length());
        int end = declared.indexOf(';');
        declared = (end < 0 ? declared : declared.substring(0, end)).replace("\"", "").strip();
        return !declared.equalsIgnoreCase(charset.name());
    }
}
