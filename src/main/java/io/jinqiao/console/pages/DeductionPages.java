package io.jinqiao.console.pages;

import io.jinqiao.console.Needs;
import io.jinqiao.console.Role;
import io.jinqiao.console.facts.DeductionFacts;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs of deductions at banks whose ledger the centre leads, and what came of each line. */
@Controller
@Needs({Role.OPERATOR, Role.REVIEWER, Role.APPROVER, Role.COLLECTOR, Role.BANK_MANAGER, Role.AUDITOR})
class DeductionPages {
    private final DeductionFacts facts;

    DeductionPages(DeductionFacts facts) {
        this.facts = facts;
    }

    @GetMapping("/console/deductions")
    String list(@RequestParam(required = false) @Nullable String bank, Model model) {
        model.addAttribute("runs", facts.runs(bank == null || bank.isBlank() ? null : bank));
        return "console/deductions";
    }

    @GetMapping("/console/deductions/{runNo}")
    String one(@PathVariable String runNo, Model model) {
        model.addAttribute("run", facts.run(runNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN)));
        model.addAttribute("lines", facts.lines(runNo));
        return "console/deduction";
    }
}
