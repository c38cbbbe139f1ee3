package io.jinqiao.credit.record;

import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
        Map<String, RecordFile> latest = new HashMap<>();
        List<RecordFile> files = new ArrayList<>();
        for (Source source : sources.list("rules/credit/record")) {
            problems.collect(() -> files.add(RecordFile.open(sources, source, latest, tables)));
        }
        files.stream().sorted(Comparator.comparing(RecordFile::from)).forEach(file -> latest.put(file.record(), file));
        once(files, problems);
        List<RecordType> found = new ArrayList<>();
        files.forEach(file -> problems.collect(() -> found.add(file.read())));
        problems.throwIfAny();
        found.stream()
                .collect(Collectors.groupingBy(RecordType::number))
                .forEach((number, versions) -> types.put(number, EffectiveTable.of(versions, RecordType::from)));
    }

    private static void once(List<RecordFile> files, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (RecordFile file : files) {
            if (!seen.add(file.record() + " " + file.from())) {
                problems.file(file.name(), "生效日重复 / another file tells record " + file.record() + " from " + file.from(), "another effective day");
            }
        }
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
