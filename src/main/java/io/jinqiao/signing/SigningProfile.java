package io.jinqiao.signing;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How messages with one partner are signed. Everything is agreed, nothing is guessed from lengths.
 *
 * @param form how r and s are joined; without meaning for RSA and CHANNEL
 * @param text how the signature bytes stand in the message
 * @param ourUserId SM2 user id bound into the signatures we make; UTF-8, at most 8191 bytes, may be empty
 * @param theirUserId SM2 user id bound into the signatures the partner makes
 */
public record SigningProfile(Algorithm algorithm, Form form, Text text, String ourUserId, String theirUserId) {
    /** GM/T 0009: the user id used when nothing else was agreed. */
    public static final String DEFAULT_USER_ID = "1234567812345678";

    private static final int LONGEST_USER_ID = 8191;

    public enum Algorithm {
        SM2_SM3,
        RSA_SHA256,
        ECDSA_P256,
        /**
         * SHA-1 with RSA over the MD5 of the message, as one legacy form has it. Collisions of both are made by anybody, and the form's key is in
         * public source: it says little, and only beside something that proves who speaks.
         */
        RSA_SHA1_MD5,
        /** No signature in the message: the partner is known by its connection only. */
        CHANNEL;

        /** The algorithm under which a key of this kind is known. */
        public Algorithm ofKey() {
            return this == RSA_SHA1_MD5 ? RSA_SHA256 : this;
        }

        /** Whether r and s are joined. */
        public boolean hasPair() {
            return this == SM2_SM3 || this == ECDSA_P256;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Form {
        /** r followed by s, 32 bytes each, left-padded with zeros. */
        RAW,
        /** SEQUENCE of the two INTEGERs in strict DER (GM/T 0009, X9.62). */
        DER
    }

    public enum Text {
        /** RFC 4648 section 4 with padding, one line. */
        BASE64,
        /** Two digits for each byte, both cases read, lower case written. */
        HEX,
        /** 64 digits of r, a number sign, 64 digits of s, lower case only: one spelling. Needs {@link Form#RAW}. */
        HEX_R_HASH_S
    }

    public SigningProfile {
        checkUserId(ourUserId);
        checkUserId(theirUserId);
        boolean pair = algorithm.hasPair();
        if (text == Text.HEX_R_HASH_S && !(pair && form == Form.RAW)) {
            throw new IllegalArgumentException("hex-r-hash-s needs an algorithm with r and s, in raw form");
        }
    }

    public static SigningProfile sm2(Form form, Text text) {
        return new SigningProfile(Algorithm.SM2_SM3, form, text, DEFAULT_USER_ID, DEFAULT_USER_ID);
    }

    public static SigningProfile rsa(Text text) {
        return new SigningProfile(Algorithm.RSA_SHA256, Form.RAW, text, "", "");
    }

    public static SigningProfile ecdsa(Form form, Text text) {
        return new SigningProfile(Algorithm.ECDSA_P256, form, text, "", "");
    }

    public static SigningProfile channel() {
        return new SigningProfile(Algorithm.CHANNEL, Form.RAW, Text.BASE64, "", "");
    }

    /** Whether messages carry a signature at all. */
    public boolean signs() {
        return algorithm != Algorithm.CHANNEL;
    }

    /** The same agreement seen from the partner's chair. */
    public SigningProfile mirrored() {
        return new SigningProfile(algorithm, form, text, theirUserId, ourUserId);
    }

    /** One line for the journal about a signature of ours, such as {@code sm2-sm3 raw base64 uid=1234567812345678}. */
    public String ourWords() {
        return words(ourUserId);
    }

    /** One line for the journal about a signature of theirs. */
    public String theirWords() {
        return words(theirUserId);
    }

    /**
     * Reads back what {@link #ourWords()} or {@link #theirWords()} wrote; both user ids are then the one that was written.
     *
     * @throws IllegalArgumentException when the line is none of ours
     */
    public static SigningProfile parse(String words) {
        List<String> parts = List.of(words.split(" ", -1));
        String userId = parts.get(parts.size() - 1).startsWith("uid=") ? parts.get(parts.size() - 1).substring(4) : "";
        String decoded = URLDecoder.decode(userId, StandardCharsets.UTF_8);
        SigningProfile profile = switch (parts.get(0)) {
            case "channel" -> channel();
            case "rsa-sha256" -> rsa(text(parts, 1));
            case "rsa-sha1-md5" -> new SigningProfile(Algorithm.RSA_SHA1_MD5, Form.RAW, text(parts, 1), "", "");
            case "ecdsa-p256" -> ecdsa(form(parts), text(parts, 2));
            case "sm2-sm3" -> new SigningProfile(Algorithm.SM2_SM3, form(parts), text(parts, 2), decoded, decoded);
            default -> throw new IllegalArgumentException("no signing profile");
        };
        if (!profile.ourWords().equals(words)) {
            throw new IllegalArgumentException("no signing profile");
        }
        return profile;
    }

    private String words(String userId) {
        return switch (algorithm) {
            case CHANNEL -> algorithm.word();
            case RSA_SHA256, RSA_SHA1_MD5 -> algorithm.word() + " " + word(text);
            case ECDSA_P256 -> algorithm.word() + " " + word(form) + " " + word(text);
            case SM2_SM3 -> algorithm.word() + " " + word(form) + " " + word(text) + " uid="
                    + URLEncoder.encode(userId, StandardCharsets.UTF_8);
        };
    }

    private static Form form(List<String> parts) {
        return Form.valueOf(part(parts, 1));
    }

    private static Text text(List<String> parts, int index) {
        return Text.valueOf(part(parts, index));
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index).toUpperCase(Locale.ROOT).replace('-', '_') : "";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void checkUserId(String userId) {
        if (userId.getBytes(StandardCharsets.UTF_8).length > LONGEST_USER_ID) {
            throw new IllegalArgumentException("an SM2 user id has at most " + LONGEST_USER_ID + " bytes");
        }
    }
}
