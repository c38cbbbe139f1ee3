package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.JournalCheck.Fault;
import io.jinqiao.evidence.JournalCheck.Finding;
import io.jinqiao.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody with every right on the database changes is found, and the record is named. */
@TestInstance(Lifecycle.PER_CLASS)
class TamperTest {
    @TempDir
    private static Path home;

    private HikariDataSource database;
    private JournalFixture node;
    private RecordId victim;

    @BeforeAll
    void fillTheJournal() {
        database = TestDatabase.migrated();
        node = new JournalFixture(database, home);
        RecordId first = node.journal.append(Entries.received("first"));
        victim = node.journal.append(Entries.answer(first, "victim"));
        node.journal.append(Entries.received("third", "JQ-3"));
        node.watch.link();
        node.sealer.seal();
        node.journal.append(Entries.received("x".repeat(JournalFixture.INLINE_LIMIT), "JQ-4"));
        node.watch.link();
        node.sealer.seal();
        tables().forEach(table -> node.sql.execute("CREATE TABLE kept_" + table + " AS TABLE " + table));
    }

    @BeforeEach
    void isWhole() {
        assertThat(node.check().check().findings()).isEmpty();
    }

    @AfterEach
    void restore() {
        StringBuilder all = new StringBuilder("TRUNCATE " + String.join(", ", tables()) + ";");
        tables().forEach(table -> all.append("INSERT INTO " + table + " SELECT * FROM kept_" + table + ";"));
        TestDatabase.asSuperuser(database, all.toString());
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static List<String> tables() {
        return List.of("evidence_record", "evidence_link", "evidence_seal", "evidence_seal_range", "evidence_key", "evidence_certificate");
    }

    /** Every column of the record's table, whatever it will be. */
    Stream<String> columnsOfARecord() {
        return node
                .sql
                .queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'evidence_record'"
                                + " AND column_name NOT IN ('id', 'stored')",
                        String.class)
                .stream();
    }

    @ParameterizedTest
    @MethodSource("columnsOfARecord")
    void namesTheRecordOfAChangedColumn(String column) {
        String type = node.sql.queryForObject(
                "SELECT data_type FROM information_schema.columns WHERE table_name = 'evidence_record' AND column_name = ?",
                String.class,
                column);
        Map<String, String> change = Map.of(
                "text", "coalesce(%s, '') || ' '",
                "uuid", "gen_random_uuid()",
                "bigint", "coalesce(%s, 0) + 1",
                "xid8", "((%s::text::bigint) + 1)::text::xid8",
                "bytea", "set_byte(coalesce(%s, '\\x00'), 20, 255 - get_byte(coalesce(%1$s, '\\x00'), 20))",
                "timestamp with time zone", "coalesce(%s, now()) + interval '1 microsecond'");
        TestDatabase.asSuperuser(
                database,
                "UPDATE evidence_record SET " + column + " = " + String.format(change.get(type).replace("%s", "%1$s"), column)
                        + " WHERE id = '" + victim + "'");
        assertThat(node.check().check().findings()).extracting(Finding::record).containsOnly(victim);
    }

    @Test
    void namesARecordThatIsGone() {
        TestDatabase.asSuperuser(database, "DELETE FROM evidence_record WHERE id = '" + victim + "'");
        assertThat(node.check().check().findings())
                .extracting(Finding::fault, Finding::record)
                .containsExactly(tuple(Fault.RECORD_MISSING, victim));
    }

    @Test
    void findsARecordRemovedWithItsLink() {
        TestDatabase.asSuperuser(database, "DELETE FROM evidence_record WHERE id = '" + victim + "'");
        TestDatabase.asSuperuser(database, "DELETE FROM evidence_link WHERE record_id = '" + victim + "'");
        assertThat(faults()).contains(Fault.LINK_MISSING, Fault.SEAL_CHANGED);
    }

