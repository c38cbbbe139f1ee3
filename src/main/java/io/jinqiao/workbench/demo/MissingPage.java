package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import java.util.List;
import java.util.Optional;

/** One case for which the registry asks a page more; the branch hears of it, hands it in, and it goes on by itself. */
final class MissingPage {
    private static final String KIND = "mortgage-contract";

    private final Banks banks;
    private final RegistryOffice office;
    private final Api core;
    private final LoanApplication loan;
    private final Branch branch;
    private final Scan page;
    private boolean asked;
    private boolean handedIn;

    MissingPage(Banks banks, RegistryOffice office, Api core, LoanApplication loan, Branch branch, int n) {
        this.banks = banks;
        this.office = office;
        this.core = core;
        this.loan = loan;
        this.branch = branch;
        this.page = Scan.of(KIND, n);
    }

    /** What is to be done about it before the next day. */
    void turn() {
        if (!asked) {
            asked = caseNo().map(office::wantsMore).orElse(false);
        } else if (!handedIn && returned()) {
            branch.supplement(new ApplicationSupplement("BJ-" + loan.applicationNo(), loan.applicationNo(), List.of(page.reference()), "补抵押合同缺页"));
            branch.scan(loan, page);
            handedIn = true;
        }
    }

    private Optional<String> caseNo() {
        for (JsonNode one : core.get("/api/v1/registrations?number=" + loan.applicationNo()).body().path("registrations")) {
            if (one.path("kind").asText().equals("conversion")) {
                return Optional.of(one.path("caseNo").asText());
            }
        }
        return Optional.empty();
    }

    private boolean returned() {
        return banks.received(Operation.MORTGAGE_RESULT, MortgageResult.class).stream()
                .anyMatch(result -> result.applicationNo().equals(loan.applicationNo()) && result.event() == MortgageResult.Event.RETURNED);
    }
}
