package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bytes as text of one charset, every byte of it: nothing is replaced or guessed. */
final class StrictText {
    /** What Java's decoders put in place of bytes they cannot read. */
    private static final char REPLACEMENT = '\uFFFD';

    private StrictText() {}

    /** @throws Refusal naming the first byte (from 1) that is no text of the charset */
    static String of(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        // only a replaced or a real replacement character needs the slow, exact way
        return text.indexOf(REPLACEMENT) < 0 ? text : exactly(bytes, charset);
    }

    private static String exactly(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw new Refusal(FailureCode.CHARSET_WRONG, charset.name(), "" + (in.position() + 1));
        }
        return out.flip().toString();
    }
}
