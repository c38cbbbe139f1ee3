package io.jinqiao.workbench.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.StatusEnquiry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InTrayTest {
    private static final int TIMES = 2000;
    private static final StatusEnquiry MESSAGE = new StatusEnquiry("M1", Operation.LOAN_APPLICATION);

    @Test
    void whoReadsWhileAMessageArrivesFindsItWholeOrNotAtAll(@TempDir Path folder) {
        InTray tray = new InTray(folder);
        ExecutorService bank = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> arriving = CompletableFuture.runAsync(() -> arrive(tray), bank);
            while (!arriving.isDone()) {
                List<StatusEnquiry> read = tray.all(Operation.STATUS_ENQUIRY, StatusEnquiry.class);
                assertThat(read).allSatisfy(one -> assertThat(one).isEqualTo(MESSAGE));
            }
            arriving.join();
            assertThat(tray.all(Operation.STATUS_ENQUIRY, StatusEnquiry.class)).containsExactly(MESSAGE);
        } finally {
            bank.shutdownNow();
        }
    }

    private static void arrive(InTray tray) {
        for (int i = 0; i < TIMES; i++) {
            tray.keep(MESSAGE, new MessageId("0000000000000001"));
        }
    }
}
