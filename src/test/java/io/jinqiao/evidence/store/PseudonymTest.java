package io.jinqiao.evidence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PseudonymTest {
    private static final MasterKeys ONE = new MasterKeys("one", Map.of("one", new byte[32]));

    @Test
    @DisplayName("the same text has the same pseudonym under the same key, another under another, and the text is not in it")
    void followsTextAndKey() {
        byte[] other = new byte[32];
        other[31] = 1;
        String made = ONE.pseudonym("10 999999199003071234");
        assertThat(made).matches("[0-9a-f]{32}").isEqualTo(ONE.pseudonym("10 999999199003071234"));
        assertThat(made).isNotEqualTo(ONE.pseudonym("10 999999199003071235"));
        assertThat(made).isNotEqualTo(new MasterKeys("two", Map.of("two", other)).pseudonym("10 999999199003071234"));
    }
}
