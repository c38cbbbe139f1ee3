package io.jinqiao.workbench.samples;

import io.jinqiao.adapter.codec.Unsigned;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message changed before it was sealed and signed: a fault its writer made, not somebody on the way. */
public final class Spoilt {
    private Spoilt() {}

    /** @throws IllegalArgumentException when the text is not there */
    public static Unsigned changed(Unsigned unsigned, Charset charset, String from, String to) {
        if (unsigned.toSeal() != null) {
            byte[] plain = changed(unsigned.toSeal(), charset, from, to);
            return new Unsigned(unsigned.operation(), unsigned.signType(), new byte[0], Map.of(), plain);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        unsigned.parts().forEach((name, text) -> parts.put(name, text.replace(from, to)));
        return new Unsigned(unsigned.operation(), unsigned.signType(), changed(unsigned.signingInput(), charset, from, to), parts);
    }

    private static byte[] changed(byte[] bytes, Charset charset, String from, String to) {
        String text = new String(bytes, charset);
        if (!text.contains(from)) {
            throw new IllegalArgumentException("nothing to change: " + from);
        }
        return text.replace(from, to).getBytes(charset);
    }
}
