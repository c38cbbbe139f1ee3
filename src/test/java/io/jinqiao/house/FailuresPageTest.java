package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailuresPageTest {
    private static final String PAGE = "docs/failures.md";

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("jinqiao.docs.write")) {
            Files.writeString(Path.of(PAGE), FailuresPage.text());
        }
        assertThat(Sources.text(PAGE)).isEqualTo(FailuresPage.text());
    }

    @Test
    void noTwoFailuresShareACodeOrAText() {
        assertThat(Arrays.stream(FailureCode.values()).map(FailureCode::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(FailureCode.values()).map(c -> c.pattern(Locale.ENGLISH))).doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesAskForTheSameArguments() {
        for (FailureCode code : FailureCode.values()) {
            assertThat(arguments(code, Locale.CHINESE)).as(code.code()).isEqualTo(arguments(code, Locale.ENGLISH));
        }
    }

    @Test
    void everyTextKeepsItsApostrophes() {
        for (FailureCode code : FailureCode.values()) {
            String shown = new MessageFormat(code.pattern(Locale.ENGLISH), Locale.ROOT).format(new Object[0]);
            assertThat(shown.chars().filter(c -> c == '\'').count())
                    .as(code.code())
                    .isEqualTo(code.pattern(Locale.ENGLISH).chars().filter(c -> c == '\'').count() / 2);
        }
    }

    private static HashSet<String> arguments(FailureCode code, Locale locale) {
        HashSet<String> arguments = new HashSet<>();
        Pattern.compile("\\{[0-9]}").matcher(code.pattern(locale)).results().forEach(r -> arguments.add(r.group()));
        return arguments;
    }
}
