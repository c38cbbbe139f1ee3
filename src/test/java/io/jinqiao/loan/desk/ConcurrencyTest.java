package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.desk.Desk.APPROVER;
import static io.jinqiao.loan.desk.Desk.BANK;
import static io.jinqiao.loan.desk.Desk.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.model.Withdraw;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = new Desk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void writesNothingOntoAVersionThatIsNoLongerThere() {
        String no = desk.accept(good().no("OLD-1").withoutScans().build());
        StoredLoan before = desk.store.get(no);
        desk.review(no, Stage.INITIAL);
        Step step = new Withdraw("OP").on(before.loan());
        assertThat(refusal(() -> desk.store.update(before, step.loan(), step.events(), null, desk.clock.instant())))
                .containsExactly("LOAN_CHANGED_MEANWHILE");
        assertThat(desk.fact(no, "decision")).isEqualTo("initial-reviewed");
        assertThat(desk.events(no)).doesNotContain("withdrawn");
    }

    @Test
    void letsOneOfTwoCommandsAtOnceThrough() throws Exception {
        for (int round = 0; round < 5; round++) {
            String number = "AT-ONCE-" + round;
            String no = desk.reviewed(good().no(number).withoutScans().build());
            CountDownLatch go = new CountDownLatch(1);
            CompletableFuture<Boolean> approval = started(go, () -> desk.approve(no));
            CompletableFuture<Boolean> withdrawal = started(
                    go,
                    () -> desk.inOneCommit(() -> desk.loans.withdraw(
                            desk.from(BANK, new ApplicationWithdrawal(number, "x", "OP")))));
            go.countDown();
            boolean approved = approval.get();
            boolean withdrawn = withdrawal.get();
            assertThat(approved || withdrawn).as("one of them wins").isTrue();
            List<String> events = desk.events(no);
            assertThat(events.contains("approved")).isEqualTo(approved);
            assertThat(events.contains("withdrawn")).isEqualTo(withdrawn);
            assertThat(desk.fact(no, "version")).isEqualTo("" + (2 + (approved ? 1 : 0) + (withdrawn ? 1 : 0)));
        }
    }

    private static CompletableFuture<Boolean> started(CountDownLatch go, Runnable work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                go.await();
                work.run();
                return true;
            } catch (Refusal refused) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void undoesTheEventsWithTheChange() {
        String no = desk.reviewed(good().no("UNDO-1").withoutScans().build());
        desk.transaction.executeWithoutResult(status -> {
            desk.loans.waitForFunds(new WaitForFunds(no, true, "x", APPROVER));
            status.setRollbackOnly();
        });
        assertThat(desk.events(no)).doesNotContain("funds-awaited");
        assertThat(desk.fact(no, "pause")).isNull();
    }

    /** The number of an event is taken before its transaction ends; a reader must not pass by it. */
    @Test
    void showsNoEventBehindAPositionAlreadyRead() throws Exception {
        String slow = desk.accept(good().no("FEED-1").withoutScans().build());
        String fast = desk.accept(good().no("FEED-2").withoutScans().build());
        List<String> read = new ArrayList<>();
        String cursor = readOn("0", read);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> desk.transaction.executeWithoutResult(status -> {
            desk.store.note(slow, List.of(LoanEvent.of(LoanEvent.Type.BANK_TOLD)), null, desk.clock.instant());
            written.countDown();
            await(commit);
        }));
        written.await();
        desk.store.note(fast, List.of(LoanEvent.of(LoanEvent.Type.BANK_TOLD)), null, desk.clock.instant());
        cursor = readOn(cursor, read);
        commit.countDown();
        first.get();
        readOn(cursor, read);
        assertThat(read).containsOnlyOnce(slow + " bank-told").containsOnlyOnce(fast + " bank-told");
    }

    private static String readOn(String cursor, List<String> read) {
        String[] last = {cursor};
        desk.jdbc
                .sql("SELECT position::text AS p, acceptance_no || ' ' || type AS line FROM loan_fact_event"
                        + " WHERE position > ?::numeric ORDER BY position")
                .param(cursor)
                .query(row -> {
                    read.add(row.getString("line"));
                    last[0] = row.getString("p");
                });
        return last[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
