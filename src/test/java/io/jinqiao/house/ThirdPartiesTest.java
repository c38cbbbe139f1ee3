package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each library in its room; the twin imports every one of them where it must not, so that no rule can be misspelt. */
class ThirdPartiesTest {
    private static final JavaClasses HOUSE = imported("io.jinqiao", new ImportOption.DoNotIncludeTests());
    private static final JavaClasses TWIN = imported("io.jinqiao.house.twin", location -> true);

    /** The names of libraries are enough; reading their classes too would take most of a minute. */
    private static JavaClasses imported(String base, ImportOption option) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().withImportOption(option).importPackages(base);
        });
    }

    static List<ThirdParties> table() {
        return ThirdParties.TABLE;
    }

    @ParameterizedTest
    @MethodSource("table")
    void aLibraryStaysInItsRoom(ThirdParties library) {
        assertThat(library.violations("io.jinqiao", HOUSE)).isEmpty();
    }

    @Test
    void messageImportsNothingButTheJdkAndItsTextForm() {
        assertThat(ThirdParties.messageImports("io.jinqiao", HOUSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("table")
    void wouldNoticeALibraryInAnotherRoom(ThirdParties library) {
        assertThat(library.violations("io.jinqiao.house.twin", TWIN)).anyMatch(v -> v.contains("EveryLibrary"));
    }

    @Test
    void wouldNoticeALibraryInTheRoomOfWords() {
        assertThat(ThirdParties.messageImports("io.jinqiao.house.twin", TWIN)).anyMatch(v -> v.contains("KnowsSpring"));
    }
}
