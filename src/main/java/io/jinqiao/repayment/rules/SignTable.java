package io.jinqiao.repayment.rules;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every file of {@code rules/warning/}; each holds until the next one's first day. A wrong file stops the start. */
@Component
public final class SignTable {
    private final EffectiveTable<Signs> signs;

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    @Autowired
    public SignTable(Sources sources) {
        this.signs = EffectiveFiles.read(sources, "warning", "table of signs", SignFile::read, Signs::from);
    }

    /** What is in force; empty before the first file's day. */
    public Optional<Signs> at(LocalDate day) {
        return signs.find(day);
    }
}
