package io.jinqiao.console;

import java.util.Set;

/** A program that calls {@code /api/v1}. @param name written into every record of what it did */
public record Caller(String name, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }
}
