package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FrontDoorTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static HikariDataSource pool;
    private static JdbcClient db;

    private final MovableClock clock = new MovableClock();
    private final Audit audit = new Audit(db, clock);
    private final People people = new People(db, audit, clock);
    private final FrontDoor door = new FrontDoor(
            db, people, audit, clock,
            new ConsoleProperties(new ConsoleProperties.LockOut(3, Duration.ofMinutes(15)), Duration.ofDays(7), Duration.ZERO));

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
    void oneReviewer() {
        db.sql("TRUNCATE console_person").update();
        people.add("chen", "陈初言", Set.of(Role.REVIEWER), PASSWORD, "test");
    }

    @Test
    void letsInWhoKnowsThePassword() {
        assertThat(door.logIn("chen", PASSWORD)).isInstanceOfSatisfying(LogIn.Granted.class, granted -> {
            assertThat(granted.person().title()).isEqualTo("陈初言");
            assertThat(granted.person().roles()).containsExactly(Role.REVIEWER);
        });
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        assertThat(door.logIn("chen", "wrong")).isEqualTo(new LogIn.Refused());
        assertThat(door.logIn("nobody", PASSWORD)).isEqualTo(new LogIn.Refused());
    }

    @Test
    void locksAfterTheAgreedNumberOfFailuresEvenForTheRightPassword() {
        door.logIn("chen", "wrong-1");
        door.logIn("chen", "wrong-2");
        assertThat(door.logIn("chen", "wrong-3")).isEqualTo(new LogIn.Locked());
        assertThat(door.logIn("chen", PASSWORD)).isEqualTo(new LogIn.Locked());
    }

    @Test
    void opensAgainWhenTheLockEnds() {
        for (int i = 0; i < 3; i++) {
            door.logIn("chen", "wrong");
        }
        clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(door.logIn("chen", PASSWORD)).isInstanceOf(LogIn.Granted.class);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        door.logIn("chen", "wrong");
        door.logIn("chen", "wrong");
        door.logIn("chen", PASSWORD);
        door.logIn("chen", "wrong");
        door.logIn("chen", "wrong");
        assertThat(door.logIn("chen", PASSWORD)).isInstanceOf(LogIn.Granted.class);
    }

    @Test
    void refusesTheDisabledWhateverTheyType() {
        people.enable("chen", false, "admin");
        assertThat(door.logIn("chen", PASSWORD)).isEqualTo(new LogIn.Refused());
    }

    @Test
    void keepsPasswordsOnlyAsSaltedHashes() {
        people.add("shen", "沈复言", Set.of(Role.APPROVER), PASSWORD, "test");
        assertThat(db.sql("SELECT password FROM console_person").query(String.class).list())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .noneMatch(hash -> hash.contains(PASSWORD));
    }

    @Test
    void writesEveryAttemptIntoTheAuditButNeverWhatAStrangerTyped() {
        door.logIn("my-password-in-the-wrong-box", "x");
        assertThat(audit.latest(1)).singleElement().satisfies(line -> {
            assertThat(line.act()).isEqualTo("log-in-refused");
            assertThat(line.toString()).doesNotContain("wrong-box");
        });
    }

    @Test
    void writesDownWhoCameInWhoWasRefusedAndWhoIsLocked() {
        door.logIn("chen", PASSWORD);
        door.logIn("chen", "wrong");
        door.logIn("chen", "wrong");
        door.logIn("chen", "wrong");
        door.logIn("chen", PASSWORD);
        assertThat(audit.latest(5))
                .extracting(Audit.Line::act)
                .containsExactly("log-in-locked", "log-in-locked", "log-in-refused", "log-in-refused", "log-in");
        assertThat(audit.latest(5)).extracting(Audit.Line::who).containsOnly("chen");
    }

    @Test
    void aPasswordSetAnewEndsALockAndLetsInInsteadOfTheOldOne() {
        for (int i = 0; i < 3; i++) {
            door.logIn("chen", "wrong");
        }
        String password = people.resetPassword("chen", "shen");
        assertThat(door.logIn("chen", PASSWORD)).isEqualTo(new LogIn.Refused());
        assertThat(door.logIn("chen", password)).isInstanceOf(LogIn.Granted.class);
    }

    @Test
    void refusesASecondPersonOfTheSameName() {
        assertThatThrownBy(() -> people.add("chen", "另一人", Set.of(Role.AUDITOR), PASSWORD, "test"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.problems().get(0).code()).isEqualTo(FailureCode.NAME_TAKEN));
    }

    @Test
    void namesEverythingThatIsWrongWithANewPersonAtOnce() {
        assertThatThrownBy(() -> people.add("Chen!", " ", Set.of(), PASSWORD, "test"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.problems())
                        .extracting(p -> p.field())
                        .containsExactly("name", "title", "roles"));
    }

    @Test
    void letsNobodyChangeTheirOwnRoles() {
        assertThatThrownBy(() -> people.changeRoles("chen", Set.of(Role.APPROVER), "chen")).isInstanceOf(Refusal.class);
    }

    @Test
    void neverChangesALineOfTheAudit() {
        audit.write("a", "b", null, null);
        assertThatThrownBy(() -> db.sql("UPDATE console_audit SET who = 'x'").update()).hasMessageContaining("never changed");
    }

    @Test
    void seedsOnePersonPerRoleOnceAndGivesPasswordsThatWork() {
        Seed seed = new Seed(people);
        var cards = seed.onePersonPerRole();
        assertThat(cards).extracting(Seed.LogInCard::role).containsExactlyElementsOf(Role.staff());
        assertThat(door.logIn(cards.get(0).name(), cards.get(0).password())).isInstanceOf(LogIn.Granted.class);
        assertThat(seed.onePersonPerRole()).isEmpty();
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T02:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
