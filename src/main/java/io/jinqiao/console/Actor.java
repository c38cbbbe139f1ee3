package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.Serializable;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;

/**
 * Who is acting: a person at the console or a program at the REST door.
 *
 * @param name written into every record of the act
 * @param title what the page shows
 */
public record Actor(String name, String title, Set<Role> roles) implements Principal, Serializable {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor of(Person person) {
        return new Actor(person.name(), person.title(), person.roles());
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
