package io.jinqiao.repayment.rules;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of one folder of rules, each in force from a first day of its own until the next one's. */
final class EffectiveFiles {

    /** Reads one file. */
    interface Reader<T> {
        /** @return null when something is wrong; then the problems are on the list */
        @Nullable T read(Sources sources, Source source, Problems problems);
    }

    private EffectiveFiles() {}

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    static <T> EffectiveTable<T> read(Sources sources, String folder, String what, Reader<T> reader, Function<T, LocalDate> firstDay) {
        Problems problems = new Problems();
        List<T> found = new ArrayList<>();
        for (Source source : sources.list(folder)) {
            T read = reader.read(sources, source, problems);
            if (read == null) {
                continue;
            }
            if (found.stream().map(firstDay).anyMatch(firstDay.apply(read)::equals)) {
                problems.file(source.name(), "生效日重复 / another " + what + " begins on " + firstDay.apply(read) + " too", "give one another first day");
            } else {
                found.add(read);
            }
        }
        problems.throwIfAny();
        return EffectiveTable.of(found, firstDay);
    }
}
