package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path packaged;

    @TempDir
    Path home;

    private Sources sources;

    @BeforeEach
    void packageTwoPartnersAndARule() throws IOException {
        file(packaged, "adapters/one/adapter.yaml", "packaged");
        file(packaged, "adapters/one/codes.yaml", "packaged");
        file(packaged, "adapters/two/mapping/a.yaml", "packaged");
        file(packaged, "rules/a.yaml", "packaged");
        file(packaged, "rules/calendar/2026.yaml", "packaged");
        ClassLoader loader = new URLClassLoader(new URL[] {packaged.toUri().toURL()}, null);
        sources = new Sources(home, loader);
    }

    private static void file(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> list(String folder) {
        return sources.list(folder).stream().map(s -> s.name() + "=" + s.text()).toList();
    }

    @Test
    void takesThePackagedFilesWhenTheHomeHasNone() {
        assertThat(list("adapters"))
                .containsExactly(
                        "adapters/one/adapter.yaml=packaged",
                        "adapters/one/codes.yaml=packaged",
                        "adapters/two/mapping/a.yaml=packaged");
        assertThat(sources.get("rules/a.yaml").origin()).isEqualTo("packaged");
    }

    @Test
    void refusesALinkToOutsideThePartnersFolderAndTakesOneInside() throws IOException {
        file(home, "adapters/one/..data/codes.yaml", "own");
        Files.createSymbolicLink(home.resolve("adapters/one/codes.yaml"), Path.of("..data/codes.yaml"));
        assertThat(list("adapters")).contains("adapters/one/codes.yaml=own");

        file(home, "adapters/two/mapping/a.yaml", "own");
        Files.createSymbolicLink(home.resolve("adapters/one/a.yaml"), Path.of("../two/mapping/a.yaml"));
        assertThatThrownBy(() -> list("adapters")).hasMessageContaining("adapters/one/a.yaml  是指向目录之外的链接 / is a link to outside the folder");
        assertThatThrownBy(() -> sources.find("adapters/one/a.yaml")).hasMessageContaining("is a link to outside the folder");
    }

    @Test
    void replacesOneRuleFileByTheHomesOwn() throws IOException {
        file(home, "rules/a.yaml", "own");
        file(home, "rules/b.yaml", "own");
        assertThat(list("rules"))
                .containsExactly("rules/a.yaml=own", "rules/b.yaml=own", "rules/calendar/2026.yaml=packaged");
        assertThat(sources.get("rules/a.yaml").origin()).startsWith("home ");
    }

    @Test
    void neverMixesTwoVersionsOfOnePartner() throws IOException {
        file(home, "adapters/one/adapter.yaml", "own");
        assertThat(list("adapters"))
                .containsExactly("adapters/one/adapter.yaml=own", "adapters/two/mapping/a.yaml=packaged");
        assertThat(sources.find("adapters/one/codes.yaml")).isNull();
        assertThat(sources.get("adapters/two/mapping/a.yaml").text()).isEqualTo("packaged");
    }

    @Test
    void saysWhereItLookedForAFileThatIsNowhere() {
        assertThatThrownBy(() -> sources.get("rules/none.yaml"))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("rules/none.yaml  目录与程序包中都没有此文件 / the file is neither in " + home);
    }

    @Test
    void neverLeavesTheHome() throws IOException {
        Files.writeString(home.resolveSibling("outside.yaml"), "secret");
        assertThat(sources.find("rules/../../outside.yaml")).isNull();
    }
}
