package io.jinqiao.workbench.bench.mutation;

import static java.util.stream.Collectors.joining;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of PIT looks at: few classes and the fast tests that speak of them, so that a run takes minutes.
 *
 * @param classes to be changed, below {@code io.jinqiao}; {@code *} for nested ones
 * @param tests to be run, below {@code io.jinqiao}; none that starts a database or a gateway
 */
record Scope(String name, List<String> classes, List<String> tests) {
    static final Path FILE = Path.of("src/test/resources/mutation/scopes.yaml");

    private record Scopes(List<Scope> scopes) {}

    /** @throws io.jinqiao.rulebook.RulebookException when the file is not as it must be */
    static List<Scope> read(Path checkout) throws IOException {
        Source file = new Source(FILE.toString(), "checkout", Files.readAllBytes(checkout.resolve(FILE)));
        return Document.read(file).as(Scopes.class).scopes();
    }

    String patterns(List<String> names) {
        return names.stream().map(name -> Mutant.BASE + name).collect(joining(","));
    }

    /** The folder of the report inside the checkout. */
    Path report() {
        return Path.of("target", "pit-reports", name);
    }

    /** What the last run found, so that the next one asks only about what has changed since. */
    Path history() {
        return Path.of("target", "mutation", name + ".history");
    }
}
