package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.security.SecureRandom;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** Passwords as PBKDF2 (HMAC-SHA-256, 310 000 rounds, random salt); new ones of 16 letters and digits nobody confuses. */
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final PasswordEncoder HASH =
            new Pbkdf2PasswordEncoder("", 16, 310_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    private static final String NOBODYS = HASH.encode("nobody");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** @throws Refusal when it is too short or too long */
    static String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Refusal(Problem.at("password", FailureCode.FIELD_WRONG_FORM, SHORTEST + "-" + LONGEST));
        }
        return HASH.encode(password);
    }

    static boolean matches(String password, String hash) {
        return password.length() <= LONGEST && HASH.matches(password, hash);
    }

    /** Takes as long as {@link #matches}, so that time tells nobody which names exist. */
    static void matchNobody(String password) {
        matches(password, NOBODYS);
    }

    static String random() {
        return RANDOM.ints(16, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
