package io.jinqiao.assessment.scheme;

import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every scheme of {@code rules/assessment/}; a wrong file stops the start. Which of them holds for a bank stands in its contract. */
@Component
public final class Schemes {
    private final List<Scheme> all;

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    @Autowired
    public Schemes(Sources sources) {
        Problems problems = new Problems();
        List<Scheme> found = new ArrayList<>();
        for (Source source : sources.list("rules/assessment")) {
            Scheme scheme = SchemeFile.read(sources, source, problems);
            if (scheme != null) {
                overlaps(scheme, found).ifPresent(other -> problems.file(
                        source.name(),
                        "有效期重叠 / the scheme " + scheme.name() + " of " + other.from() + " holds on the same days",
                        "let one end before the other begins"));
                found.add(scheme);
            }
        }
        problems.throwIfAny();
        this.all = found.stream().sorted(Comparator.comparing(Scheme::name).thenComparing(Scheme::from)).toList();
    }

    private static Optional<Scheme> overlaps(Scheme scheme, List<Scheme> others) {
        return others.stream()
                .filter(other -> other.name().equals(scheme.name()))
                .filter(other -> !last(other).isBefore(scheme.from()) && !last(scheme).isBefore(other.from()))
                .findFirst();
    }

    private static LocalDate last(Scheme scheme) {
        return Objects.requireNonNullElse(scheme.to(), LocalDate.MAX);
    }

    public List<Scheme> all() {
        return all;
    }

    /** The version of a scheme in force on a day. */
    public Optional<Scheme> at(String name, LocalDate day) {
        return all.stream()
                .filter(scheme -> scheme.name().equals(name))
                .filter(scheme -> !scheme.from().isAfter(day) && !last(scheme).isBefore(day))
                .findFirst();
    }
}
