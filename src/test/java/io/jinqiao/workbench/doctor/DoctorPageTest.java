package io.jinqiao.workbench.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/doctor.md} says what the code says. To write its lists anew: {@code mvn test -Dtest=DoctorPageTest -Djinqiao.docs.write=true}. */
class DoctorPageTest {
    private static final Path PAGE = Path.of("docs/doctor.md");

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = Files.readString(PAGE);
        String now = between(between(page, "probes", probes()), "causes", causes());
        if (Boolean.getBoolean("jinqiao.docs.write")) {
            Files.writeString(PAGE, now);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(now);
    }

    @Test
    void theGeneratorBringsAboutMostOfWhatCanBeNamed() {
        Set<Cause> brought = Ailments.all().stream().flatMap(a -> a.causes().stream()).collect(Collectors.toSet());
        List<Cause> never = Arrays.stream(Cause.values()).filter(c -> !brought.contains(c)).toList();
        assertThat(Files.exists(PAGE)).isTrue();
        assertThat(brought.size()).isGreaterThan(45);
        assertThat(never).allSatisfy(c -> assertThat(causes()).contains("`" + c.id() + "` ²"));
    }

    private static String between(String page, String name, String text) {
        String start = "<!-- " + name + " -->\n";
        String end = "<!-- /" + name + " -->";
        int from = page.indexOf(start) + start.length();
        return page.substring(0, from) + text + page.substring(page.indexOf(end, from));
    }

    private static String probes() {
        StringBuilder table = new StringBuilder("| 步骤 | step |\n|---|---|\n");
        for (Probe probe : Probe.values()) {
            table.append("| ").append(probe.chinese()).append(" | ").append(probe.english()).append(" |\n");
        }
        return table.toString();
    }

    private static String causes() {
        Set<Cause> brought = Ailments.all().stream().flatMap(a -> a.causes().stream()).collect(Collectors.toSet());
        StringBuilder table = new StringBuilder("| cause | 问题 · problem | 改法 · fix |\n|---|---|---|\n");
        for (Cause cause : Cause.values()) {
            table.append("| `").append(cause.id()).append('`').append(brought.contains(cause) ? "" : " ²").append(" | ")
                    .append(cause.text(Locale.CHINESE)).append("<br>").append(cause.text(Locale.ENGLISH)).append(" | ")
                    .append(cause.fix(Locale.CHINESE)).append("<br>").append(cause.fix(Locale.ENGLISH)).append(" |\n");
        }
        return table.toString();
    }
}
