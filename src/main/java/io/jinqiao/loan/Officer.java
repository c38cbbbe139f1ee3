package io.jinqiao.loan;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who acts on a loan, and who says so. A program names members of staff it knows; the centre knows only the program.
 *
 * @param name log-in name in the core system or the console, 1 to 64 characters
 * @param role what the person acted as, such as {@code reviewer}
 * @param caller who was authenticated: the person at the console, or the program that names the officer
 */
public record Officer(String name, String role, String caller) {
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    public Officer {
        name = name.strip();
        if (name.length() > 64 || key(name).isEmpty()) {
            throw new Refusal(Problem.at("by.name", FailureCode.FIELD_WRONG_FORM, "1-64"));
        }
        if (role.isBlank() || role.length() > 40) {
            throw new Refusal(Problem.at("by.role", FailureCode.FIELD_WRONG_FORM, "1-40"));
        }
        if (key(caller).isEmpty()) {
            throw new Refusal(Problem.at("by.caller", FailureCode.FIELD_MISSING));
        }
    }

    /** A person who acts in the own name. */
    public Officer(String name, String role) {
        this(name, role, name);
    }

    /** Two duties are separated when two different names perform them: in whatever letters, widths and spaces they are written. */
    public boolean isSamePerson(String other) {
        return key(name).equals(key(other));
    }

    public boolean isSameCaller(String other) {
        return key(caller).equals(key(other));
    }

    private static String key(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return UNSEEN.matcher(plain).replaceAll("");
    }
}
