package io.jinqiao.console;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.assessment.ConfirmStanding;
import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.Standing;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The committee's decisions about banks: one enters, another confirms; each act with its audit line in one commit. */
@Service
@Transactional
public class Standings {
    private final Standing standing;
    private final Catalogue partners;
    private final Audit audit;

    public Standings(Standing standing, Catalogue partners, Audit audit) {
        this.standing = standing;
        this.partners = partners;
        this.audit = audit;
    }

    /** @return number of the proposal */
    public long propose(ProposeStanding proposal) {
        if (partners.partner(proposal.bank()).isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        long number = standing.propose(proposal);
        audit.write(proposal.by(), "standing-proposed", proposal.bank().value(), proposal.kind().name());
        return number;
    }

    public void confirm(long proposal, boolean confirmed, Actor actor) {
        standing.confirm(new ConfirmStanding(proposal, confirmed, actor.name()));
        audit.write(actor.name(), confirmed ? "standing-confirmed" : "standing-turned-down", "" + proposal, null);
    }
}
