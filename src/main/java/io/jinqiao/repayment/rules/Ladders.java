package io.jinqiao.repayment.rules;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every ladder of {@code rules/collection/}; each holds until the next one's first day. A wrong file stops the start. */
@Component
public final class Ladders {
    private final EffectiveTable<Ladder> ladders;

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    @Autowired
    public Ladders(Sources sources) {
        Problems problems = new Problems();
        List<Ladder> found = new ArrayList<>();
        for (Source source : sources.list("rules/collection")) {
            Ladder ladder = LadderFile.read(sources, source, problems);
            if (ladder != null && found.stream().anyMatch(other -> other.from().equals(ladder.from()))) {
                problems.file(source.name(), "生效日重复 / another ladder begins on " + ladder.from() + " too", "give one another first day");
            } else if (ladder != null) {
                found.add(ladder);
            }
        }
        problems.throwIfAny();
        this.ladders = EffectiveTable.of(found, Ladder::from);
    }

    /** The ladder in force; empty before the first one's day. */
    public Optional<Ladder> at(LocalDate day) {
        return ladders.find(day);
    }
}
