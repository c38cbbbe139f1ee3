package io.jinqiao.console;

import io.jinqiao.message.Words;
import io.jinqiao.repayment.Deductions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs of deductions that two people close because their bank does not tell, and what became of money that was deducted and is counted nowhere as paid; each act with its audit line in one commit. */
@Service
@Transactional
public class RunClosings {
    private final Deductions deductions;
    private final Audit audit;

    public RunClosings(Deductions deductions, Audit audit) {
        this.deductions = deductions;
        this.audit = audit;
    }

    public long propose(String runNo, String reason, @Nullable String document, Actor actor) {
        long number = deductions.proposeClosing(runNo, reason, document, actor.name());
        audit.write(actor.name(), "run-closing-proposed", runNo, document == null ? reason : reason + " / " + document);
        return number;
    }

    public void answer(long number, boolean confirmed, Actor actor) {
        deductions.answerClosing(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "run-closing-confirmed" : "run-closing-turned-down", "" + number, null);
    }

    public void settle(Deductions.Gap gap, String orderNo, int lineNo, Deductions.TwiceOutcome outcome, String document, Actor actor) {
        deductions.settle(gap, orderNo, lineNo, outcome, document, actor.name());
        audit.write(actor.name(), Words.of(gap) + "-settled", orderNo + "/" + lineNo, document);
    }

    public void confirm(Deductions.Gap gap, String orderNo, int lineNo, boolean confirmed, Actor actor) {
        deductions.confirm(gap, orderNo, lineNo, confirmed, actor.name());
        audit.write(actor.name(), Words.of(gap) + (confirmed ? "-confirmed" : "-turned-down"), orderNo + "/" + lineNo, null);
    }
}
