package io.jinqiao.repayment.rules;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files of one folder of rules, each in force from a first day of its own until the next one's. */
final class EffectiveFiles {

    /** Reads one file whose form was found right. */
    interface Reader<T> {
        /** @param problems takes what is wrong; what is returned beside a problem is not used */
        T read(Document file, Problems problems);
    }

    private EffectiveFiles() {}

    /**
     * @param form folder under {@code rules/} and name of its schema
     * @throws io.jinqiao.rulebook.RulebookException with the problems of all files
     */
    static <T> EffectiveTable<T> read(Sources sources, String form, String what, Reader<T> reader, Function<T, LocalDate> firstDay) {
        Problems problems = new Problems();
        List<T> found = new ArrayList<>();
        for (Source source : sources.list("rules/" + form)) {
            T read = one(sources, source, form, reader, problems);
            if (read == null) {
                continue;
            }
            if (found.stream().map(firstDay).anyMatch(firstDay.apply(read)::equals)) {
                problems.file(source.name(), "生效日重复 / another " + what + " begins on " + firstDay.apply(read) + " too", "改用其他生效日 / give one another first day");
            } else {
                found.add(read);
            }
        }
        problems.throwIfAny();
        return EffectiveTable.of(found, firstDay);
    }

    /** @return null when something is wrong; then the problems are on the list */
    private static <T> @Nullable T one(Sources sources, Source source, String form, Reader<T> reader, Problems problems) {
        Problems own = new Problems();
        AtomicReference<T> read = new AtomicReference<>();
        own.collect(() -> read.set(reader.read(RuleFile.checked(sources, source, form), own)));
        own.list().forEach(problems::add);
        return own.isEmpty() ? read.get() : null;
    }
}
