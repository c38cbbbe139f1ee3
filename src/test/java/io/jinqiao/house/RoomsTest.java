package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between the rooms are those their package-info names, and a room's sub-packages are its own. */
class RoomsTest {

    @Test
    void everyRoomUsesOnlyTheDoorsItMayUse() {
        assertThat(violations(ApplicationModules.of("io.jinqiao", new ImportOption.DoNotIncludeTests()))).isEmpty();
    }

    @Test
    void nobodyImportsTheComposition() {
        assertThat(Composition.importers("io.jinqiao")).isEmpty();
    }

    @Test
    void wouldNoticeAnArrowThatIsNotAllowed() {
        assertThat(violations(twin())).anyMatch(v -> v.contains("'loan'") && v.contains("'delivery'"));
    }

    @Test
    void wouldNoticeAHandInAnotherRoomsDrawers() {
        assertThat(violations(twin())).anyMatch(v -> v.contains("'flow'") && v.contains("inside.Drawer"));
    }

    @Test
    void wouldNoticeWhoeverImportsTheComposition() {
        assertThat(Composition.importers("io.jinqiao.house.twin"))
                .anyMatch(v -> v.contains("twin.signing.ImportsTheComposition"));
    }

    private static ApplicationModules twin() {
        return ApplicationModules.of("io.jinqiao.house.twin", (ImportOption) location -> true);
    }

    private static List<String> violations(ApplicationModules modules) {
        assertThat(modules.stream().count()).isGreaterThan(2);
        return modules.detectViolations().getMessages().stream().flatMap(Stream::of).toList();
    }
}
