package io.jinqiao.repayment.rules;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
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
        this.ladders = EffectiveFiles.read(sources, "collection", "ladder", LadderFile::read, Ladder::from);
    }

    /** The ladder in force; empty before the first one's day. */
    public Optional<Ladder> at(LocalDate day) {
        return ladders.find(day);
    }
}
