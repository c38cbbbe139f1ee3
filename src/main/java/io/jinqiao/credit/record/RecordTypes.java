package io.jinqiao.credit.record;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every type of {@code rules/credit/record/}; a wrong file stops the start. A revision of the Center's is another file of the same record with a later day. */
@Component
public final class RecordTypes {
    private final Map<String, EffectiveTable<RecordType>> types = new HashMap<>();

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    @Autowired
    public RecordTypes(Sources sources, CodeTables tables) {
        Problems problems = new Problems();
        List<RecordType> found = new ArrayList<>();
        for (Source source : sources.list("rules/credit/record")) {
            problems.collect(() -> found.add(once(RecordFile.read(sources, source, tables), found, source, problems)));
        }
        problems.throwIfAny();
        found.stream()
                .collect(Collectors.groupingBy(RecordType::number))
                .forEach((number, versions) -> types.put(number, EffectiveTable.of(versions, RecordType::from)));
    }

    private static RecordType once(RecordType type, List<RecordType> others, Source source, Problems problems) {
        if (others.stream().anyMatch(other -> other.number().equals(type.number()) && other.from().equals(type.from()))) {
            problems.file(source.name(), "生效日重复 / another file tells record " + type.number() + " from " + type.from(), "another effective day");
        }
        return type;
    }

    public Set<String> numbers() {
        return new TreeSet<>(types.keySet());
    }

    /** As the Center knows it on a day. @throws java.util.NoSuchElementException before its first, or when there is no such record */
    public RecordType at(String number, LocalDate day) {
        EffectiveTable<RecordType> versions = types.get(number);
        if (versions == null) {
            throw new NoSuchElementException("record " + number);
        }
        return versions.at(day);
    }
}
