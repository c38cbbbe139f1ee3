package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.Sm2;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** SM3 of a text, where a partner's form writes one instead of a secret. */
public final class Sm3 {
    private Sm3() {}

    /** Of the text in UTF-8: 64 hexadecimal digits, capitals. */
    public static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(Sm2.sm3(text.getBytes(StandardCharsets.UTF_8)));
    }
}
