package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.console.ConsoleProperties.LockOut;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lock-out, roles and passwords at their edges, without a database. */
class LockingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LockOut THREE = new LockOut(3, Duration.ofMinutes(15));

    @Test
    void theAgreedNumberOfFailuresLocksAndCountingStartsAnew() {
        assertThat(Locking.oneMore(0, THREE, NOW)).isEqualTo(new Failures(1, null));
        assertThat(Locking.oneMore(1, THREE, NOW)).isEqualTo(new Failures(2, null));
        assertThat(Locking.oneMore(2, THREE, NOW)).isEqualTo(new Failures(0, NOW.plusSeconds(900)));
        assertThat(Locking.oneMore(7, THREE, NOW)).as("agreed meanwhile").isEqualTo(new Failures(0, NOW.plusSeconds(900)));
    }

    @Test
    void aLockEndsWithItsInstant() {
        assertThat(Locking.lockedAt(null, NOW)).isFalse();
        assertThat(Locking.lockedAt(NOW.plusMillis(1), NOW)).isTrue();
        assertThat(Locking.lockedAt(NOW, NOW)).isFalse();
    }

    @Test
    void anActNeedsOneOfItsRoles() {
        Actor operator = new Actor("zhou", "周", Set.of(Role.OPERATOR));
        assertThatCode(() -> operator.require(Role.BANK_MANAGER, Role.OPERATOR)).doesNotThrowAnyException();
        assertThatThrownBy(() -> operator.require(Role.REVIEWER, Role.BANK_MANAGER))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.ROLE_FORBIDS);
                    assertThat(refusal.problems().get(0).arguments()).containsExactly("reviewer, bank-manager");
                });
        assertThat(operator.is()).isFalse();
        assertThat(operator.getName()).isEqualTo("zhou");
    }

    @Test
    void onlyWhoWorksOnPeoplesLoansSeesThemInClear() {
        for (Role role : Role.values()) {
            boolean clear = List.of(Role.REVIEWER, Role.APPROVER, Role.AUDITOR).contains(role);
            assertThat(role.seesPersonalData()).as(role.word()).isEqualTo(clear);
            Person person = new Person("a", "b", Set.of(role), true, null);
            assertThat(person.seesPersonalData()).isEqualTo(clear);
            assertThat(Actor.of(person).seesPersonalData()).isEqualTo(clear);
            assertThat(person.has(role)).isTrue();
            assertThat(new Person("a", "b", Set.of(), true, null).has(role)).isFalse();
            assertThat(Role.of(role.word())).isEqualTo(role);
        }
        assertThat(Role.all(List.of("auditor", "bank-manager"))).containsExactlyInAnyOrder(Role.AUDITOR, Role.BANK_MANAGER);
    }

    @Test
    void noPersonPassesForAProgram() {
        assertThat(Actor.of(new Caller("core", Set.of(Role.REVIEWER))).name()).isEqualTo("api:core");
        assertThat(Actor.of(new Person("core", "x", Set.of(Role.REVIEWER), true, null)).name()).isEqualTo("core");
    }

    @Test
    void aPasswordHasTenToTwoHundredCharactersAndMatchesItsHashOnly() {
        for (String wrong : List.of("x".repeat(9), "x".repeat(201))) {
            assertThatThrownBy(() -> Passwords.hash(wrong)).isInstanceOf(Refusal.class);
        }
        String hash = Passwords.hash("x".repeat(200));
        assertThat(Passwords.matches("x".repeat(200), hash)).isTrue();
        assertThat(Passwords.matches("x".repeat(199), hash)).isFalse();
        assertThat(Passwords.matches("y".repeat(10), Passwords.hash("x".repeat(10)))).isFalse();
        assertThat(Passwords.random()).matches("[a-hjkmnp-zA-HJ-NP-Z2-9]{16}").isNotEqualTo(Passwords.random());
    }
}
