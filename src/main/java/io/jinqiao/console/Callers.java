package io.jinqiao.console;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programs that call {@code /api/v1}: by bearer token (32 random bytes, kept only as SHA-256; a slow hash would protect nothing
 * here) or by a client certificate registered for the caller.
 */
@Service
@Transactional
public class Callers {
    private static final int SHORTEST_TOKEN = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    public Callers(JdbcClient db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers the caller or replaces its roles and token.
     *
     * @return the token, which is kept nowhere else
     * @throws Refusal when one caller would both review and approve
     */
    public String issue(String name, Set<Role> roles, String by) {
        check(name, roles);
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = "jq_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        put(name, roles, digest(token), null, by);
        return token;
    }

    /**
     * Registers the caller with a token that is kept elsewhere too, so that people can try the addresses out: for development.
     *
     * @param token at least 32 characters
     */
    public void admit(String name, Set<Role> roles, String token, String by) {
        check(name, roles);
        if (token.length() < SHORTEST_TOKEN) {
            throw new Refusal(Problem.at("token", FailureCode.FIELD_WRONG_FORM, SHORTEST_TOKEN + "-"));
        }
        put(name, roles, digest(token), null, by);
    }

    /** Registers the caller or replaces its roles and certificate. */
    public void register(String name, Set<Role> roles, X509Certificate certificate, String by) {
        check(name, roles);
        put(name, roles, null, digest(certificate), by);
    }

    private static void check(String name, Set<Role> roles) {
        if (!name.matches("[a-z][a-z0-9.-]{1,31}")) {
            throw new Refusal(Problem.at("name", FailureCode.FIELD_WRONG_FORM, "a-z 0-9 . - (2-32)"));
        }
        if (roles.isEmpty()) {
            throw new Refusal(Problem.at("roles", FailureCode.FIELD_MISSING));
        }
        if (roles.contains(Role.BANK)) {
            throw new Refusal(Problem.at("roles", FailureCode.ROLE_FORBIDS, Role.BANK.word()));
        }
        if (roles.contains(Role.REVIEWER) && roles.contains(Role.APPROVER)) {
            throw new Refusal(Problem.at("roles", FailureCode.DUTIES_NOT_SEPARATED));
        }
    }

    public void withdraw(String name, String by) {
        db.sql("UPDATE console_caller SET enabled = false WHERE name = ?").param(name).update();
        audit.write(by, "caller-withdrawn", name, null);
    }

    @Transactional(readOnly = true)
    public Optional<Caller> byToken(String token) {
        return by("token_digest", digest(token));
    }

    @Transactional(readOnly = true)
    public Optional<Caller> byCertificate(X509Certificate certificate) {
        return by("certificate_digest", digest(certificate));
    }

    @Transactional(readOnly = true)
    public List<Caller> all() {
        return db.sql("SELECT name, roles FROM console_caller WHERE enabled ORDER BY name").query(Callers::caller).list();
    }

    private Optional<Caller> by(String column, String digest) {
        return db.sql("SELECT name, roles FROM console_caller WHERE enabled AND " + column + " = ?")
                .param(digest)
                .query(Callers::caller)
                .optional();
    }

    private void put(String name, Set<Role> roles, @Nullable String token, @Nullable String certificate, String by) {
        db.sql("INSERT INTO console_caller (name, roles, token_digest, certificate_digest, enabled, created_at, created_by)"
                        + " VALUES (?, ?, ?, ?, true, ?, ?) ON CONFLICT (name) DO UPDATE SET roles = excluded.roles,"
                        + " token_digest = excluded.token_digest, certificate_digest = excluded.certificate_digest,"
                        + " enabled = true, created_at = excluded.created_at, created_by = excluded.created_by")
                .params(Arrays.asList(name, Role.words(roles), token, certificate, Timestamp.from(clock.instant()), by))
                .update();
        audit.write(by, "caller-registered", name, String.join(" ", Role.words(roles)));
    }

    private static Caller caller(ResultSet row, int number) throws SQLException {
        return new Caller(row.getString(1), Role.all(List.of((String[]) row.getArray(2).getArray())));
    }

    private static String digest(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String digest(X509Certificate certificate) {
        try {
            return Digest.of(certificate.getEncoded()).toString();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("certificate cannot be encoded", e);
        }
    }
}
