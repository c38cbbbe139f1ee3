package io.jinqiao.risk;

import io.jinqiao.message.Finding;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.ReportFacts;
import java.util.List;

/** The room's door, bean {@code risk}: the risk points (风险点) an application touches. */
public interface Risk {

    /**
     * Gate at intake: hands a loan application on with the milder findings on it; other messages pass unchanged.
     *
     * @throws io.jinqiao.message.Refusal {@code RISK_REFUSED} for every red line at once
     */
    Incoming check(Incoming incoming);

    /** For who decides: what a credit report touches, the gravest first. Nothing is refused by it, and nothing of it is for the bank. */
    List<Finding> ofReport(ReportFacts report);
}
