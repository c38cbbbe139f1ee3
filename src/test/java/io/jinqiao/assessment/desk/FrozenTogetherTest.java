package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two banks whose periods are frozen at the same moment. */
class FrozenTogetherTest extends WithAssessors {
    private static String freeze(String bank) {
        return here.desk.freeze(new FreezePeriod(new PartnerId(bank), Assessors.FIRST, Assessors.LAST, "anna"));
    }

    private static boolean waits() {
        return here.jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')").query(Boolean.class).single();
    }

    @Test
    void neitherIsRefusedForWhatTheOtherCountsOfAThird() throws Exception {
        here.others();
        here.fact("repayment_fact_origin", "{'partner': 'bank-a', 'account_no': 'none'}");
        CompletableFuture<String> other = here.in(() -> {
            freeze("bank-a");
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> here.in(() -> freeze("bank-b")));
            await().atMost(Duration.ofMinutes(2)).until(() -> second.isDone() || waits());
            return second;
        });
        assertThat(other.get(2, TimeUnit.MINUTES)).isEqualTo("bank-b-20260701-20260930");
        assertThat(here.lines("bank", "assessment_counted ORDER BY bank")).as("each counted once").isEqualTo(List.of("bank-a", "bank-b", "bank-c"));
    }
}
