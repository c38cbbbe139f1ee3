package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Seven bytes before each message: {@code 0} for not encrypted, then its length in digits, left-justified, filled with blanks to six. */
final class LengthFraming implements Framing {
    private static final int HEADER = 7;

    @Override
    public @Nullable Packet read(InputStream in) throws IOException, NotUnderstood {
        byte[] header = in.readNBytes(HEADER);
        if (header.length == 0) {
            return null;
        }
        String text = new String(header, StandardCharsets.ISO_8859_1);
        if (!text.matches("0[1-9]\\d* *")) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "报文头应为标志 0 和左对齐的长度 / the header is no flag 0 with a left-justified length");
        }
        int length = Integer.parseInt(text.substring(1).strip());
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "报文比报文头所示短 / shorter than its header says");
        }
        return new Packet("", "", body);
    }

    @Override
    public byte[] bytes(Packet answer) {
        byte[] header = String.format("0%-6d", answer.body().length).getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(header, HEADER + answer.body().length);
        System.arraycopy(answer.body(), 0, all, HEADER, answer.body().length);
        return all;
    }

    @Override
    public boolean goesOn() {
        return true;
    }
}
