package io.jinqiao.evidence;

import io.jinqiao.evidence.chain.Backlog;
import io.jinqiao.evidence.chain.JournalVerification;
import io.jinqiao.evidence.chain.SealVerification;
import io.jinqiao.evidence.chain.ChainLease;
import io.jinqiao.evidence.chain.Linker;
import io.jinqiao.evidence.chain.Sealer;
import io.jinqiao.evidence.chain.Watch;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.evidence.store.ContentDirectory;
import io.jinqiao.evidence.store.ContentStore;
import io.jinqiao.evidence.store.JournalProbe;
import io.jinqiao.evidence.store.KeyRing;
import io.jinqiao.evidence.store.MasterKeys;
import io.jinqiao.evidence.store.PostgresJournal;
import io.jinqiao.evidence.store.RecordIds;
import io.jinqiao.evidence.store.KeptLists;
import io.jinqiao.evidence.store.StoredContents;
import io.jinqiao.evidence.store.TrafficGate;
import io.jinqiao.evidence.pack.PackWriter;
import io.jinqiao.evidence.pack.StatementPen;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.TimeStamp;
import io.jinqiao.signing.TimeStampFailure;
import io.jinqiao.signing.Trust;
import io.jinqiao.signing.TrustMaterial;
import io.jinqiao.signing.TimeStamps;
import io.jinqiao.timetable.Timetable;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class EvidenceWiring {
    private final EvidenceProperties properties;
    private final Path home;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final JournalPoints points;

    EvidenceWiring(
            EvidenceProperties properties,
            @Value("${jinqiao.home:.}") Path home,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            ObjectProvider<JournalPoints> points) {
        this.properties = properties;
        this.home = home;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.points = points.getIfAvailable(() -> point -> {});
    }

    @Bean
    TrafficGate evidenceTrafficGate() {
        return new TrafficGate();
    }

    @Bean
    ContentStore evidenceContentStore() {
        Path directory = properties.contentDirectory();
        return new ContentDirectory(directory == null ? home.resolve("evidence-content") : directory);
    }

    @Bean
    KeyRing evidenceKeyRing() {
        return new KeyRing(jdbc, MasterKeyFile.read(properties, home), clock);
    }

    @Bean
    ConcealedData evidencePersonalData(KeyRing keys) {
        return new ConcealedData(keys);
    }

    @Bean
    ChainLease evidenceChainLease(@Value("${jinqiao.evidence.node-directory:${jinqiao.home:.}}") Path names) {
        return new ChainLease(jdbc, names, properties.chainLease());
    }

    @Bean
    PostgresJournal journal(ChainLease lease, KeyRing keys, ContentStore contents, TrafficGate gate) {
        int inline = (int) properties.inlineLimit().toBytes();
        return new PostgresJournal(jdbc, lease::node, new RecordIds(clock), keys, contents, inline, gate);
    }

    @Bean
    Backlog evidenceBacklog(TrafficGate gate) {
        return new Backlog(jdbc, clock, properties.sealMaxAge(), gate);
    }

    @Bean
    Watch evidenceWatch(
            ChainLease lease,
            Backlog backlog,
            PostgresJournal journal,
            ContentStore contents,
            TrafficGate gate,
            TrustMaterial material) {
        JournalProbe probe = new JournalProbe(journal, contents, transactions, gate, clock);
        Linker linker = new Linker(jdbc, transactions, points);
        KeptLists lists = new KeptLists(jdbc, material, clock);
        return new Watch(lease, linker, backlog, probe, lists, gate, clock, properties.linkInterval());
    }

    @Bean
    StoredContents evidenceContents(KeyRing keys, ContentStore contents) {
        return new StoredContents(jdbc, keys, contents);
    }

    @Bean
    EvidencePacks evidencePacks(StoredContents contents, TrustMaterial material, Signing signing, Keys keys) {
        return new PackWriter(jdbc, contents, material, new StatementPen(signing, keys, properties.statementKeys()), clock);
    }

    @Bean
    JournalCheck journalCheck(StoredContents contents, Trust trust) {
        return new JournalVerification(jdbc, contents, new SealVerification(jdbc, (token, digest) -> stamps(token, digest, trust)));
    }

    private static boolean stamps(byte[] token, byte[] digest, Trust trust) {
        try {
            TimeStamp.verified(token, digest, trust);
            return true;
        } catch (TimeStampFailure e) {
            return false;
        }
    }

    @Bean
    Sealer evidenceSealer(TimeStamps authority, Backlog backlog, Timetable timetable) {
        Sealer sealer = new Sealer(jdbc, transactions, authority, clock, points, backlog);
        timetable.every("evidence-seal", properties.sealInterval(), sealer::sealAll);
        return sealer;
    }

    @Bean
    EvidenceHealth evidenceHealth(TrafficGate gate, Backlog backlog, ObjectProvider<MeterRegistry> meters) {
        meters.ifAvailable(registry -> EvidenceHealth.gauge(registry, gate, backlog));
        return new EvidenceHealth(gate, backlog);
    }
}
