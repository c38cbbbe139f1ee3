package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.descriptor.FrameForm;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One message after the other from a stream with length headers, as the folder describes them. */
public final class Frames {
    private static final int MOST = 64 * 1024 * 1024;

    private final FrameForm form;

    public Frames(FrameForm form) {
        this.form = form;
    }

    /** @return header and message; null when the stream ended before a header. @throws EOFException when it ended inside a message */
    public byte @Nullable [] read(InputStream in) throws IOException {
        int header = form.flag().length() + form.width();
        byte[] head = in.readNBytes(header);
        if (head.length < header) {
            return null;
        }
        int rest = rest(Arrays.copyOfRange(head, form.flag().length(), header));
        byte[] frame = Arrays.copyOf(head, header + rest);
        if (in.readNBytes(frame, header, rest) < rest) {
            throw new EOFException("a message of " + rest + " bytes ended early");
        }
        return frame;
    }

    private int rest(byte[] length) throws IOException {
        try {
            long announced = form.written() == FrameForm.Written.BINARY
                    ? new BigInteger(1, length).longValueExact()
                    : Long.parseLong(new String(length, StandardCharsets.US_ASCII).strip());
            long rest = announced - switch (form.counts()) {
                case MESSAGE -> 0;
                case LENGTH_AND_MESSAGE -> form.width();
                case HEADER_AND_MESSAGE -> form.width() + form.flag().length();
            };
            if (rest < 0 || rest > MOST) {
                throw new IOException("a header that announces " + announced + " bytes");
            }
            return (int) rest;
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("a header without a length", e);
        }
    }
}
