package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.adapter.descriptor.FrameForm.Written;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message behind a header that says how long it is: an optional flag, then the length, in digits or binary. Thread-safe. */
public final class LengthPrefix implements Framing {
    /** What {@link #announced} says of a header that is none. */
    public static final long NO_HEADER = -1;

    private final FrameForm form;
    private final byte[] flag;
    private final Charset charset;

    public LengthPrefix(FrameForm form, Charset charset) {
        this.form = form;
        this.flag = form.flag().getBytes(StandardCharsets.US_ASCII);
        this.charset = charset;
    }

    /** Bytes before the message. */
    public int headerLength() {
        return flag.length + form.width();
    }

    /**
     * @param frame at least a whole header
     * @return bytes of the message that follows, or {@link #NO_HEADER}
     */
    public long announced(byte[] frame) {
        for (int i = 0; i < flag.length; i++) {
            if (frame[i] != flag[i]) {
                return NO_HEADER;
            }
        }
        long length = form.written() == Written.BINARY ? binary(frame) : digits(frame);
        return length < counted() ? NO_HEADER : length - counted();
    }

    /** Bytes of the header that the length counts too. */
    private int counted() {
        return form.counts() == Counts.MESSAGE ? 0 : form.counts() == Counts.LENGTH_AND_MESSAGE ? form.width() : headerLength();
    }

    private long binary(byte[] frame) {
        long length = 0;
        for (int i = 0; i < form.width(); i++) {
            length = length << 8 | frame[flag.length + i] & 0xff;
        }
        return length;
    }

    private long digits(byte[] frame) {
        int from = flag.length;
        int to = from + form.width();
        while (form.written() == Written.DIGITS_THEN_BLANKS && to > from && frame[to - 1] == ' ') {
            to--;
        }
        long length = to == from ? NO_HEADER : 0;
        for (int i = from; i < to; i++) {
            if (frame[i] < '0' || frame[i] > '9') {
                return NO_HEADER;
            }
            length = length * 10 + frame[i] - '0';
        }
        return length;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    /** @throws Refusal when the length has no room in the header */
    @Override
    public byte[] bytes(String text) {
        byte[] message = text.getBytes(charset);
        byte[] frame = new byte[headerLength() + message.length];
        System.arraycopy(flag, 0, frame, 0, flag.length);
        System.arraycopy(length(message.length + counted()), 0, frame, flag.length, form.width());
        System.arraycopy(message, 0, frame, headerLength(), message.length);
        return frame;
    }

    private byte[] length(long length) {
        if (length > form.most()) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + (form.most() - counted()));
        }
        if (form.written() != Written.BINARY) {
            String padded = form.written() == Written.DIGITS_THEN_BLANKS ? "%-" + form.width() + "d" : "%0" + form.width() + "d";
            return String.format(java.util.Locale.ROOT, padded, length).getBytes(StandardCharsets.US_ASCII);
        }
        byte[] bytes = new byte[form.width()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (length >> 8 * (bytes.length - 1 - i));
        }
        return bytes;
    }

    @Override
    public String text(byte[] frame, boolean truncated, int limit, @Nullable String contentType) {
        if (truncated || frame.length > limit) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + limit);
        }
        long announced = frame.length < headerLength() ? NO_HEADER : announced(frame);
        if (announced == NO_HEADER) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "a header of " + headerLength() + " bytes with flag and length expected");
        }
        int came = frame.length - headerLength();
        if (announced != came) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "the header announces " + announced + " bytes, " + came + " came");
        }
        byte[] message = new byte[came];
        System.arraycopy(frame, headerLength(), message, 0, came);
        return StrictText.of(message, charset);
    }
}
