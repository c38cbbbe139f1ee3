package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.SealingForm.SessionForm;
import io.jinqiao.delivery.Tickets;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Token sessions with the partners that want them. Those they opened with us are everybody's; those we opened with them are this process's own:
 * another one opens its own.
 */
@Component
class Sessions {
    /** A message must not arrive with a token that ended on its way. */
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(60);

    private final Tickets tickets;
    private final Map<PartnerId, Held> held = new ConcurrentHashMap<>();

    Sessions(Tickets tickets) {
        this.tickets = tickets;
    }

    private record Held(String token, Instant until) {}

    /** How sessions with this partner are; null when it wants none for this operation. */
    static @Nullable SessionForm wanted(Dialect dialect, Operation operation) {
        SealingForm form = dialect.sealing();
        return form == null || operation == Operation.SESSION_OPENING ? null : form.session();
    }

    /** Whether the partner looked at nothing because it does not know the session. */
    static boolean over(Reply reply) {
        return reply instanceof Reply.Rejected rejected && rejected.problems().stream().anyMatch(p -> p.code() == FailureCode.SESSION_EXPIRED);
    }

    /** Their token, as long as it is good; null: one must be opened. */
    @Nullable String token(PartnerId partner, Instant now) {
        Held ours = held.get(partner);
        return ours == null || !now.isBefore(ours.until()) ? null : ours.token();
    }

    /** A short one is used for half its time. */
    void keep(PartnerId partner, SessionOpening.Answer opened, Instant now) {
        Duration lasts = Duration.between(now, opened.expiresAt());
        Duration margin = lasts.compareTo(BEFORE_THE_END.multipliedBy(2)) < 0 ? lasts.dividedBy(2) : BEFORE_THE_END;
        held.put(partner, new Held(opened.token(), opened.expiresAt().minus(margin)));
    }

    /** They do not take it any more. Another one that was opened meanwhile stays. */
    void forget(PartnerId partner, String token) {
        held.computeIfPresent(partner, (p, ours) -> ours.token().equals(token) ? null : ours);
    }

    /** @throws Refusal when the message came in no session we gave, or in one that is over */
    void require(Dialect dialect, Framed framed, Instant now) {
        if (wanted(dialect, framed.operation()) == null) {
            return;
        }
        String token = framed.session();
        if (token == null || !tickets.good(dialect.descriptor().partner(), token, now)) {
            throw new Refusal(FailureCode.SESSION_EXPIRED);
        }
    }

    /** Gives a partner a token, in the caller's transaction. */
    Reply give(Dialect dialect, Instant now) {
        SealingForm form = dialect.sealing();
        if (form == null || form.session() == null) {
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, Operation.SESSION_OPENING.id());
        }
        Instant expiresAt = now.plus(form.session().lifetime()).truncatedTo(ChronoUnit.SECONDS);
        String token = tickets.give(dialect.descriptor().partner(), now, expiresAt);
        return new Reply.Accepted(new SessionOpening.Answer(token, expiresAt).content());
    }
}
