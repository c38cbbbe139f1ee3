package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the console's pages. */
class PageWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    @DisplayName("no key has two texts, of which the later would silently win")
    void one(String file) throws IOException {
        Set<String> seen = new HashSet<>();
        assertThat(keys(file).stream().filter(key -> !seen.add(key))).isEmpty();
    }

    @Test
    @DisplayName("what can be said in Chinese can be said in English, and the other way round")
    void both() throws IOException {
        assertThat(Set.copyOf(keys("messages.properties"))).isEqualTo(Set.copyOf(keys("messages_en.properties")));
    }

    private static List<String> keys(String file) throws IOException {
        try (InputStream in = PageWordsTest.class.getResourceAsStream("/console/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        }
    }
}
