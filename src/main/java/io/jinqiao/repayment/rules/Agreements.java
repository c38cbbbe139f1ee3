package io.jinqiao.repayment.rules;

import io.jinqiao.message.PartnerId;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code rules/repayment.yaml}. */
@Component
public final class Agreements {
    private final Agreement everyBank;
    private final Map<String, Agreement> banks = new HashMap<>();

    record Row(String bank, Agreement agreement) {}

    record File(int format, Agreement everyBank, List<Row> banks) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public Agreements(Sources sources) {
        File file = RuleFile.checked(sources, "repayment").as(File.class);
        everyBank = file.everyBank();
        if (file.banks() != null) {
            file.banks().forEach(row -> banks.put(row.bank(), row.agreement()));
        }
    }

    public Agreement with(PartnerId bank) {
        return banks.getOrDefault(bank.value(), everyBank);
    }
}
