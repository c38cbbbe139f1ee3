package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.SigningProfile.Algorithm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What else than the agreed bytes somebody may have signed. By a name for people, the likeliest first. */
final class Inputs {
    private Inputs() {}

    /** The digest of the input in place of the input. */
    static Map<String, byte[]> digested(Algorithm algorithm, byte[] input) {
        byte[] digest = digest(algorithm, input);
        String hex = HexFormat.of().formatHex(digest);
        Map<String, byte[]> ways = new LinkedHashMap<>();
        ways.put("32 bytes", digest);
        ways.put("hex", hex.getBytes(StandardCharsets.US_ASCII));
        ways.put("HEX", hex.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        return ways;
    }

    private static byte[] digest(Algorithm algorithm, byte[] input) {
        try {
            return (algorithm == Algorithm.SM2_SM3
                            ? MessageDigest.getInstance("SM3", CryptoProvider.bouncyCastle())
                            : MessageDigest.getInstance("SHA-256"))
                    .digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the provider has SM3", e);
        }
    }

    /** The named texts of a request's envelope, put together by other rules; empty where the input is no such thing. */
    static Map<String, byte[]> reordered(Unsigned request, Charset charset) {
        Map<String, String> texts = request.parts();
        String input = new String(request.signingInput(), charset);
        Map<String, byte[]> ways = new LinkedHashMap<>();
        if (texts.isEmpty() || input.startsWith("<")) {
            return ways;
        }
        if (input.contains("?") && input.endsWith(pairs(new TreeMap<>(texts)))) {
            String path = input.substring(0, input.indexOf('?'));
            ways.put("as sent", (path + "?" + pairs(texts)).getBytes(charset));
            ways.put("without the path", pairs(new TreeMap<>(texts)).getBytes(charset));
            ways.put("values only", String.join("", new TreeMap<>(texts).values()).getBytes(charset));
        } else if (input.equals(String.join("", texts.values()))) {
            ways.put("by name", String.join("", new TreeMap<>(texts).values()).getBytes(charset));
            texts.keySet().stream().skip(texts.size() - 1L).forEach(last -> ways.put(
                    "without " + last,
                    texts.entrySet().stream().filter(t -> !t.getKey().equals(last)).map(Map.Entry::getValue).collect(Collectors.joining()).getBytes(charset)));
        }
        return ways;
    }

    private static String pairs(Map<String, String> texts) {
        return texts.entrySet().stream().map(t -> t.getKey() + "=" + t.getValue()).collect(Collectors.joining("&"));
    }
}
