package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.TestAuthority;
import io.jinqiao.support.TestDatabase;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs that may call: what they are known by, and what nobody may be. */
class CallersTest {
    private static final Set<Role> OPERATOR = Set.of(Role.OPERATOR);
    private static HikariDataSource pool;
    private static JdbcClient db;

    private final Audit audit = new Audit(db, Clock.systemUTC());
    private final Callers callers = new Callers(db, audit, Clock.systemUTC());

    @BeforeAll
    static void open() {
        pool = TestDatabase.migrated();
        db = JdbcClient.create(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void nobody() {
        db.sql("TRUNCATE console_caller").update();
    }

    @Test
    void aTokenIsLongNewEachTimeAndOnlyTheLastOneOpens() {
        String first = callers.issue("core", OPERATOR, "admin");
        String second = callers.issue("core", Set.of(Role.AUDITOR), "admin");

        assertThat(second).startsWith("jq_").hasSize(46).isNotEqualTo(first);
        assertThat(callers.byToken(first)).isEmpty();
        assertThat(callers.byToken(second)).contains(new Caller("core", Set.of(Role.AUDITOR)));
        assertThat(db.sql("SELECT token_digest FROM console_caller").query(String.class).single()).doesNotContain(second);
        assertThat(callers.all()).containsExactly(new Caller("core", Set.of(Role.AUDITOR)));
    }

    @Test
    void aCertificateOpensInsteadOfATokenAndNoOtherCertificateDoes() {
        TestAuthority root = TestAuthority.root("Callers Root");
        X509Certificate own = root.leaf("core").issue();
        callers.register("core", OPERATOR, own, "admin");

        assertThat(callers.byCertificate(own)).contains(new Caller("core", OPERATOR));
        assertThat(callers.byCertificate(root.leaf("core").issue())).isEmpty();
        assertThat(callers.byToken("")).isEmpty();
    }

    @Test
    void whoWasWithdrawnDoesNotComeInAndTheAuditSaysWhoDidIt() {
        String token = callers.issue("core", OPERATOR, "admin");
        callers.withdraw("core", "shen");

        assertThat(callers.byToken(token)).isEmpty();
        assertThat(callers.all()).isEmpty();
        assertThat(audit.latest(2)).satisfiesExactly(
                line -> assertThat(line).matches(l -> l.act().equals("caller-withdrawn") && l.who().equals("shen")),
                line -> assertThat(line).matches(l -> l.act().equals("caller-registered") && l.who().equals("admin")));
    }

    @Test
    void aTokenKeptElsewhereTooOpensWhenItIsLongEnough() {
        String token = "t".repeat(32);
        callers.admit("core", OPERATOR, token, "admin");
        assertThat(callers.byToken(token)).isPresent();
        assertThat(problem(() -> callers.admit("core", OPERATOR, "t".repeat(31), "admin")).field()).isEqualTo("token");
    }

    @Test
    void nobodyBothReviewsAndApprovesAndEveryWayInSaysSo() {
        Set<Role> both = Set.of(Role.REVIEWER, Role.APPROVER);
        X509Certificate certificate = TestAuthority.root("Callers Root").leaf("core").issue();
        assertThat(problem(() -> callers.issue("core", both, "admin")).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(problem(() -> callers.admit("core", both, "t".repeat(32), "admin")).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(problem(() -> callers.register("core", both, certificate, "admin")).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        callers.issue("reviews", Set.of(Role.REVIEWER, Role.OPERATOR), "admin");
        callers.issue("approves", Set.of(Role.APPROVER), "admin");
        assertThat(callers.all()).extracting(Caller::name).containsExactly("approves", "reviews");
    }

    @Test
    void aNameOfWrongFormAndNoRoleAreRefused() {
        assertThat(problem(() -> callers.issue("Core", OPERATOR, "admin")).field()).isEqualTo("name");
        assertThat(problem(() -> callers.issue("core", Set.of(), "admin")).field()).isEqualTo("roles");
    }

    private static Problem problem(ThrowingCallable act) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        assertThat(refusal[0].problems()).hasSize(1);
        return refusal[0].problems().get(0);
    }
}
