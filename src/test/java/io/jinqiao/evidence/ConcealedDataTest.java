package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data outside the journal, under the journal's keys. */
class ConcealedDataTest {
    private static final Subject ZHANG = Entries.subject("JQ-1");
    private static final String NAME = "张三丰";

    @TempDir
    private Path home;

    private HikariDataSource database;
    private JournalFixture node;
    private PersonalData data;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        node = new JournalFixture(database, home);
        data = new ConcealedData(node.keys);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private byte[] concealed() {
        return node.transaction.execute(status -> data.concealText(ZHANG, NAME));
    }

    private int keys() {
        return node.sql.queryForObject("SELECT count(*) FROM evidence_key", Integer.class);
    }

    @Test
    void isReadBackAlsoByAnotherNodeAndTellsNothingByItself() {
        byte[] concealed = concealed();
        PersonalData elsewhere = new ConcealedData(new JournalFixture(database, home.resolve("b")).keys);
        assertThat(data.revealText(concealed)).contains(NAME);
        assertThat(elsewhere.revealText(concealed)).contains(NAME);
        assertThat(new String(concealed, StandardCharsets.UTF_8)).doesNotContain("张").doesNotContain("三丰");
        assertThat(concealed()).isNotEqualTo(concealed);
    }

    @Test
    void isReadBackInTheTransactionThatMadeItsKey() {
        assertThat(node.transaction.<String>execute(
                        status -> data.requireText(data.concealText(ZHANG, NAME))))
                .isEqualTo(NAME);
    }

    @Test
    void sharesOneNewKeyWithTheJournalRecordsOfTheSameTransaction() {
        node.transaction.executeWithoutResult(status -> {
            data.concealText(ZHANG, NAME);
            node.journal.append(Entries.received("a", "JQ-1"));
            data.concealText(ZHANG, NAME);
            node.journal.append(Entries.received("b", "JQ-1"));
        });
        assertThat(keys()).isOne();
        concealed();
        assertThat(keys()).isOne();
    }

    @Test
    void leavesNoKeyBehindWhenTheTransactionRollsBackAndIsUsableAfterwards() {
        node.transaction.executeWithoutResult(status -> {
            data.concealText(ZHANG, NAME);
            status.setRollbackOnly();
        });
        assertThat(keys()).isZero();
        assertThat(data.revealText(concealed())).contains(NAME);
    }

    @Test
    void isGoneForGoodWithTheKeysOfItsSubjectAndOnlyThen() {
        byte[] zhang = concealed();
        byte[] sameNumberElsewhere = data.concealText(new Subject(new PartnerId("abc"), "JQ-1"), "another bank's");
        assertThat(data.revealText(zhang)).contains(NAME);
        assertThat(node.keys.erase(ZHANG)).isOne();
        assertThat(data.revealText(zhang)).isEmpty();
        assertThatThrownBy(() -> data.requireText(zhang))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code())
                        .isEqualTo(FailureCode.PERSONAL_DATA_ERASED));
        assertThat(data.revealText(sameNumberElsewhere)).contains("another bank's");
    }

    @Test
    void anotherNodeStopsShowingItAMinuteAfterTheErasure() {
        byte[] concealed = concealed();
        JournalFixture other = new JournalFixture(database, home.resolve("b"));
        PersonalData elsewhere = new ConcealedData(other.keys);
        assertThat(elsewhere.revealText(concealed)).contains(NAME);
        node.keys.erase(ZHANG);
        other.clock.advance(Duration.ofSeconds(61));
        assertThat(elsewhere.revealText(concealed)).isEmpty();
    }

    @Test
    void readsNothingThatWasAlteredOrNeverConcealed() {
        byte[] concealed = concealed();
        concealed[concealed.length - 1] ^= 1;
        assertThatThrownBy(() -> data.reveal(concealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> data.reveal(NAME.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(data.reveal(new byte[0])).isEmpty();
    }
}
