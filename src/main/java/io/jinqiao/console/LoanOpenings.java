package io.jinqiao.console;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.ProposeOpening;
import io.jinqiao.repayment.Repayments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loans older than the gateway: one has them opened, another confirms; each act with its audit line in one commit. */
@Service
@Transactional
public class LoanOpenings {
    private final Repayments repayments;
    private final Catalogue partners;
    private final Audit audit;

    public LoanOpenings(Repayments repayments, Catalogue partners, Audit audit) {
        this.repayments = repayments;
        this.partners = partners;
        this.audit = audit;
    }

    /** @return number of the proposal */
    public long propose(ProposeOpening proposal) {
        if (partners.partner(proposal.bank()).isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        long number = repayments.proposeOpening(proposal);
        audit.write(proposal.by(), "loans-proposed", proposal.bank().value(), proposal.loans().size() + " loans, proposal " + number);
        return number;
    }

    public void answer(long number, boolean confirmed, Actor actor) {
        repayments.answerOpening(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "loans-opened" : "loans-turned-down", "" + number, null);
    }
}
