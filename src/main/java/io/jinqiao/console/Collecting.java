package io.jinqiao.console;

import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.ProposeExclusion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases left out of collection: one wants it, another confirms; each act with its audit line in one commit. */
@Service
@Transactional
public class Collecting {
    private final CollectionCases cases;
    private final Audit audit;

    public Collecting(CollectionCases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    /** @return number of the proposal */
    public long propose(ProposeExclusion proposal) {
        long number = cases.proposeExclusion(proposal);
        audit.write(proposal.by(), proposal.why() == null ? "collect-again-proposed" : "exclusion-proposed", proposal.caseNo(), "proposal " + number);
        return number;
    }

    public void answer(long number, boolean confirmed, Actor actor) {
        cases.answerExclusion(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "exclusion-confirmed" : "exclusion-turned-down", "" + number, null);
    }
}
