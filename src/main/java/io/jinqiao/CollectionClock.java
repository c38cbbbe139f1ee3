package io.jinqiao;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.timetable.Timetable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets collection go through each bank's ledger by its route, one commit for each bank; what is wrong with one keeps no other waiting. */
@Component
class CollectionClock {
    private static final Logger log = LoggerFactory.getLogger(CollectionClock.class);
    private static final String ROUTE = "collection-round";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ObjectProvider<Capabilities> capabilities;
    private final CollectionCases cases;

    CollectionClock(Timetable timetable, ObjectProvider<Capabilities> capabilities, CollectionCases cases) {
        this.capabilities = capabilities;
        this.cases = cases;
        timetable.every(ROUTE, EVERY, this::rounds);
    }

    private void rounds() {
        if (!capabilities.getObject().has(ROUTE)) {
            return;
        }
        for (PartnerId bank : cases.banks()) {
            try {
                capabilities.getObject().run(ROUTE, new CollectionRound(bank));
            } catch (RuntimeException e) {
                log.error("ALARM collection: the round through the ledger of {} failed and is tried again / 催收轮次失败，将重试: {}", bank, e.getClass().getSimpleName(), e);
            }
        }
    }
}
