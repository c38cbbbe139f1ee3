package io.jinqiao.credit.desk;

import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.DutyStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** As two people entered for a loan, else as the agreement with its bank says. */
final class AgreedDuties implements LoanDuties {
    private final DutyStore store;
    private final ReportingRules rules;

    AgreedDuties(DutyStore store, ReportingRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public Map<String, Duties> of(Collection<String> accounts) {
        Map<String, Duties> duties = new HashMap<>();
        accounts.forEach(account -> duties.put(account, rules.duties(account)));
        store.of(accounts).forEach((account, own) -> duties.put(account, new Duties(own.reporter(), own.notifier(), own.objections(), own.agreement(), rules.notice())));
        return duties;
    }
}
