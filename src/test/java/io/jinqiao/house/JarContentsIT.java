package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs after the jars are assembled. */
class JarContentsIT {
    private static final Path GATEWAY = Path.of("target/jinqiao.jar");
    private static final Path WORKBENCH = Path.of("target/jinqiao-workbench.jar");

    @Test
    void theGatewayCarriesNothingOfTheWorkbench() throws IOException {
        List<String> entries = JarContents.entries(GATEWAY);

        assertThat(entries).contains("BOOT-INF/classes/io/jinqiao/Jinqiao.class", "org/postgresql/Driver.class");
        assertThat(JarContents.strangers(entries)).isEmpty();
    }

    @Test
    void bothJarsCarryRoutesAdaptersRulesAndTheFontWithItsLicence() throws IOException {
        for (Path jar : List.of(GATEWAY, WORKBENCH)) {
            List<String> entries = JarContents.entries(jar);
            assertThat(Stream.of(
                                    "BOOT-INF/classes/routes/loan-application.camel.yaml",
                                    "BOOT-INF/classes/adapters/_schema/",
                                    "BOOT-INF/classes/rules/",
                                    "BOOT-INF/classes/fonts/NotoSerifSC_400Regular.ttf",
                                    "BOOT-INF/classes/fonts/NotoSerifSC-LICENSE-OFL.txt")
                            .filter(wanted -> entries.stream().noneMatch(e -> e.startsWith(wanted))))
                    .as("missing in " + jar)
                    .isEmpty();
        }
    }

    @Test
    void theWorkbenchBringsWhatTheTwoCommandsNeed() throws IOException {
        assertThat(JarContents.strangers(JarContents.entries(WORKBENCH)))
                .contains("WireMock", "embedded PostgreSQL", "embedded PostgreSQL's binaries", "the workbench");
    }
}
