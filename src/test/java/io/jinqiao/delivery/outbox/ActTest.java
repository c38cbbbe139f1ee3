package io.jinqiao.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.Unknowns.Decision;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActTest {
    @Test
    void saysEverythingThatIsSigned() {
        Act act = new Act(
                "confirm",
                new UUID(0, 7),
                "M-1",
                new PartnerId("bank-a"),
                Operation.DECISION_NOTICE,
                Decision.values()[0],
                "看过回单",
                "sun",
                "qian",
                Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(new String(act.text(), StandardCharsets.UTF_8))
                .contains("\"act\":\"confirm\"", "00000000-0000-0000-0000-000000000007", "M-1", "bank-a", "decision-notice")
                .contains("看过回单", "\"person\":\"sun\"", "\"proposedBy\":\"qian\"", "2026-11-23T08:00:00");
    }
}
