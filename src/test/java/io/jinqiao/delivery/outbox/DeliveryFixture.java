package io.jinqiao.delivery.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.AfterReply;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.DecisionSigner;
import io.jinqiao.delivery.DeliveryProperties;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.delivery.MemoryJournal;
import io.jinqiao.message.Answered;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.evidence.store.KeyRing;
import io.jinqiao.support.TestPersonalData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The delivery room on one real database, put together by hand. */
final class DeliveryFixture implements DeliveryRules {
    static final PartnerId BANK = new PartnerId("demo-bank");
    static final PartnerId OTHER_BANK = new PartnerId("other-bank");
    static final Rule RULE = new Rule(
            Duration.ofSeconds(20),
            2,
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(300),
            2,
            true);

    final JdbcClient sql;
    final KeyRing keys;
    final PersonalData data;
    final TransactionTemplate transaction;
    final MemoryJournal journal = new MemoryJournal();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    final Queue<CommitPoints.Point> reached = new ConcurrentLinkedQueue<>();
    final SettableClock clock = new SettableClock();
    final ScriptedBank bank;
    volatile Rule rule = RULE;
    volatile Breaker breaker = new Breaker(50, 4, Duration.ofSeconds(60), 4);
    volatile Instant opens = Instant.MIN;
    volatile CommitPoints points = reached::add;
    volatile AfterReply afterReply = answered::add;

    private final HikariDataSource database;
    private final DataSourceTransactionManager transactions;
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger notices = new AtomicInteger();

    DeliveryFixture(HikariDataSource database) {
        this.database = database;
        this.sql = JdbcClient.create(database);
        this.keys = TestPersonalData.keys(database);
        this.data = new ConcealedData(keys);
        this.transactions = new DataSourceTransactionManager(database);
        this.transaction = new TransactionTemplate(transactions);
        sql.sql("CREATE TABLE IF NOT EXISTS test_record (id uuid PRIMARY KEY, kind text, message_id text)").update();
        sql.sql("CREATE TABLE IF NOT EXISTS test_effect (message_id text)").update();
        sql.sql("TRUNCATE delivery_outbox, delivery_partner_stop, delivery_decision, test_record, test_effect").update();
        bank = new ScriptedBank(sql, point -> points.reached(point));
    }

    @Override
    public Rule rule(PartnerId partner, Operation operation) {
        return rule;
    }

    @Override
    public Breaker breaker(PartnerId partner) {
        return breaker;
    }

    @Override
    public Instant openFrom(PartnerId partner, Operation operation, Instant now) {
        return opens.isAfter(now) ? opens : now;
    }

    /** A gateway process as far as delivery is concerned. */
    Node node(String name) {
        return new Node(name, clock);
    }

    Node node(String name, Clock time) {
        return new Node(name, time);
    }

    final class Node {
        final String name;
        final Nudge nudge = new Nudge();
        final OutboxStore store;
        final DatabaseOutbox outbox;
        final DatabasePartnerStops stops;
        final Settlement settlement;
        final PartnerGates gates;
        final Errand errand;
        final Dispatcher dispatcher;
        final DispatcherPulse pulse;
        final DatabaseUnknowns unknowns;

        Node(String name, Clock time) {
            this.name = name;
            DeliveryProperties properties =
                    new DeliveryProperties(name, 4, Duration.ofMillis(20), Duration.ofSeconds(30));
            CommitPoints reach = point -> points.reached(point);
            Effects after = new Effects(provider(AfterReply.class, a -> afterReply.accept(a)));
            IdGenerator generator = () -> new MessageId("%s-%06d".formatted(name, ids.incrementAndGet()));
            store = new OutboxStore(sql, new OutboxRows(data), time);
            outbox = new DatabaseOutbox(sql, data, time, generator, nudge);
            stops = new DatabasePartnerStops(sql, store, DeliveryFixture.this, time, nudge, transactions);
            settlement = new Settlement(store, DeliveryFixture.this, stops, after, reach, transactions, time);
            gates = new PartnerGates(DeliveryFixture.this, time, meters);
            Attempts attempts =
                    new Attempts(store, DeliveryFixture.this, properties, gates, reach, transactions, time);
            errand = new Errand(attempts, settlement, DeliveryFixture.this, properties, meters);
            pulse = new DispatcherPulse(store, time, properties, meters);
            dispatcher = new Dispatcher(
                    store, errand, settlement, gates, provider(Carrier.class, bank), reach, nudge, pulse, properties);
            SignedActs acts = new SignedActs(
                    journal,
                    provider(DecisionSigner.class, text -> new DecisionSigner.Signed("signed", "test", new byte[] {1})),
                    generator);
            unknowns = new DatabaseUnknowns(
                    new DecisionStore(sql), store, acts, DeliveryFixture.this, after, nudge, time, transactions);
        }

        MessageId post(Outgoing outgoing) {
            return Objects.requireNonNull(transaction.execute(status -> outbox.post(outgoing)));
        }

        List<OutboxRow> lease(PartnerId partner, int count) {
            return store.lease(partner, count, name, Duration.ofSeconds(30));
        }

        /** Leases everything that is due and carries it, one after the other. @return how many rows */
        int carryAll() {
            int carried = 0;
            for (PartnerId partner : store.duePartners()) {
                List<OutboxRow> rows = lease(partner, gates.of(partner).room());
                rows.forEach(row -> errand.run(row, bank));
                carried += rows.size();
            }
            return carried;
        }
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean(type.getName(), bean);
        return beans.getBeanProvider(type);
    }

    /** A decision notice about an application, never the same twice. */
    Outgoing notice(PartnerId partner, String application) {
        return notice(partner, application, "N" + notices.incrementAndGet(), "not enough income");
    }

    static Outgoing notice(PartnerId partner, String application, String number, String reason) {
        return new Outgoing(
                partner,
                new DecisionNotice(
                        number,
                        application,
                        "A-" + application,
                        DecisionNotice.Outcome.REJECTED,
                        new Money(30_000_000),
                        240,
                        null,
                        null,
                        reason,
                        LocalDate.of(2026, 11, 23)));
    }

    String state(MessageId id) {
        return sql.sql("SELECT state FROM delivery_fact_outbox WHERE message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    String outcome(MessageId id) {
        return sql.sql("SELECT coalesce(outcome, '') FROM delivery_fact_outbox WHERE message_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    int attempts(MessageId id) {
        return sql.sql("SELECT attempts FROM delivery_fact_outbox WHERE message_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    List<String> records(MessageId id) {
        return sql.sql("SELECT kind FROM test_record WHERE message_id = ? ORDER BY kind")
                .param(id.value())
                .query(String.class)
                .list();
    }

    /** As if the owners of all leases had been silent for too long. */
    void expireLeases() {
        sql.sql("UPDATE delivery_outbox SET lease_until = clock_timestamp() - interval '1 second' WHERE lease_until IS NOT NULL")
                .update();
    }
}
