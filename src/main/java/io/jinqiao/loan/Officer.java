package io.jinqiao.loan;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.Locale;

/**
 * Who acts on a loan. Two duties are separated when two different names perform them, in whatever letters they are written.
 *
 * @param name log-in name in the core system or the console, 1 to 64 characters
 * @param role what the person acted as, such as {@code reviewer}
 */
public record Officer(String name, String role) {
    public Officer {
        name = name.strip();
        if (name.isEmpty() || name.length() > 64) {
            throw new Refusal(Problem.at("by.name", FailureCode.FIELD_WRONG_FORM, "1-64"));
        }
        if (role.isBlank() || role.length() > 40) {
            throw new Refusal(Problem.at("by.role", FailureCode.FIELD_WRONG_FORM, "1-40"));
        }
    }

    public boolean isSamePerson(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
