package io.jinqiao.credit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CreditPropertiesTest {
    private static CreditProperties of(int records) {
        return new CreditProperties(Path.of("files"), null, Path.of("in"), records);
    }

    @Test
    void aRunsFileStaysBelowTheCentersBound() {
        assertThatCode(() -> of(1)).doesNotThrowAnyException();
        assertThatCode(() -> of(900_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> of(0)).hasMessageContaining("records-per-file");
        assertThatThrownBy(() -> of(900_001)).hasMessageContaining("records-per-file");
    }
}
