package io.jinqiao.assessment.scheme;

import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code rules/bank-contracts.yaml}: a contract that names no known scheme, or a fee above its cap, stops the start. */
@Component
public final class Contracts {
    private final Contract everyBank;
    private final Map<String, Contract> banks = new HashMap<>();

    record Row(String bank, Contract contract) {}

    record File(int format, Contract everyBank, @Nullable List<Row> banks) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public Contracts(Sources sources, Schemes schemes) {
        Document document = RuleFile.checked(sources, "bank-contracts");
        File file = document.as(File.class);
        Problems problems = new Problems();
        everyBank = checked(file.everyBank(), document.group(), schemes, problems);
        if (file.banks() != null) {
            file.banks().forEach(row -> banks.put(row.bank(), checked(row.contract(), document.group(), schemes, problems)));
        }
        problems.throwIfAny();
    }

    private static Contract checked(Contract contract, Node at, Schemes schemes, Problems problems) {
        List<Scheme> versions = schemes.all().stream().filter(scheme -> scheme.name().equals(contract.scheme())).toList();
        if (versions.isEmpty()) {
            problems.unknown(at, "scheme", contract.scheme(), schemes.all().stream().map(Scheme::name).distinct().toList());
        }
        versions.stream().filter(scheme -> contract.fee().percent().compareTo(scheme.capPercent()) > 0).findFirst().ifPresent(scheme -> problems.at(
                at,
                "费率高于上限 / the fee of " + contract.fee().percent() + " % is above the cap of " + scheme.capPercent() + " % in the scheme " + scheme.name(),
                "agree on less, or raise the scheme's cap"));
        return contract;
    }

    public Contract with(PartnerId bank) {
        return banks.getOrDefault(bank.value(), everyBank);
    }
}
