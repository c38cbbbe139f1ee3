package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.delivery.Unknowns;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The work list of unknown outcomes; each act is one commit with its signed record. */
@Component
final class DatabaseUnknowns implements Unknowns {
    private final DecisionStore decisions;
    private final OutboxStore store;
    private final SignedActs acts;
    private final DeliveryRules rules;
    private final Effects effects;
    private final Nudge nudge;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DatabaseUnknowns(
            DecisionStore decisions,
            OutboxStore store,
            SignedActs acts,
            DeliveryRules rules,
            Effects effects,
            Nudge nudge,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.store = store;
        this.acts = acts;
        this.rules = rules;
        this.effects = effects;
        this.nudge = nudge;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<UnknownMessage> list() {
        return decisions.unknown();
    }

    @Override
    public Optional<UnknownMessage> find(MessageId id) {
        return decisions.unknown(id);
    }

    @Override
    public Proposal propose(MessageId id, Decision decision, String reason, String person) {
        Proposal proposal =
                new Proposal(UUID.randomUUID(), id, decision, Words.reason(reason), Words.person(person), now());
        transaction.executeWithoutResult(status -> {
            OutboxRow row = unknown(id);
            DecisionStore.Facts facts = decisions.facts(id);
            RecordId record = acts.record(act("propose", row, proposal, proposal.by(), null), facts.subject(), facts.record());
            if (!decisions.propose(proposal, record)) {
                throw new Refusal(FailureCode.PROPOSAL_STANDS);
            }
        });
        return proposal;
    }

    @Override
    public void confirm(UUID id, String person) {
        String name = Words.person(person);
        transaction.executeWithoutResult(status -> {
            DecisionStore.Standing standing = standing(id);
            Proposal proposal = standing.proposal();
            if (PersonName.same(proposal.by(), name)) {
                throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
            }
            OutboxRow row = unknown(proposal.message());
            RecordId record = close("confirm", row, standing, name, "CONFIRMED");
            Reply reply = reply(proposal.decision());
            store.write(row, moves(row).after(row.stage(), new Event.Decided(reply)), record);
            effects.follow(row, reply);
        });
        nudge.give();
    }

    @Override
    public void withdraw(UUID id, String reason, String person) {
        String name = Words.person(person);
        String why = Words.reason(reason);
        transaction.executeWithoutResult(status -> {
            DecisionStore.Standing standing = standing(id);
            Proposal p = standing.proposal();
            Proposal withdrawn = new Proposal(p.id(), p.message(), p.decision(), why, p.by(), p.at());
            OutboxRow row = store.lock(p.message()).orElse(null);
            if (row == null) {
                decisions.close(id, "OVERTAKEN", name, now(), null);
                return;
            }
            close("withdraw", row, new DecisionStore.Standing(withdrawn, standing.record()), name, "WITHDRAWN");
        });
    }

    @Override
    public void askAgain(MessageId id, String person) {
        Words.person(person);
        transaction.executeWithoutResult(status -> {
            OutboxRow row = unknown(id);
            if (rules.rule(row.partner(), row.operation()).enquiries() == 0) {
                throw new Refusal(FailureCode.NOBODY_TO_ASK);
            }
            store.write(row, moves(row).after(row.stage(), new Event.AskAgain()), null);
        });
        nudge.give();
    }

    private RecordId close(String verb, OutboxRow row, DecisionStore.Standing standing, String person, String as) {
        Proposal proposal = standing.proposal();
        DecisionStore.Facts facts = decisions.facts(proposal.message());
        Act act = act(verb, row, proposal, person, proposal.by());
        RecordId record = acts.record(act, facts.subject(), standing.record());
        decisions.close(proposal.id(), as, person, act.at(), record);
        return record;
    }

    private Act act(
            String verb,
            OutboxRow row,
            Proposal proposal,
            String person,
            @org.jspecify.annotations.Nullable String proposedBy) {
        return new Act(
                verb, proposal.id(), row.id().value(), row.partner(), row.operation(), proposal.decision(),
                proposal.reason(), person, proposedBy, now());
    }

    private OutboxRow unknown(MessageId id) {
        OutboxRow row = store.lock(id).orElseThrow(() -> new Refusal(FailureCode.NOT_UNKNOWN));
        if (!(row.stage() instanceof Stage.Unknown)) {
            throw new Refusal(FailureCode.NOT_UNKNOWN);
        }
        return row;
    }

    private DecisionStore.Standing standing(UUID id) {
        return decisions.standing(id).orElseThrow(() -> new Refusal(FailureCode.PROPOSAL_GONE));
    }

    private Moves moves(OutboxRow row) {
        return new Moves(rules.rule(row.partner(), row.operation()), clock.instant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Reply reply(Decision decision) {
        return decision == Decision.ACCEPTED
                ? new Reply.Accepted(Content.Group.EMPTY)
                : new Reply.Rejected(List.of(Problem.of(FailureCode.DECIDED_REJECTED)));
    }
}
