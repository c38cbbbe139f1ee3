package io.jinqiao.loan;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;

/**
 * Who acts on a loan, and who says so. A program names members of staff it knows; the centre knows only the program.
 *
 * @param name log-in name in the core system or the console, 1 to 64 characters
 * @param role what the person acted as, such as {@code reviewer}
 * @param caller who was authenticated: the person at the console, or the program that names the officer
 */
public record Officer(String name, String role, String caller) {
    public Officer {
        name = name.strip();
        if (name.length() > 64 || PersonName.isEmpty(name)) {
            throw new Refusal(Problem.at("by.name", FailureCode.FIELD_WRONG_FORM, "1-64"));
        }
        if (role.isBlank() || role.length() > 40) {
            throw new Refusal(Problem.at("by.role", FailureCode.FIELD_WRONG_FORM, "1-40"));
        }
        if (PersonName.isEmpty(caller)) {
            throw new Refusal(Problem.at("by.caller", FailureCode.FIELD_MISSING));
        }
    }

    /** A person who acts in the own name. */
    public Officer(String name, String role) {
        this(name, role, name);
    }

    /** Two duties are separated when two different names perform them. */
    public boolean isSamePerson(String other) {
        return PersonName.same(name, other);
    }

    public boolean isSameCaller(String other) {
        return PersonName.same(caller, other);
    }
}
