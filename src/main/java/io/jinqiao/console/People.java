package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here, kept in PostgreSQL. Every change is in the audit, with who made it. */
@Service
@Transactional
public class People {
    private static final String SELECT = "SELECT name, title, roles, enabled, locked_until, bank FROM console_person ";

    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    public People(JdbcClient db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param by who adds
     * @throws Refusal when the name is taken, anything is of wrong form, or no role is given
     */
    public void add(String name, String title, Set<Role> roles, String password, String by) {
        check(name, title, roles);
        put(name, title, roles, null, password, by);
        audit.write(by, "person-added", name, String.join(" ", Role.words(roles)));
    }

    /** Somebody of a bank, who has no other role and never gets one. @throws Refusal when the name is taken or anything is of wrong form */
    public void add(String name, String title, PartnerId bank, String password, String by) {
        check(name, title, Role.staff());
        put(name, title, Set.of(Role.BANK), bank.value(), password, by);
        audit.write(by, "person-added", name, Role.BANK.word() + " " + bank.value());
    }

    /** Adds somebody of a bank with a password made here. @return the password, which is kept nowhere else */
    public String addWithRandomPassword(String name, String title, PartnerId bank, String by) {
        String password = Passwords.random();
        add(name, title, bank, password, by);
        return password;
    }

    private void put(String name, String title, Set<Role> roles, @Nullable String bank, String password, String by) {
        int added = db.sql("INSERT INTO console_person (name, title, roles, bank, password, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(Arrays.asList(name, title, Role.words(roles), bank, Passwords.hash(password), Timestamp.from(clock.instant()), by))
                .update();
        if (added == 0) {
            throw new Refusal(Problem.at("name", FailureCode.NAME_TAKEN));
        }
    }

    /** Adds somebody with a password made here. @return the password, which is kept nowhere else */
    public String addWithRandomPassword(String name, String title, Set<Role> roles, String by) {
        String password = Passwords.random();
        add(name, title, roles, password, by);
        return password;
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(String name) {
        return db.sql(SELECT + "WHERE name = ?").param(name).query(People::person).optional();
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return db.sql(SELECT + "ORDER BY name").query(People::person).list();
    }

    /** Sets the password anew, ends a lock, and gives the new password, which is kept nowhere else. */
    public String resetPassword(String name, String by) {
        String password = Passwords.random();
        change("password = ?, failures = 0, locked_until = NULL", Passwords.hash(password), name);
        audit.write(by, "password-reset", name, null);
        return password;
    }

    /** A disabled person's sessions end with their next request. @throws Refusal when people disable themselves */
    public void enable(String name, boolean enabled, String by) {
        if (name.equals(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        change("enabled = ?, failures = 0, locked_until = NULL", enabled, name);
        audit.write(by, enabled ? "person-enabled" : "person-disabled", name, null);
    }

    /** @throws Refusal when people change their own roles */
    public void changeRoles(String name, Set<Role> roles, String by) {
        if (name.equals(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        check(name, name, roles);
        if (find(name).filter(person -> person.has(Role.BANK)).isPresent()) {
            throw new Refusal(Problem.at("roles", FailureCode.ROLE_FORBIDS, Role.BANK.word()));
        }
        change("roles = ?", Role.words(roles), name);
        audit.write(by, "roles-changed", name, String.join(" ", Role.words(roles)));
    }

    private void change(String set, Object value, String name) {
        if (db.sql("UPDATE console_person SET " + set + " WHERE name = ?").params(Arrays.asList(value, name)).update() == 0) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }

    private static void check(String name, String title, Set<Role> roles) {
        List<Problem> problems = new ArrayList<>();
        if (!name.matches("[a-z][a-z0-9.-]{1,31}")) {
            problems.add(Problem.at("name", FailureCode.FIELD_WRONG_FORM, "a-z 0-9 . - (2-32)"));
        }
        if (title.isBlank() || title.length() > 60) {
            problems.add(Problem.at("title", FailureCode.FIELD_WRONG_FORM, "1-60"));
        }
        if (roles.isEmpty()) {
            problems.add(Problem.at("roles", FailureCode.FIELD_MISSING));
        }
        if (roles.contains(Role.BANK)) {
            problems.add(Problem.at("bank", FailureCode.FIELD_MISSING));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        Timestamp locked = row.getTimestamp("locked_until");
        return new Person(
                row.getString("name"),
                row.getString("title"),
                Role.all(List.of((String[]) row.getArray("roles").getArray())),
                row.getBoolean("enabled"),
                locked == null ? null : locked.toInstant(),
                row.getString("bank") == null ? null : new PartnerId(row.getString("bank")));
    }
}
