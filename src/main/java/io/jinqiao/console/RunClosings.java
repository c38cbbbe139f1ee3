package io.jinqiao.console;

import io.jinqiao.repayment.Deductions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs of deductions that two people close because their bank does not tell; each act with its audit line in one commit. */
@Service
@Transactional
public class RunClosings {
    private final Deductions deductions;
    private final Audit audit;

    public RunClosings(Deductions deductions, Audit audit) {
        this.deductions = deductions;
        this.audit = audit;
    }

    public long propose(String runNo, String reason, Actor actor) {
        long number = deductions.proposeClosing(runNo, reason, actor.name());
        audit.write(actor.name(), "run-closing-proposed", runNo, reason);
        return number;
    }

    public void answer(long number, boolean confirmed, Actor actor) {
        deductions.answerClosing(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "run-closing-confirmed" : "run-closing-turned-down", "" + number, null);
    }
}
