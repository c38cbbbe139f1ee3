package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule file under a name nobody reads is told, with the name that was meant. */
class UnreadRulesTest {
    @TempDir
    Path home;

    @Test
    void namesTheFileAndTheNameThatWasMeant() throws IOException {
        put("rules/deadline.yaml", "rules/rates.yml", "rules/calendar/2027-draft.yaml");
        assertThat(UnreadRules.problems(sources(), Set.of()))
                .extracting(RuleProblem::toString)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("rules/calendar/2027-draft.yaml  没有程序读取此名称的文件 / nobody reads"),
                        said -> assertThat(said).startsWith("rules/deadline.yaml  没有程序读取此名称的文件 / nobody reads").contains("did you mean \"rules/deadlines.yaml\"?"),
                        said -> assertThat(said).startsWith("rules/rates.yml  没有程序读取此名称的文件 / nobody reads").contains("did you mean \"rules/rates.yaml\"?"));
    }

    @Test
    void saysNothingOfFilesThatAreReadOrAreNoData() throws IOException {
        put("rules/deadlines.yaml", "rules/calendar/2027.yaml", "rules/README.md", "rules/rates.yaml.bak", "rules/ours.yaml");
        assertThat(UnreadRules.problems(sources(), Set.of("rules/ours.yaml"))).isEmpty();
    }

    @Test
    void warnsAtTheStart() throws IOException {
        put("rules/deadline.yaml");
        try (Heard heard = Heard.from(UnreadRules.class)) {
            new UnreadRules(sources(), "");
            assertThat(heard.text()).contains("WARN", "rules/deadline.yaml", "此文件未被读取");
        }
    }

    private Sources sources() {
        return new Sources(home, UnreadRules.class.getClassLoader());
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "format: 1\n");
        }
    }
}
