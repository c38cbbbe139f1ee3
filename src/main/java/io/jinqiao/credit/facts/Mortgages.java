package io.jinqiao.credit.facts;

import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.ContractFacts;
import io.jinqiao.message.MortgageApplication.Claim;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationApplication.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mortgages that stand in a register, as the Center wants their contracts. One without the number of a title is not told of: the record has no place for it. */
final class Mortgages {
    private static final int COUNTY = 6;

    private Mortgages() {}

    /** @param segment the provider's code before each identifier */
    static List<ContractFacts> of(List<RegistrationApplication> registered, String segment, AccountFacts.Person borrower) {
        Map<String, ContractFacts> contracts = new LinkedHashMap<>();
        for (RegistrationApplication application : registered) {
            Unit unit = application.units().get(0);
            Claim claim = application.claim();
            if (unit.titleNo() != null && claim != null && application.mortgageContractNo() != null) {
                ContractFacts contract = contract(application, unit, claim, segment, borrower);
                contracts.put(contract.contract(), contract);
            }
        }
        return List.copyOf(contracts.values());
    }

    private static ContractFacts contract(RegistrationApplication application, Unit unit, Claim claim, String segment, AccountFacts.Person borrower) {
        AccountFacts.Person owner =
                application.parties().stream().filter(party -> party.role() == Party.Role.MORTGAGOR).findFirst().map(Parties::person).orElse(borrower);
        return new ContractFacts(
                segment + application.mortgageContractNo(), claim.amount(), claim.from(), claim.to(), Objects.requireNonNull(unit.titleNo()).value(),
                unit.unitNumber().value().substring(0, COUNTY), Objects.requireNonNullElse(claim.appraisal(), claim.amount()), claim.from(), owner);
    }
}
