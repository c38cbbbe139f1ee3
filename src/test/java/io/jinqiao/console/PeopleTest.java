package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works here: every change is kept with who made it. */
class PeopleTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static HikariDataSource pool;
    private static JdbcClient db;

    private final Audit audit = new Audit(db, Clock.systemUTC());
    private final People people = new People(db, audit, Clock.systemUTC());

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
    void twoPeople() {
        db.sql("TRUNCATE console_person").update();
        people.add("shen", "沈复言", Set.of(Role.APPROVER), PASSWORD, "admin");
        people.add("chen", "陈初言", Set.of(Role.REVIEWER), PASSWORD, "admin");
    }

    @Test
    void everybodyIsListedByNameAndAddedWithALineOfTheAudit() {
        assertThat(people.all()).extracting(Person::name).containsExactly("chen", "shen");
        assertThat(audit.latest(1).get(0)).matches(line -> line.act().equals("person-added") && line.who().equals("admin")
                && "chen".equals(line.subject()) && "reviewer".equals(line.detail()));
    }

    @Test
    void rolesAreChangedByAnotherPersonKeptAndWrittenDown() {
        people.changeRoles("chen", Set.of(Role.AUDITOR), "shen");
        assertThat(people.find("chen").orElseThrow().roles()).containsExactly(Role.AUDITOR);
        assertThat(audit.latest(1).get(0)).matches(line -> line.act().equals("roles-changed") && "auditor".equals(line.detail()));
        assertThat(problem(() -> people.changeRoles("chen", Set.of(), "shen")).field()).isEqualTo("roles");
        assertThat(problem(() -> people.changeRoles("nobody", Set.of(Role.AUDITOR), "shen")).code()).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
    }

    @Test
    void aPasswordIsSetAnewAndWrittenDownButNeverItself() {
        String password = people.resetPassword("chen", "shen");
        assertThat(password).isNotEqualTo(PASSWORD).hasSizeGreaterThan(10);
        assertThat(audit.latest(1).get(0)).matches(line -> line.act().equals("password-reset")).asString().doesNotContain(password);
        assertThat(people.addWithRandomPassword("lin", "林", Set.of(Role.OPERATOR), "shen")).isNotEqualTo(password).hasSizeGreaterThan(10);
    }

    @Test
    void nobodyDisablesThemselvesAndDisablingIsWrittenDown() {
        assertThat(problem(() -> people.enable("chen", false, "chen")).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        people.enable("chen", false, "shen");
        assertThat(people.find("chen").orElseThrow().enabled()).isFalse();
        assertThat(audit.latest(1).get(0).act()).isEqualTo("person-disabled");
        people.enable("chen", true, "shen");
        assertThat(audit.latest(1).get(0).act()).isEqualTo("person-enabled");
    }

    @Test
    void aTitleHasAtMostSixtyCharacters() {
        people.add("a1", "字".repeat(60), Set.of(Role.AUDITOR), PASSWORD, "admin");
        assertThat(problem(() -> people.add("a2", "字".repeat(61), Set.of(Role.AUDITOR), PASSWORD, "admin")).field()).isEqualTo("title");
    }

    private static Problem problem(Runnable act) {
        Refusal[] refusal = new Refusal[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, thrown -> refusal[0] = thrown);
        return refusal[0].problems().get(0);
    }
}
