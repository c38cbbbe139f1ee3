package io.jinqiao.console;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param name log-in name
 * @param title the name colleagues read
 * @param lockedUntil no log-in before; null when not locked
 */
public record Person(String name, String title, Set<Role> roles, boolean enabled, @Nullable Instant lockedUntil) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean seesPersonalData() {
        return roles.stream().anyMatch(Role::seesPersonalData);
    }
}
