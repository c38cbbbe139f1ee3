package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.DeliveryProperties;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one attempt with a leased row and says what it came to, whatever the carrier does. */
@Component
class Attempts {
    /** Wait after something of our own house was not there. */
    private static final Duration OWN_TROUBLE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final OutboxStore store;
    private final DeliveryRules rules;
    private final DeliveryProperties properties;
    private final PartnerGates gates;
    private final CommitPoints points;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Attempts(
            OutboxStore store,
            DeliveryRules rules,
            DeliveryProperties properties,
            PartnerGates gates,
            CommitPoints points,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.properties = properties;
        this.gates = gates;
        this.points = points;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Carrier.LeaseLost when the row is no longer ours */
    Came make(OutboxRow row, Carrier carrier) {
        Instant now = clock.instant();
        Instant open = rules.openFrom(row.partner(), row.operation(), now);
        if (open.isAfter(now)) {
            return Came.event(row.stage(), new Event.NotNow(open), null);
        }
        PartnerGate gate = gates.of(row.partner());
        if (!gate.permits()) {
            Instant later = now.plusSeconds(1);
            Instant end = gate.closedUntil();
            return Came.event(row.stage(), new Event.NotNow(end.isAfter(later) ? end : later), null);
        }
        return throughGate(row, carrier, gate);
    }

    private Came throughGate(OutboxRow row, Carrier carrier, PartnerGate gate) {
        Judgement judgement = Judgement.NONE;
        try {
            Came came = carried(row, carrier);
            judgement = Judgement.of(came);
            return came;
        } finally {
            judgement.tell(gate);
        }
    }

    private Came carried(OutboxRow row, Carrier carrier) {
        FencedDeparture departure = departure(row);
        try {
            boolean enquiry = row.stage() instanceof Stage.Unknown;
            Attempt attempt = enquiry
                    ? carrier.enquire(parcel(row), departure)
                    : carrier.send(parcel(row), departure);
            return came(row, departure.committed(), attempt);
        } catch (Carrier.LeaseLost e) {
            throw e;
        } catch (Refusal e) {
            return departure.committed() ? broke(row, e) : refused(row, e);
        } catch (DataAccessException | TransactionException e) {
            return departure.committed() ? broke(row, e) : later(row);
        } catch (RuntimeException e) {
            return departure.committed() ? broke(row, e) : notSent(row, e);
        }
    }

    private Came came(OutboxRow row, boolean left, Attempt attempt) {
        Stage from = stage(row, left);
        if (attempt instanceof Attempt.Replied replied && left) {
            return Came.replied(from, replied.reply(), replied.record());
        }
        if (attempt instanceof Attempt.NotSent notSent) {
            return Came.event(from, new Event.NotSent(notSent.code(), notSent.detail()), notSent.record());
        }
        if (attempt instanceof Attempt.NeverArrived never && left && from instanceof Stage.Unknown) {
            return Came.event(from, new Event.NeverArrived(), never.record());
        }
        if (attempt instanceof Attempt.NotNow notNow && !left) {
            return Came.event(from, new Event.NotNow(notNow.notBefore()), null);
        }
        throw new IllegalStateException(
                attempt.getClass().getSimpleName() + (left ? " after" : " before") + " the departure");
    }

    /** Nothing left, and our own house said why: a passing reason costs no budget. */
    private Came refused(OutboxRow row, Refusal refusal) {
        FailureCode code = refusal.problems().get(0).code();
        return code.passing()
                ? later(row)
                : Came.event(row.stage(), new Event.NotSent(code, Objects.toString(refusal.getMessage(), "")), null);
    }

    private Came later(OutboxRow row) {
        return Came.event(row.stage(), new Event.NotNow(clock.instant().plus(OWN_TROUBLE)), null);
    }

    private Came notSent(OutboxRow row, RuntimeException e) {
        LOG.error("message {} to {} could not be prepared", row.id(), row.partner(), e);
        return Came.event(row.stage(), new Event.NotSent(FailureCode.INTERNAL, e.getClass().getSimpleName()), null);
    }

    private Came broke(OutboxRow row, RuntimeException e) {
        LOG.error("message {} to {} broke on its way", row.id(), row.partner(), e);
        Reply unknown = new Reply.Unknown(Reply.Cause.CRASHED, e.getClass().getSimpleName(), null);
        return Came.replied(stage(row, true), unknown, null);
    }

    private static Carrier.Parcel parcel(OutboxRow row) {
        int attempt = row.stage() instanceof Stage.Posted posted
                ? posted.attempts() + 1
                : ((Stage.Unknown) row.stage()).enquiries() + 1;
        return new Carrier.Parcel(row.outgoing(), row.id(), attempt);
    }

    private FencedDeparture departure(OutboxRow row) {
        Duration hold = rules.rule(row.partner(), row.operation()).attemptLimit().plus(properties.lease());
        return new FencedDeparture(
                row,
                transaction,
                (length, record) -> stage(row, true) instanceof Stage.Departed departed
                        ? store.depart(row.lease(), departed, length, record)
                        : store.hold(row.lease(), length, record),
                hold,
                points);
    }

    /** Where the row stands once its bytes may have left. */
    private static Stage stage(OutboxRow row, boolean left) {
        return left && row.stage() instanceof Stage.Posted posted
                ? new Stage.Departed(posted.attempts() + 1)
                : row.stage();
    }

    /** What an attempt says about the partner. */
    private enum Judgement {
        WELL,
        BAD,
        NONE;

        static Judgement of(Came came) {
            if (came.event() instanceof Event.NotSent notSent) {
                return notSent.code() == FailureCode.PARTNER_NOT_REACHED ? BAD : NONE;
            }
            if (came.event() instanceof Event.Replied replied && replied.reply() instanceof Reply.Unknown unknown) {
                return switch (unknown.cause()) {
                    case SILENT, UNREADABLE, UNTRUSTED -> BAD;
                    case IN_PROCESS, UNSEEN_CODE -> WELL;
                    case CRASHED -> NONE;
                };
            }
            return came.event() instanceof Event.NotNow ? NONE : WELL;
        }

        void tell(PartnerGate gate) {
            switch (this) {
                case WELL -> gate.succeeded();
                case BAD -> gate.failed();
                case NONE -> gate.learntNothing();
            }
        }
    }
}
