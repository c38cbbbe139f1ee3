package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartnerNamesTest {
    /** Banks whose names must not stand there before they have a folder either. */
    private static final Set<String> EXPECTED = Set.of("icbc", "abc", "ccb", "psbc", "boc", "bocom");

    @Test
    void noPartnersNameStandsInTheCodeOrTheRoutes() throws IOException {
        Map<String, String> files = new HashMap<>(Sources.below("src/main/java", ".java"));
        files.putAll(Sources.below("src/main/resources", ".yaml", ".properties", ".sql", ".html", ".xml", ".js", ".json"));
        files.putAll(Sources.below("routes", ".yaml"));
        files.keySet().removeIf(path -> path.contains("/workbench/"));
        // the published vector of SM3 is over these three letters
        files.replaceAll((path, text) -> text.replace("SM3_ABC", ""));

        assertThat(files).hasSizeGreaterThan(50);
        assertThat(PartnerNames.found(files, partners())).isEmpty();
    }

    @Test
    void wouldNoticeAPartnersNameInAnyCase() {
        Map<String, String> files = Map.of(
                "A.java", "if (partner.equals(\"goldbank\"))", "B.java", "class MyGoldbankQuirks {}", "C.java", "marigoldbankers");

        assertThat(PartnerNames.found(files, List.of("goldbank")))
                .containsExactlyInAnyOrder("A.java names the partner goldbank", "B.java names the partner goldbank");
    }

    @Test
    void doesNotTakeTheAlphabetForABank() {
        Map<String, String> files = Map.of("A.java", "\"ABCDEFGHIJKLMNOP\" \"0123456789abcdef\"", "B.java", "ABC_LISTEN", "C.java", "class AbcQuirks {}");

        assertThat(PartnerNames.found(files, List.of("abc")))
                .containsExactlyInAnyOrder("B.java names the partner abc", "C.java names the partner abc");
    }

    @Test
    void aWordOfTheTradeIsAPartnersNameWhereItStandsAloneInQuotationMarks() {
        Map<String, String> files = Map.of(
                "A.java", "/** What the registry told. */ Role.REGISTRY", "B.java", "new PartnerId(\"registry\")", "C.sql", "WHERE partner = 'registry'");

        assertThat(PartnerNames.found(files, List.of("registry")))
                .containsExactlyInAnyOrder("B.java names the partner registry", "C.sql names the partner registry");
    }

    private static Set<String> partners() throws IOException {
        Set<String> partners = new TreeSet<>(EXPECTED);
        try (Stream<Path> folders = Files.list(Path.of("adapters"))) {
            partners.addAll(folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("_"))
                    .collect(Collectors.toSet()));
        }
        return partners;
    }
}
