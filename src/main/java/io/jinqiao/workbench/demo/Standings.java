package io.jinqiao.workbench.demo;

import io.jinqiao.assessment.ConfirmStanding;
import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.Standing;
import io.jinqiao.message.PartnerId;
import java.time.Clock;
import org.springframework.context.ApplicationContext;

/** The committee's decision that a bank may take applications, entered by one person and confirmed by another. */
public final class Standings {
    private Standings() {}

    /** Does nothing for a bank about which anything was ever decided. */
    public static void open(ApplicationContext gateway, PartnerId bank) {
        Standing standing = gateway.getBean(Standing.class);
        if (!standing.history(bank).isEmpty()) {
            return;
        }
        Clock clock = gateway.getBean("businessClock", Clock.class);
        long proposal = standing.propose(new ProposeStanding(
                bank,
                ProposeStanding.Kind.ACTIVE,
                null,
                clock.instant(),
                "DEMO-2026-001",
                "演示：管委会同意承办 / demonstration: designated by the committee",
                "bank-manager"));
        standing.confirm(new ConfirmStanding(proposal, true, "approver"));
    }
}
