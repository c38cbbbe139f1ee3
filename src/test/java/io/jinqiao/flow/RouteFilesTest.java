package io.jinqiao.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {
    @TempDir
    private Path home;

    @Test
    void refusesToStartWithoutAnyRoute() {
        assertThatThrownBy(this::load).isInstanceOf(RulebookException.class).hasMessageContaining("no routes");
    }

    @Test
    void refusesAFileWithoutARoute() throws IOException {
        write("empty.camel.yaml", "[]");
        assertThatThrownBy(this::load).hasMessageContaining("empty.camel.yaml").hasMessageContaining("no route");
    }

    @Test
    void refusesAFileThatCannotBeRead() throws IOException {
        write("broken.camel.yaml", "- route: {id: broken, from: {uri: 'direct:broken', steps: [{nonsense: {}}]}}");
        assertThatThrownBy(this::load)
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("broken.camel.yaml")
                .hasMessageContaining("nonsense")
                .hasMessageContaining("line 1");
    }

    @Test
    void loadsAFolderThatIsNotTheWorkingDirectory() throws IOException {
        write("some.camel.yaml", "- route: {id: some, from: {uri: 'direct:some', steps: [{setBody: {constant: done}}]}}");
        assertThat(load()).isEqualTo(1);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes").resolve(name), text);
    }

    /** Nothing is packaged here: only the home counts. */
    private int load() throws IOException {
        try (DefaultCamelContext camel = new DefaultCamelContext();
                URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            new RouteFiles(new Sources(home, nothing)).beforeApplicationStart(camel);
            return camel.getRouteDefinitions().size();
        }
    }
}
