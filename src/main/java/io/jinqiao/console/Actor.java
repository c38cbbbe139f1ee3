package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.io.Serializable;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a person at the console or a program at the REST door.
 *
 * @param name written into every record of the act
 * @param title what the page shows
 * @param bank text form of the bank of somebody with the role of one; null: of the house
 */
public record Actor(String name, String title, Set<Role> roles, @Nullable String bank) implements Principal, Serializable {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Of the house. */
    public Actor(String name, String title, Set<Role> roles) {
        this(name, title, roles, null);
    }

    public static Actor of(Person person) {
        return new Actor(person.name(), person.title(), person.roles(), person.bank() == null ? null : person.bank().value());
    }

    /** Programs carry a prefix, so that no person can pass for one. */
    public static Actor of(Caller caller) {
        return new Actor("api:" + caller.name(), caller.name(), caller.roles());
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** @throws Refusal when it is nobody of a bank */
    public PartnerId ofBank() {
        require(Role.BANK);
        if (bank == null) {
            throw new Refusal(FailureCode.ROLE_FORBIDS, Role.BANK.word());
        }
        return new PartnerId(bank);
    }

    public boolean seesPersonalData() {
        return roles.stream().anyMatch(Role::seesPersonalData);
    }

    /** @throws Refusal naming the roles that may */
    public void require(Role... any) {
        if (!is(any)) {
            throw new Refusal(FailureCode.ROLE_FORBIDS, String.join(", ", Role.words(Arrays.asList(any))));
        }
    }
}
