package io.jinqiao.workbench.bench.registry;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Property checks from the outbox to the simulated registry and back, sealed and signed both ways, everything recorded. The registry runs in this process. */
final class Checks {
    private static final int AT_ONCE = 200;
    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Gateway gateway;
    private final JdbcClient db;
    private final TransactionTemplate commit;
    private final CanonicalMessage sample;

    Checks(ConfigurableApplicationContext context, TransactionTemplate commit, CanonicalMessage sample) {
        this.sample = sample;
        this.gateway = context.getBean(Gateway.class);
        this.db = JdbcClient.create(context.getBean(javax.sql.DataSource.class));
        this.commit = commit;
    }

    Step run(int checks) {
        Step.of("property checks to warm up", Math.max(1, checks / 4), AT_ONCE, (from, to) -> all("W", from, to));
        return Step.of("property checks there and back", checks, AT_ONCE, (from, to) -> all("C", from, to));
    }

    private void all(String which, int from, int to) {
        commit.executeWithoutResult(status -> {
            for (int i = from; i < to; i++) {
                CanonicalMessage check = Operation.PROPERTY_CHECK.read(sample.content().with("checkNo", "CX" + which + i));
                gateway.post(Outcome.accepted(Content.Group.EMPTY, new Outgoing(new PartnerId(OwnRegistry.PARTNER), check)));
            }
        });
        long until = System.nanoTime() + LONGEST_NANOS;
        while (count("state <> 'SETTLED'") > 0) {
            if (System.nanoTime() > until || count("state = 'HELD'") > 0) {
                throw new IllegalStateException("checks stay without an answer: " + count("state <> 'SETTLED'"));
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private long count(String which) {
        return db.sql("SELECT count(*) FROM delivery_fact_outbox WHERE operation = 'property-check' AND " + which).query(Long.class).single();
    }
}
