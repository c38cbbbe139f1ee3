package io.jinqiao.risk;

import io.jinqiao.message.Finding;
import io.jinqiao.rulebook.EffectiveTable;
import java.time.LocalDate;
import java.util.List;

/** A rule with its grade and numbers. @param code coarse word for the bank @param text Chinese and English */
record RiskPoint<F>(Rule<F> rule, Finding.Grade grade, String code, String text, EffectiveTable<InForce> versions) {

    /** @param asked false: the rule has ended */
    record InForce(boolean asked, Parameters parameters) {}

    /** One finding for each field that breaks the rule as it stands on a day. */
    List<Finding> find(F facts, LocalDate today) {
        return versions.find(today)
                .filter(InForce::asked)
                .map(version -> rule.touched().apply(facts, version.parameters()))
                .orElse(List.of())
                .stream()
                .map(field -> new Finding(rule.name(), grade, code, field, text))
                .toList();
    }
}
