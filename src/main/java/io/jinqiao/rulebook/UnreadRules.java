package io.jinqiao.rulebook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in the home's {@code rules/} that nobody reads: under a misspelt name the packaged rules would stay in force without a word. */
@Component
public final class UnreadRules {
    private static final Logger log = LoggerFactory.getLogger(UnreadRules.class);
    private static final String DATA = ".*\\.(ya?ml|json)";
    private static final String YEAR = "rules/calendar/[0-9]{4}\\.yaml";

    @Autowired
    UnreadRules(Sources sources, @Value("${jinqiao.loan.assumptions:}") String assumptions) {
        problems(sources, Set.of(assumptions))
                .forEach(problem -> log.warn("this file is read by nobody, the packaged rules are in force / 此文件未被读取: {}", problem));
    }

    /** @param alsoRead files that the configuration names */
    public static List<RuleProblem> problems(Sources sources, Set<String> alsoRead) {
        Set<String> known = Stream.concat(sources.packagedNames("rules").stream(), alsoRead.stream()).collect(Collectors.toSet());
        List<String> suggestions =
                known.stream().filter(name -> name.matches(DATA) && !name.startsWith("rules/_schema/")).toList();
        return sources.ownNames("rules").stream()
                .filter(name -> name.matches(DATA) && !name.matches(YEAR) && !known.contains(name))
                .map(name -> new RuleProblem(name, 0, 0, "", "没有程序读取此名称的文件 / nobody reads a file of this name", Known.hint(name, suggestions)))
                .toList();
    }
}
