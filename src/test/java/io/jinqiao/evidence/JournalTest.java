package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class JournalTest {
    @TempDir
    private Path home;

    private HikariDataSource database;
    private JournalFixture node;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        node = new JournalFixture(database, home);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void givesBackTheExactBytes() {
        RecordId id = node.journal.append(Entries.received("{\"id\":\"\u00e9\u4e2d\"}"));
        assertThat(node.journal.bytes(id)).isEqualTo(Entries.bytes("{\"id\":\"\u00e9\u4e2d\"}"));
    }

    @Test
    void keepsTheOrderOfABatch() {
        List<RecordId> ids = node.journal.append(
                List.of(Entries.refused("one"), Entries.received("two"), Entries.received("three")));
        assertThat(ids).isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
        assertThat(ids.stream().map(id -> new String(node.journal.bytes(id), StandardCharsets.UTF_8)))
                .containsExactly("one", "two", "three");
    }

    @Test
    void goesAwayWithTheTransactionItJoined() {
        node.transaction.executeWithoutResult(status -> {
            node.journal.append(Entries.received("gone"));
            status.setRollbackOnly();
        });
        assertThat(count("evidence_record")).isZero();
        assertThat(count("evidence_key")).isZero();
    }

    @Test
    void staysUsableAfterARollbackTookItsNewKeyAndCertificate() {
        node.transaction.executeWithoutResult(status -> {
            node.journal.append(Entries.received("gone"));
            status.setRollbackOnly();
        });
        RecordId id = node.journal.append(Entries.received("stays"));
        assertThat(node.journal.bytes(id)).isEqualTo(Entries.bytes("stays"));
        assertThat(count("evidence_certificate")).isOne();
    }

    @Test
    void keepsARefusedRecordOfItsOwnThoughTheBusinessRollsBack() {
        node.transaction.executeWithoutResult(status -> {
            node.journal.append(Entries.received("effects"));
            status.setRollbackOnly();
        });
        RecordId refused = node.journal.append(Entries.refused("garbage"));
        assertThat(node.sql.queryForObject("SELECT codes FROM evidence_fact_record WHERE id = ?", String.class, refused.value()))
                .isEqualTo("envelope.unreadable");
    }

    @Test
    void makesOneKeyForEachSubjectAndUsesItAgain() {
        node.journal.append(Entries.received("a", "JQ-1"));
        node.journal.append(Entries.received("b", "JQ-1"));
        node.journal.append(Entries.received("c", "JQ-2"));
        assertThat(count("evidence_key")).isEqualTo(2);
    }

    @Test
    void refusesChangeAndRemovalEvenToItsOwner() {
        node.journal.append(Entries.received("a"));
        node.watch.link();
        node.sealer.seal();
        for (String table : List.of("record", "link", "seal", "seal_range", "certificate")) {
            String column = node.sql.queryForObject(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = ? ORDER BY ordinal_position LIMIT 1",
                    String.class,
                    "evidence_" + table);
            refuses("UPDATE evidence_" + table + " SET " + column + " = " + column);
            refuses("DELETE FROM evidence_" + table);
            refuses("TRUNCATE evidence_" + table + " CASCADE");
        }
        refuses("DELETE FROM evidence_key");
        refuses("UPDATE evidence_key SET owner = 'subject:other'");
    }

    private void refuses(String statement) {
        assertThatThrownBy(() -> node.sql.execute(statement))
                .as(statement)
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("refused");
    }

    @Test
    void storesNoPlainBytes() {
        RecordId id = node.journal.append(Entries.received("110101199003074215 in clear"));
        byte[] content = node.sql.queryForObject("SELECT content FROM evidence_record", byte[].class);
        assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain("110101199003074215")
                .doesNotContain("input of");
        assertThat(node.stored.read(id).input()).isEqualTo(Entries.bytes("input of 110101199003074215 in clear"));
    }

    @Test
    void keepsLargeContentsEncryptedInTheStore() throws Exception {
        String large = "x".repeat(JournalFixture.INLINE_LIMIT);
        RecordId id = node.journal.append(Entries.received(large));
        assertThat(node.journal.bytes(id)).isEqualTo(Entries.bytes(large));
        String name = node.sql.queryForObject("SELECT stored FROM evidence_record WHERE content IS NULL", String.class);
        assertThat(new String(node.contents.get(name), StandardCharsets.ISO_8859_1)).doesNotContain("xxxxxxxx");
    }

    @Test
    void leavesAProofThatHoldsWhenASubjectIsErased() {
        RecordId erased = node.journal.append(Entries.received("person", "JQ-1"));
        RecordId other = node.journal.append(Entries.received("somebody else", "JQ-2"));
        node.watch.link();
        node.sealer.seal();
        assertThat(node.keys.erase(Entries.subject("JQ-1"))).isOne();
        assertThatThrownBy(() -> node.journal.bytes(erased)).hasMessageContaining("erased");
        assertThat(node.journal.bytes(other)).isEqualTo(Entries.bytes("somebody else"));
        JournalCheck.Report report = node.check().check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(2);
        assertThat(report.erased()).isOne();
    }

    @Test
    void writesUnderANewKeyAfterAnErasure() {
        node.journal.append(Entries.received("before", "JQ-1"));
        node.keys.erase(Entries.subject("JQ-1"));
        RecordId after = node.journal.append(Entries.received("after", "JQ-1"));
        assertThat(node.journal.bytes(after)).isEqualTo(Entries.bytes("after"));
    }

    @Test
    void keepsHostileTextsReadable() {
        JournalEntry e = Entries.received("x");
        JournalEntry hostile = new JournalEntry(
                e.at(), e.kind(), e.partner(), "op\u0000\nkind=decision", e.messageId(), e.subject(), e.bytes(), e.verdict(),
                e.codes(), e.signingInput(), "\ud800", e.profile(), e.certificate(), e.revocation(), null, "t", e.timings());
        node.journal.append(hostile);
        node.watch.link();
        assertThat(node.check().check().findings()).isEmpty();
        assertThat(node.sql.queryForObject("SELECT operation || signature FROM evidence_record", String.class))
                .isEqualTo("op\ufffd\nkind=decision\ufffd");
    }

    @Test
    void tellsStateAndTimingsAsFacts() {
        RecordId id = node.journal.append(Entries.received("a"));
        assertThat(state(id)).isEqualTo("recorded");
        node.watch.link();
        assertThat(state(id)).isEqualTo("linked");
        node.sealer.seal();
        assertThat(state(id)).isEqualTo("sealed");
        assertThat(node.sql.queryForObject("SELECT timings ->> 'verify' FROM evidence_fact_record", String.class))
                .isEqualTo("230");
    }

    private String state(RecordId id) {
        return node.sql.queryForObject("SELECT state FROM evidence_fact_record WHERE id = ?", String.class, id.value());
    }

    private long count(String table) {
        return node.sql.queryForObject("SELECT count(*) FROM " + table, Long.class);
    }
}
