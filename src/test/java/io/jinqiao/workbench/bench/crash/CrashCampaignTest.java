package io.jinqiao.workbench.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.CommitPoints;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reduced size of {@code bench crash}: every named commit point twice, the last kills with another node on the database. */
@Tag("campaign")
class CrashCampaignTest {
    private static final int POINTS = CommitPoints.Point.values().length;

    @TempDir
    Path work;

    @Test
    void nothingIsLostDoubledOrStuckWhenTheGatewayIsKilledAtEveryCommitPoint() throws Exception {
        try (CrashCampaign campaign = CrashCampaign.open(work, 20261123, 10, Sabotage.NONE, System.out)) {
            Verdict verdict = campaign.run(2 * POINTS);

            assertThat(verdict.clean()).as(verdict.words()).isTrue();
            assertThat(verdict.points().keySet())
                    .as("every point was the place of a kill")
                    .containsAll(Arrays.stream(CommitPoints.Point.values()).map(Enum::name).toList());
            assertThat(verdict.applications()).isPositive();
            assertThat(verdict.messagesOut()).isPositive();
        }
    }

    @Test
    void aGatewayThatRecordsAfterSendingIsFoundOut() throws Exception {
        try (CrashCampaign campaign = CrashCampaign.open(work, 7, 0, Sabotage.RECORD_LATE, System.out)) {
            Verdict verdict = campaign.run(4);

            assertThat(verdict.broken()).isNotEmpty();
        }
    }
}
