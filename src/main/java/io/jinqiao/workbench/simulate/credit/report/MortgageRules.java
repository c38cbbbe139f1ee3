package io.jinqiao.workbench.simulate.credit.report;

import static io.jinqiao.workbench.simulate.credit.report.Rule.cross;
import static io.jinqiao.workbench.simulate.credit.report.Rule.database;

import io.jinqiao.workbench.simulate.credit.report.Rule.Basis;
import java.util.List;
import java.util.function.BiPredicate;

/** Mortgage and pledge contracts (510). */
final class MortgageRules {
    private static final String CONTRACT = "510";

    private MortgageRules() {}

    static List<Rule> all() {
        return List.of(
                cross("BPR001", CONTRACT, Basis.TOLD, "抵押合同须有抵押物段且不得有质物段 / a mortgage without property, or with a pledge", "MotgaProptInfSgmt", r -> r.value("MotgaCltalBsInfSgmt", "GuarType").equals("1") && (!r.has("MotgaProptInfSgmt") || r.has("CltalInfSgmt"))),
                known("BPR002", "报告日期早于已有记录 / older than what is stored", (r, c) -> r.reported().isBefore(c.reported())),
                known("BPR003", "合同已失效 / the contract has expired", (r, c) -> c.expired()));
    }

    private static Rule known(String id, String words, BiPredicate<Reported, Ledger.Contract> wrong) {
        return database(id, CONTRACT, Basis.TOLD, words, (record, ledger) -> {
            Ledger.Contract contract = ledger.mortgage(record.value("Ccc"));
            return contract != null && wrong.test(record, contract);
        });
    }
}
