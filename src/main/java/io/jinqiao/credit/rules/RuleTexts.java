package io.jinqiao.credit.rules;

import io.jinqiao.credit.RuleText;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Rule;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Ids of rules in words: those of {@code rules/credit/record/}, and {@code rules/credit/refusals.yaml} for what stands in none. */
@Component
public final class RuleTexts {
    private final RecordTypes types;
    private final Map<String, RuleText> others = new HashMap<>();

    record File(int format, String source, List<RuleText> refusals) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public RuleTexts(Sources sources, RecordTypes types) {
        this.types = types;
        RuleFile.checked(sources, sources.get("rules/credit/refusals.yaml"), "credit-refusals").as(File.class).refusals().forEach(text -> others.put(text.id(), text));
    }

    /**
     * One id may stand for several rules.
     *
     * @param record number of the type of record, such as {@code 210}
     * @return none for an id nobody knows: then the Center's own rule list must be asked
     */
    public List<RuleText> of(String record, String id, LocalDate day) {
        List<RuleText> texts = new ArrayList<>();
        if (types.numbers().contains(record)) {
            for (Rule rule : types.at(record, day).rules()) {
                if (rule.id().equals(id)) {
                    texts.add(new RuleText(id, rule.zh(), rule.en()));
                }
            }
        }
        RuleText other = others.get(id);
        if (texts.isEmpty() && other != null) {
            texts.add(other);
        }
        return List.copyOf(texts);
    }
}
