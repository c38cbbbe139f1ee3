package io.jinqiao.workbench.bench.mutation;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why no test needs to notice a change.
 *
 * @param in class below {@code io.jinqiao}, number sign, method as PIT names it
 * @param change how PIT's words about the change begin
 * @param code part of the changed line, so that the reason follows it through the file and leaves it when it is rewritten
 * @param times how many such changes of this line it covers; 1 when absent
 * @param reason for people: equal behaviour, out of reach, for the operator's log only
 */
record AcceptedSurvivor(String in, String change, String code, @Nullable Integer times, String reason) {
    static final Path FILE = Path.of("src/test/resources/mutation/accepted.yaml");

    private record Accepted(List<AcceptedSurvivor> survivors) {}

    /** @throws io.jinqiao.rulebook.RulebookException when the file is not as it must be */
    static List<AcceptedSurvivor> read(Path checkout) throws IOException {
        Source file = new Source(FILE.toString(), "checkout", Files.readAllBytes(checkout.resolve(FILE)));
        return Document.read(file).as(Accepted.class).survivors();
    }

    boolean speaksOf(Mutant mutant) {
        return in.equals(mutant.type() + "#" + mutant.method())
                && mutant.change().startsWith(change)
                && mutant.code().contains(code);
    }

    int covers() {
        return times == null ? 1 : times;
    }

    String type() {
        return in.substring(0, in.indexOf('#'));
    }
}
