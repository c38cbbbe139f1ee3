package io.jinqiao.opinion;

import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Content;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.OpinionRevoked;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.opinion.OpinionStore.Event;
import io.jinqiao.opinion.form.Opinion;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues opinions and keeps their life: issued, delivered, printed, superseded, revoked. */
@Component("opinions")
class OpinionDesk implements Opinions {
    private final SealRoom seals;
    private final OpinionStore store;
    private final Clock clock;

    OpinionDesk(SealRoom seals, OpinionStore store, Clock clock) {
        this.seals = seals;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Outcome issue(DecidedLoan decided) {
        ApprovedLoan loan = decided.approved();
        if (loan == null) {
            return decided.outcome();
        }
        store.lock(loan.bank(), loan.application().applicationNo());
        Opinion opinion = seals.opinion(loan);
        Digest content = opinion.digest();
        Optional<String> earlier = store.content(loan.opinionNo());
        if (earlier.isPresent() && !earlier.get().equals(content.hex())) {
            throw new Refusal(FailureCode.OPINION_NUMBER_TAKEN);
        }
        if (earlier.isEmpty()) {
            seal(loan, opinion, content);
        }
        String format = store.find(loan.opinionNo()).orElseThrow().format();
        byte[] document = store.document(loan.opinionNo()).orElseThrow();
        return decided.outcome().andTell(new Outgoing(loan.bank(), message(loan, format, document)));
    }

    private void seal(ApprovedLoan loan, Opinion opinion, Digest content) {
        List<SealedDocument> sealed = seals.seal(opinion);
        store.inForce(loan.bank(), loan.application().applicationNo())
                .ifPresent(old -> supersede(old, loan, sealed.get(0).at()));
        store.add(loan, content, sealed);
    }

    private void supersede(IssuedOpinion old, ApprovedLoan loan, Instant at) {
        if (old.version() >= loan.version()) {
            throw new Refusal(FailureCode.OPINION_NUMBER_TAKEN);
        }
        OpinionLife.of(old).after(Event.SUPERSEDED, 0);
        store.happened(old.opinionNo(), Event.SUPERSEDED, at, null, null, loan.approvedBy(), loan.opinionNo());
    }

    private static ApprovalOpinion message(ApprovedLoan loan, String format, byte[] document) {
        return new ApprovalOpinion(
                loan.opinionNo(),
                loan.version(),
                loan.application().applicationNo(),
                loan.acceptanceNo(),
                loan.amount(),
                loan.months(),
                loan.rateVersion(),
                loan.validTo(),
                format,
                Digest.of(document),
                Base64.getEncoder().encodeToString(document));
    }

    @Override
    public Outcome revoke(RevokeOpinion command) {
        store.lock(command.bank(), command.applicationNo());
        IssuedOpinion opinion = store.inForce(command.bank(), command.applicationNo())
                .orElseThrow(() -> new Refusal(FailureCode.OPINION_UNKNOWN));
        OpinionLife.of(opinion).after(Event.REVOKED, 0);
        Instant at = clock.instant();
        store.happened(opinion.opinionNo(), Event.REVOKED, at, null, null, command.revokedBy(), command.reason());
        Content.Group answer = Content.group()
                .put("opinionNo", opinion.opinionNo())
                .put("revokedAt", at)
                .build();
        return Outcome.accepted(
                answer,
                new Outgoing(
                        command.bank(),
                        new OpinionRevoked(opinion.opinionNo(), command.applicationNo(), command.reason(), at)));
    }

    @Override
    public Incoming withdrawn(Incoming incoming) {
        ApplicationWithdrawal withdrawal = (ApplicationWithdrawal) incoming.message();
        store.lock(incoming.partner(), withdrawal.applicationNo());
        store.inForce(incoming.partner(), withdrawal.applicationNo())
                .ifPresent(opinion -> store.happened(
                        opinion.opinionNo(),
                        Event.REVOKED,
                        clock.instant(),
                        incoming.id().value(),
                        null,
                        incoming.partner().value(),
                        "申请已撤回 / application withdrawn"));
        return incoming;
    }

    @Override
    public Outcome printed(Incoming incoming) {
        OpinionPrinted printed = (OpinionPrinted) incoming.message();
        store.lock(incoming.partner(), printed.applicationNo());
        IssuedOpinion opinion = store.find(printed.opinionNo())
                .filter(o -> o.bank().equals(incoming.partner()))
                .filter(o -> o.applicationNo().equals(printed.applicationNo()))
                .orElseThrow(() -> new Refusal(FailureCode.OPINION_UNKNOWN));
        OpinionLife.of(opinion).after(Event.PRINTED, printed.copies());
        store.happened(
                opinion.opinionNo(),
                Event.PRINTED,
                printed.printedAt(),
                incoming.id().value(),
                printed.copies(),
                printed.operatorNo(),
                printed.printNo());
        return Outcome.accepted(Content.group()
                .put("printNo", printed.printNo())
                .put("opinionNo", opinion.opinionNo())
                .build());
    }

    @Override
    public Answered answered(Answered answered) {
        Reply reply = answered.reply();
        if (!reply.isUnknown() && answered.message() instanceof ApprovalOpinion opinion) {
            Event event = reply.isAccepted() ? Event.DELIVERED : Event.DELIVERY_REFUSED;
            happened(opinion.opinionNo(), event, answered);
        }
        if (reply.isAccepted() && answered.message() instanceof OpinionRevoked revoked) {
            happened(revoked.opinionNo(), Event.REVOCATION_DELIVERED, answered);
        }
        return answered;
    }

    private void happened(String opinionNo, Event event, Answered answered) {
        store.find(opinionNo).ifPresent(opinion -> OpinionLife.of(opinion).after(event, 0));
        store.happened(opinionNo, event, clock.instant(), answered.id().value(), null, answered.partner().value(), null);
    }

    @Override
    public Incoming requirePrintable(Incoming incoming) {
        if (incoming.message() instanceof LoanApplication application) {
            PrintableCheck.require(application, seals.typeface());
        }
        return incoming;
    }

    @Override
    public boolean printable(String text) {
        return seals.typeface().missing(text).isEmpty();
    }

    @Override
    public Optional<IssuedOpinion> find(String opinionNo) {
        return store.find(opinionNo);
    }

    @Override
    public Optional<byte[]> document(String opinionNo) {
        return store.document(opinionNo);
    }

    @Override
    public Optional<byte[]> document(String opinionNo, String format) {
        return store.document(opinionNo, format);
    }
}
