package io.jinqiao.console;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.delivery.Unknowns;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about traffic that stands still or whose outcome nobody knows; each act with its audit line in one commit. */
@Service
@Transactional
public class Traffic {
    private final PartnerStops stops;
    private final Unknowns unknowns;
    private final Catalogue partners;
    private final Audit audit;

    public Traffic(PartnerStops stops, Unknowns unknowns, Catalogue partners, Audit audit) {
        this.stops = stops;
        this.unknowns = unknowns;
        this.partners = partners;
        this.audit = audit;
    }

    /** @throws Refusal when there is no such partner */
    public void stop(PartnerId partner, String reason, Actor actor) {
        requireKnown(partner);
        stops.stop(partner, reason, actor.name());
        audit.write(actor.name(), "partner-stopped", partner.value(), null);
    }

    /** @return how many held messages were let go */
    public int resume(PartnerId partner, String reason, Actor actor) {
        requireKnown(partner);
        int released = stops.resume(partner, reason, actor.name());
        audit.write(actor.name(), "partner-resumed", partner.value(), null);
        return released;
    }

    public Unknowns.Proposal propose(MessageId message, Unknowns.Decision decision, String reason, Actor actor) {
        unknowns.find(message).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        Unknowns.Proposal proposal = unknowns.propose(message, decision, reason, actor.name());
        audit.write(actor.name(), "unknown-proposed", message.value(), decision.name());
        return proposal;
    }

    /** @throws Refusal for the person who proposed */
    public void confirm(UUID proposal, Actor actor) {
        unknowns.confirm(proposal, actor.name());
        audit.write(actor.name(), "unknown-confirmed", proposal.toString(), null);
    }

    /** Lets the partner be asked once more about a message. */
    public void askAgain(MessageId message, Actor actor) {
        unknowns.askAgain(message, actor.name());
        audit.write(actor.name(), "unknown-asked-again", message.value(), null);
    }

    public void withdraw(UUID proposal, String reason, Actor actor) {
        unknowns.withdraw(proposal, reason, actor.name());
        audit.write(actor.name(), "unknown-proposal-withdrawn", proposal.toString(), null);
    }

    private void requireKnown(PartnerId partner) {
        if (partners.partner(partner).isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }
}