    /** The best forgery: digest, link and all later links made to fit. Only the seal is out of reach. */
    @Test
    void findsAChainThatWasWrittenAnew() {
        TestDatabase.asSuperuser(database, "UPDATE evidence_record SET verdict = 'refused' WHERE id = '" + victim + "'");
        Forgery.rewrite(database, node.sql);
        assertThat(faults()).isNotEmpty().isSubsetOf(Fault.SEAL_CHANGED, Fault.TOKEN_CHANGED);
    }

    @Test
    void findsChangesOfLinks() {
        for (String change : List.of("seq = seq + 100", "previous = sha256(previous)", "hash = sha256(hash)", "node = 'other'")) {
            TestDatabase.asSuperuser(database, "UPDATE evidence_link SET " + change + " WHERE record_id = '" + victim + "'");
            assertThat(faults()).as(change).isNotEmpty();
            restore();
        }
    }

    @Test
    void findsTwoLinksThatChangedPlaces() {
        List<String> ids = node.sql.queryForList("SELECT record_id::text FROM evidence_link WHERE seq < 3 ORDER BY seq", String.class);
        TestDatabase.asSuperuser(
                database,
                "UPDATE evidence_link SET record_id = gen_random_uuid() WHERE seq = 1;"
                        + "UPDATE evidence_link SET record_id = '" + ids.get(0) + "' WHERE seq = 2;"
                        + "UPDATE evidence_link SET record_id = '" + ids.get(1) + "' WHERE seq = 1");
        assertThat(faults()).contains(Fault.LINK_CHANGED);
    }

    @Test
    void findsChangesOfSeals() {
        for (String change : List.of("seq = seq + 5", "previous = sha256(previous)", "root = sha256(root)", "leaves = leaves + 1",
                "digest = sha256(digest)", "token = sha256(token)")) {
            TestDatabase.asSuperuser(database, "UPDATE evidence_seal SET " + change + " WHERE seq = 2");
            assertThat(faults()).as(change).isNotEmpty();
            restore();
        }
    }

    @Test
    void findsASealThatIsGoneAndARangeThatIsGone() {
        TestDatabase.asSuperuser(database, "DELETE FROM evidence_seal WHERE seq = 1");
        assertThat(faults()).contains(Fault.SEAL_MISSING);
        restore();
        TestDatabase.asSuperuser(database, "DELETE FROM evidence_seal_range WHERE seal = 1");
        assertThat(faults()).contains(Fault.SEAL_CHANGED);
        restore();
        TestDatabase.asSuperuser(database, "UPDATE evidence_seal_range SET last_seq = last_seq - 1 WHERE seal = 1");
        assertThat(faults()).contains(Fault.SEAL_CHANGED);
    }

    @Test
    void findsChangesOfKeysAndCertificates() {
        for (String change : List.of("owner = owner || 'x'", "wrapped = sha256(wrapped)", "master = 'other'")) {
            TestDatabase.asSuperuser(database, "UPDATE evidence_key SET " + change);
            assertThat(faults()).as(change).containsOnly(Fault.CONTENT_CHANGED);
            restore();
        }
        TestDatabase.asSuperuser(database, "UPDATE evidence_certificate SET der = sha256(der)");
        assertThat(faults()).containsOnly(Fault.CERTIFICATE_CHANGED);
    }

    @Test
    void findsAChangedAndALostFileOfTheStore() throws Exception {
        Path file;
        try (Stream<Path> files = Files.walk(home.resolve("content"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] kept = Files.readAllBytes(file);
        byte[] changed = kept.clone();
        changed[100] ^= 1;
        Files.write(file, changed);
        assertThat(faults()).containsExactly(Fault.CONTENT_CHANGED);
        Files.delete(file);
        assertThat(faults()).containsExactly(Fault.CONTENT_CHANGED);
        Files.write(file, kept);
    }

    private Set<Fault> faults() {
        return Set.copyOf(new ArrayList<>(node.check().check().findings().stream().map(Finding::fault).toList()));
    }
}
