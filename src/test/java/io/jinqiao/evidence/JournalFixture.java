package io.jinqiao.evidence;

import io.jinqiao.evidence.chain.Backlog;
import io.jinqiao.evidence.chain.ChainLease;
import io.jinqiao.evidence.chain.JournalVerification;
import io.jinqiao.evidence.chain.Linker;
import io.jinqiao.evidence.chain.SealVerification;
import io.jinqiao.evidence.chain.Sealer;
import io.jinqiao.evidence.chain.Watch;
import io.jinqiao.evidence.store.ContentDirectory;
import io.jinqiao.evidence.store.ContentStore;
import io.jinqiao.evidence.store.JournalProbe;
import io.jinqiao.evidence.store.KeyRing;
import io.jinqiao.evidence.store.MasterKeys;
import io.jinqiao.evidence.store.PostgresJournal;
import io.jinqiao.evidence.store.RecordIds;
import io.jinqiao.evidence.store.StoredContents;
import io.jinqiao.evidence.store.TrafficGate;
import io.jinqiao.evidence.store.KeptLists;
import io.jinqiao.evidence.pack.PackWriter;
import io.jinqiao.evidence.pack.StatementPen;
import io.jinqiao.signing.TimeStamps;
import io.jinqiao.signing.TrustMaterial;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One gateway node's journal on a given database, without Spring. The clock stands still until it is moved. */
public final class JournalFixture {
    public static final int INLINE_LIMIT = 4096;
    public static final Duration MAX_AGE = Duration.ofMinutes(10);
    private static final MasterKeys MASTERS = new MasterKeys("test", Map.of("test", new byte[32]));

    private static final TrustMaterial NOTHING = new TrustMaterial() {
        @Override
        public List<X509Certificate> anchors() {
            return List.of();
        }

        @Override
        public List<X509CRL> lists() {
            return List.of();
        }
    };

    public final SettableClock clock = new SettableClock();
    public final JdbcTemplate sql;
    public final DataSourceTransactionManager transactions;
    public final TransactionTemplate transaction;
    public final TrafficGate gate = new TrafficGate();
    public final KeyRing keys;
    public final ContentStore contents;
    public final StoredContents stored;
    public final ChainLease lease;
    public final PostgresJournal journal;
    public final Linker linker;
    public final Backlog backlog;
    public final Sealer sealer;
    public final Watch watch;
    public final EvidencePacks packs;

    public JournalFixture(DataSource database, Path home) {
        this(database, home, new ContentDirectory(home.resolve("content")), JournalFixture::stamp);
    }

    public JournalFixture(DataSource database, Path home, ContentStore contents, TimeStamps authority) {
        this(database, home, contents, authority, NOTHING);
    }

    public JournalFixture(
            DataSource database, Path home, ContentStore contents, TimeStamps authority, TrustMaterial material) {
        this(database, home, contents, authority, material, new StatementPen(null, new NoKeys(), List.of()));
    }

    public JournalFixture(
            DataSource database,
            Path home,
            ContentStore contents,
            TimeStamps authority,
            TrustMaterial material,
            StatementPen pen) {
        this.contents = contents;
        sql = new JdbcTemplate(database);
        transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        keys = new KeyRing(sql, MASTERS, clock);
        stored = new StoredContents(sql, keys, contents);
        lease = new ChainLease(sql, home, Duration.ofMinutes(5));
        journal = new PostgresJournal(sql, lease::node, new RecordIds(clock), keys, contents, INLINE_LIMIT, gate);
        linker = new Linker(sql, transactions, point -> {});
        backlog = new Backlog(sql, clock, MAX_AGE, gate);
        sealer = new Sealer(sql, transactions, authority, clock, point -> {}, backlog);
        JournalProbe probe = new JournalProbe(journal, contents, transactions, gate, clock);
        packs = new PackWriter(sql, stored, material, pen, clock);
        KeptLists lists = new KeptLists(sql, material, clock);
        watch = new Watch(lease, linker, backlog, probe, lists, gate, clock, Duration.ofMillis(50));
    }

    /** Stands in for an authority where the token's form does not matter: the digest, marked. */
    public static byte[] stamp(byte[] digest) {
        byte[] token = Arrays.copyOf(digest, 33);
        token[32] = 1;
        return token;
    }

    public JournalCheck check() {
        return new JournalVerification(
                sql, stored, new SealVerification(sql, (token, digest) -> Arrays.equals(token, stamp(digest))));
    }

    public static final class SettableClock extends Clock {
        private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        public void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
