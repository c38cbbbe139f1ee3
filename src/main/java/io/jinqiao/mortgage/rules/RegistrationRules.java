package io.jinqiao.mortgage.rules;

import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.model.Wanted;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code rules/registration.yaml}. */
@Component
public final class RegistrationRules {
    private final Map<Kind, Wanted> wanted = new EnumMap<>(Kind.class);
    private final Supplement supplement;

    record Row(Kind registration, Set<String> needs, Set<String> sends, String source) {}

    /** @param near working days before the last one from which somebody is told */
    record Supplement(int workingDays, int near, boolean assumed, String source) {}

    record File(int format, List<Row> materials, Supplement supplement) {}

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public RegistrationRules(Sources sources) {
        Document document = RuleFile.checked(sources, "registration");
        File file = document.as(File.class);
        Problems problems = new Problems();
        List<Node> rows = document.group().rows("materials");
        for (int i = 0; i < rows.size(); i++) {
            Row row = file.materials().get(i);
            if (wanted.put(row.registration(), new Wanted(row.needs(), row.sends())) != null) {
                problems.at(rows.get(i), Words.of(row.registration()) + " is there twice");
            }
        }
        for (Kind kind : Kind.values()) {
            if (!wanted.containsKey(kind)) {
                problems.at(document.root(), "nothing is said of " + Words.of(kind));
            }
        }
        problems.throwIfAny();
        supplement = file.supplement();
    }

    public Wanted wanted(Kind kind) {
        return Objects.requireNonNull(wanted.get(kind));
    }

    /** Working days a branch has when the registry names no day. */
    public int supplementDays() {
        return supplement.workingDays();
    }

    /** Working days before the last one from which somebody is told. */
    public int supplementNear() {
        return supplement.near();
    }
}
