package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** A stream of bytes as text of one charset, every byte of it, with a limit on what may be read in one go. For one use. */
final class StrictReader extends Reader {
    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final int longest;
    private long passed;
    private long left;
    private boolean ended;

    /** @param longest characters between one {@link #allow} and the next */
    StrictReader(InputStream in, Charset charset, int longest) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.longest = longest;
        allow();
    }

    /** Another record may be read. A parser reads ahead, so the limit is never exact. */
    void allow() {
        left = longest + (1L << 15);
    }

    /** @throws Refusal naming the first byte (from 1) that is no text of the charset, or the limit */
    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        // a slice counts from 0, wherever the caller wants the text
        CharBuffer out = CharBuffer.wrap(buffer, offset, Math.min(length, 4096)).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                throw new Refusal(FailureCode.CHARSET_WRONG, charset.name(), "" + (passed + bytes.position() + 1));
            }
            if (out.position() > 0) {
                left -= out.position();
                if (left < 0) {
                    throw new Refusal(FailureCode.FILE_LINE_TOO_LONG, "" + longest);
                }
                return out.position();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        passed += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
