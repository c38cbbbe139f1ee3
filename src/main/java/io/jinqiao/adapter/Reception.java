package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.delivery.Outbox;
import io.jinqiao.evidence.Journal;
import io.jinqiao.message.Digest;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.Verdict;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The inward pipe: identify, open, verify, decode, decide and answer in one commit. Whatever is refused on the way is recorded and
 * answered in a commit of its own.
 */
@Component("gateway")
class Reception implements Gateway {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Catalogue catalogue;
    private final Checks checks;
    private final Decision decision;
    private final Refusals refusals;
    private final Strangers strangers;
    private final Journal journal;
    private final Outbox outbox;
    private final InService inService;
    private final StageMetrics metrics;
    private final Clock clock;
    private final IdGenerator ids;

    Reception(
            Catalogue catalogue,
            Checks checks,
            Decision decision,
            Refusals refusals,
            Strangers strangers,
            Journal journal,
            Outbox outbox,
            InService inService,
            StageMetrics metrics,
            Clock clock,
            IdGenerator ids) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.decision = decision;
        this.refusals = refusals;
        this.strangers = strangers;
        this.journal = journal;
        this.outbox = outbox;
        this.inService = inService;
        this.metrics = metrics;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public WireAnswer receive(WireRequest request) {
        String trace = ids.next().value();
        MDC.put("trace", trace);
        try {
            Optional<Dialect> dialect = partner(request.partner());
            if (dialect.isEmpty() || !request.posted()) {
                return strangers.turnAway(request, clock.instant(), trace);
            }
            Digest digest = request.asSent();
            return receive(new Arrived(dialect.get(), request, digest, clock.instant(), trace, new Timings()));
        } finally {
            MDC.remove("trace");
        }
    }

    @Override
    public Outcome post(Outcome outcome) {
        outcome.outgoing().forEach(inService::requireOutward);
        outcome.outgoing().forEach(outbox::post);
        return outcome;
    }

    private WireAnswer receive(Arrived arrived) {
        Trail trail = new Trail(arrived);
        String outcome = "accepted";
        try {
            journal.requireOpen();
            Identified identified = trail.reached(checks.identify(arrived));
            Opened opened = trail.reached(checks.open(identified));
            Verdict verdict = checks.judge(opened);
            trail.judged(verdict);
            Verified verified = checks.unseal(checks.accept(opened, verdict));
            trail.reached(verified.opened());
            return decision.decide(trail.reached(checks.decode(verified)));
        } catch (RuntimeException fault) {
            outcome = "refused";
            return refusals.answer(trail, Faults.problems(fault, arrived.trace()));
        } finally {
            metrics.exchange("in", arrived.partner(), trail.operation(), outcome, arrived.timings());
        }
    }

    private Optional<Dialect> partner(String name) {
        return NAME.matcher(name).matches() ? catalogue.partner(new PartnerId(name)) : Optional.empty();
    }
}
