package io.jinqiao.signing.algorithm;

import io.jinqiao.signing.SigningProfile.Text;
import java.util.Base64;
import java.util.HexFormat;

/** Signature bytes as they stand in a message. */
public final class SignatureText {
    private static final HexFormat HEX = HexFormat.of();
    private static final int HALF = 64;

    private SignatureText() {}

    public static String write(Text text, byte[] signature) {
        return switch (text) {
            case BASE64 -> Base64.getEncoder().encodeToString(signature);
            case HEX -> HEX.formatHex(signature);
            case HEX_R_HASH_S -> {
                String hex = HEX.formatHex(signature);
                yield hex.substring(0, HALF) + "#" + hex.substring(HALF);
            }
        };
    }

    public static byte[] read(Text text, String signature) throws MalformedSignature {
        return switch (text) {
            case BASE64 -> base64(signature);
            case HEX -> hex(signature);
            case HEX_R_HASH_S -> {
                if (signature.length() != 2 * HALF + 1 || signature.charAt(HALF) != '#') {
                    throw new MalformedSignature("no two halves of " + HALF + " digits");
                }
                yield lowerCaseHex(signature.substring(0, HALF) + signature.substring(HALF + 1));
            }
        };
    }

    /** The JDK's decoder forgives missing padding and stray bits; writing again and comparing does not. */
    private static byte[] base64(String text) throws MalformedSignature {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the other case
        }
        throw new MalformedSignature("no Base64 (RFC 4648 section 4, padded, one line)");
    }

    private static byte[] lowerCaseHex(String text) throws MalformedSignature {
        byte[] bytes = hex(text);
        if (!HEX.formatHex(bytes).equals(text)) {
            throw new MalformedSignature("hexadecimal digits in lower case");
        }
        return bytes;
    }

    private static byte[] hex(String text) throws MalformedSignature {
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedSignature("no hexadecimal digits in pairs");
        }
    }
}
