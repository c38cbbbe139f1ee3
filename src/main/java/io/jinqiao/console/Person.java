package io.jinqiao.console;

import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param name log-in name
 * @param title the name colleagues read
 * @param lockedUntil no log-in before; null when not locked
 * @param bank whose somebody with the role of a bank is; null: of the house
 */
public record Person(String name, String title, Set<Role> roles, boolean enabled, @Nullable Instant lockedUntil, @Nullable PartnerId bank) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Of the house. */
    public Person(String name, String title, Set<Role> roles, boolean enabled, @Nullable Instant lockedUntil) {
        this(name, title, roles, enabled, lockedUntil, null);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean seesPersonalData() {
        return roles.stream().anyMatch(Role::seesPersonalData);
    }
}
