package io.jinqiao.console;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people in. Failures count under the person's row lock, so that guessing in parallel gains nothing. */
@Service
public class FrontDoor {
    private final JdbcClient db;
    private final People people;
    private final Audit audit;
    private final Clock clock;
    private final ConsoleProperties.LockOut lockOut;

    public FrontDoor(JdbcClient db, People people, Audit audit, Clock clock, ConsoleProperties properties) {
        this.db = db;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.lockOut = properties.lockOut();
    }

    @Transactional
    public LogIn logIn(String name, String password) {
        Optional<Secret> found = db.sql("SELECT password, failures, locked_until, enabled FROM console_person WHERE name = ? FOR UPDATE")
                .param(name)
                .query((row, n) -> new Secret(row.getString(1), row.getInt(2), instant(row.getTimestamp(3)), row.getBoolean(4)))
                .optional();
        if (found.isEmpty()) {
            Passwords.matchNobody(password);
            audit.write("-", "log-in-refused", null, "unknown name");
            return new LogIn.Refused();
        }
        Secret secret = found.get();
        if (Locking.lockedAt(secret.lockedUntil(), clock.instant())) {
            audit.write(name, "log-in-locked", name, null);
            return new LogIn.Locked();
        }
        return Passwords.matches(password, secret.hash()) && secret.enabled()
                ? granted(name)
                : refused(name, Locking.oneMore(secret.failures(), lockOut, clock.instant()));
    }

    private LogIn granted(String name) {
        count(name, 0, null);
        audit.write(name, "log-in", name, null);
        return new LogIn.Granted(people.find(name).orElseThrow());
    }

    private LogIn refused(String name, Failures failures) {
        boolean locked = failures.lockedUntil() != null;
        count(name, failures.counted(), failures.lockedUntil());
        audit.write(name, locked ? "log-in-locked" : "log-in-refused", name, null);
        return locked ? new LogIn.Locked() : new LogIn.Refused();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private void count(String name, int failures, @Nullable Instant lockedUntil) {
        db.sql("UPDATE console_person SET failures = ?, locked_until = ? WHERE name = ?")
                .params(Arrays.asList(failures, lockedUntil == null ? null : Timestamp.from(lockedUntil), name))
                .update();
    }

    private record Secret(String hash, int failures, @Nullable Instant lockedUntil, boolean enabled) {}
}
