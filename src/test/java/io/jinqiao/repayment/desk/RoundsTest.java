package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Collectors.BANK;
import static io.jinqiao.repayment.desk.Collectors.DUE;
import static io.jinqiao.repayment.desk.Collectors.act;
import static io.jinqiao.repayment.desk.Collectors.paid;
import static io.jinqiao.repayment.desk.Collectors.promise;
import static io.jinqiao.repayment.desk.Collectors.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord.Outcome;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.RowSink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round goes by what is known of each loan: the file of the day, or what was told later of that very loan. */
class RoundsTest {
    private static final LocalDate NEXT = DUE.plusDays(1);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private Collectors here;

    @BeforeEach
    void open() {
        here = new Collectors();
        here.open(BANK, "A1");
        here.open(BANK, "A2");
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        here.close();
    }

    @Test
    void whileTheFileOfADayIsMissingNobodyIsCollectedFromWhoMayHavePaidOnIt() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        LocalDate third = NEXT.plusDays(1);
        assertThat(here.told(BANK, third, unpaid("A2", third))).as("told of since").extracting(CollectionOrder::loanAccountNo).containsExactly("A2");
        here.told(BANK, NEXT, paid("A1", NEXT, "bank-account"));
        assertThat(here.fact("state", "case", "A1")).as("paid on the day of the file that was missing").isEmpty();
    }

    @Test
    void aMissingFileIsWaitedForThreeWorkingDaysAndNoLonger() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        for (LocalDate day : List.of(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24))) {
            assertThat(here.told(BANK, day, unpaid("A2", day))).extracting(CollectionOrder::loanAccountNo).doesNotContain("A1");
        }
        assertThat(here.told(BANK, LocalDate.of(2026, 11, 25), unpaid("A2", LocalDate.of(2026, 11, 25)))).extracting(CollectionOrder::loanAccountNo).contains("A1");
    }

    @Test
    void aReportOfAnotherLoanOpensNoCaseBeforeTheFileOfTheDay() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.ledgers.clock.set(NEXT + "T02:00:00Z");
        report("B1", unpaid("A2", NEXT));
        assertThat(here.round(BANK)).as("of the loan that was reported").extracting(CollectionOrder::loanAccountNo).containsExactly("A2");
        here.told(BANK, NEXT, paid("A1", NEXT, "bank-account"));
        assertThat(here.fact("state", "case", "A1")).as("paid by the end of that day").isEmpty();
    }

    @Test
    void ofTwoFilesThatCrossTheOneThatCommitsLastIsLookedAtThoughItsNumberIsLower() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.ledgers.clock.set(NEXT.plusDays(1) + "T01:00:00Z");
        here.ledgers.take(new TestFile(BANK, "SLOW", null, NEXT, List.of(unpaid("A1", NEXT))) {
            @Override
            public FileHead read(RowSink sink) {
                meanwhile(() -> {
                    here.ledgers.take(new TestFile(BANK, "FAST", null, NEXT, List.of(unpaid("A2", NEXT))));
                    here.round(BANK);
                });
                return super.read(sink);
            }
        });
        here.round(BANK);
        assertThat(here.ledgers.lines("SELECT account_no FROM repayment_fact_case ORDER BY 1")).containsExactly("A1", "A2");
        here.told(BANK, NEXT.plusDays(1), unpaid("A1", NEXT.plusDays(1)));
        assertThat(here.fact("days", "case", "A1")).isEqualTo("2");
    }

    @Test
    void aFileThatCrossedAnotherIsLookedAtOnTheSameDay() {
        here.told(BANK, DUE, paid("A1", DUE, "bank-account"), paid("A2", DUE, "bank-account"));
        LocalDate second = DUE.plusMonths(1);
        LocalDate day = second.plusDays(3);
        here.ledgers.clock.set(day.plusDays(1) + "T01:00:00Z");
        here.ledgers.take(new TestFile(BANK, "SLOW", null, day, List.of(Told.unpaid("A1", 2, second, 8_000, 992_000).on(day))) {
            @Override
            public FileHead read(RowSink sink) {
                meanwhile(() -> {
                    here.ledgers.take(new TestFile(BANK, "FAST", null, day, List.of(Told.unpaid("A2", 2, second, 8_000, 992_000).on(day))));
                    assertThat(here.round(BANK)).hasSize(1);
                });
                return super.read(sink);
            }
        });
        assertThat(here.round(BANK)).extracting(CollectionOrder::loanAccountNo).containsExactly("A1");
    }

    @Test
    void aPromiseIsNotBrokenWhileTheFileOfItsLastDayIsMissing() {
        overdue();
        promised(LocalDate.of(2026, 11, 24));
        LocalDate last = LocalDate.of(2026, 11, 24);
        here.told(BANK, last.plusDays(1), unpaid("A2", last.plusDays(1)));
        assertThat(here.fact("coalesce(promise_became, '-')", "record", "A1")).isEqualTo("-");
        here.told(BANK, last, paid("A1", last, "bank-account"));
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("kept");
    }

    @Test
    void whatWasPaidOnTheLastDayKeepsThePromiseThoughItIsToldByTheFileOfTheNext() {
        overdue();
        LocalDate last = LocalDate.of(2026, 11, 24);
        promised(last);
        here.told(BANK, last.plusDays(1), Told.paid("A1", 1, DUE, 8_000, 992_000).on(last.plusDays(1)).with("paidOn", last));
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("kept");
    }

    @Test
    void aLoanThatACorrectionLeftOutIsNotCollectedBeforeItCouldBeToldAgain() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.ledgers.clock.set(NEXT.plusDays(1) + "T01:00:00Z");
        take("G1", null, NEXT, paid("A1", NEXT, "bank-account"), unpaid("A2", NEXT));
        assertThat(here.round(BANK)).extracting(CollectionOrder::loanAccountNo).containsExactly("A2");
        assertThat(take("G2", "G1", NEXT, unpaid("A2", NEXT)).problems()).isEmpty();
        assertThat(here.round(BANK)).as("left out, to be told again when the day before is corrected").isEmpty();
        assertThat(take("G3", "G2", NEXT, paid("A1", NEXT, "bank-account"), unpaid("A2", NEXT)).problems()).isEmpty();
        here.ledgers.clock.set("2026-12-20T01:00:00Z");
        here.round(BANK);
        assertThat(here.ledgers.lines("SELECT account_no FROM repayment_fact_case")).containsExactly("A2");
    }

    @Test
    void aLoanThatIsNotToldAgainIsCollectedByWhatIsLeft() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.ledgers.clock.set(NEXT.plusDays(1) + "T01:00:00Z");
        take("G1", null, NEXT, paid("A1", NEXT, "bank-account"), unpaid("A2", NEXT));
        take("G2", "G1", NEXT, unpaid("A2", NEXT));
        List<String> collected = new ArrayList<>();
        for (LocalDate day = NEXT.plusDays(1); !day.isAfter(LocalDate.of(2026, 12, 1)); day = day.plusDays(1)) {
            here.told(BANK, day, unpaid("A2", day)).forEach(order -> collected.add(order.loanAccountNo()));
        }
        assertThat(collected).contains("A1");
    }

    @Test
    void theCaseOfALoanOfWhichNothingIsLeftEndsWhenItIsNotToldAgain() {
        here.ledgers.clock.set(NEXT.plusDays(1) + "T01:00:00Z");
        take("G1", null, NEXT, unpaid("A1", NEXT), unpaid("A2", NEXT));
        assertThat(here.round(BANK)).hasSize(2);
        take("G2", "G1", NEXT, unpaid("A2", NEXT));
        here.round(BANK);
        assertThat(here.fact("state", "case", "A1")).as("it may be told again").isEqualTo("collecting");
        here.ledgers.clock.set("2026-12-02T01:00:00Z");
        here.round(BANK);
        assertThat(here.fact("state", "case", "A1")).isEqualTo("cured");
    }

    @Test
    void theBankIsToldThatAnOrderIsWithdrawnAndOnlyOnce() {
        here.told(BANK, DUE, unpaid("A1", DUE));
        CollectionOrder order = here.told(BANK, NEXT, unpaid("A1", NEXT)).get(0);
        List<CollectionOrder> told = here.told(BANK, NEXT.plusDays(1), paid("A1", NEXT.plusDays(1), "bank-account"));
        assertThat(here.fact("order_state", "case", "A1")).isEqualTo("withdrawn");
        assertThat(told).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.reason()).hasToString("WITHDRAWN");
            assertThat(withdrawn.follows()).isEqualTo(order.orderNo());
            assertThat(withdrawn.orderNo()).isNotEqualTo(order.orderNo());
            assertThat(withdrawn.owed().fen()).isZero();
        });
        here.ledgers.clock.set("2026-12-02T01:00:00Z");
        assertThat(here.round(BANK)).isEmpty();
    }

    private void overdue() {
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.told(BANK, NEXT, unpaid("A1", NEXT), unpaid("A2", NEXT));
    }

    private void promised(LocalDate payBy) {
        here.record(act("J1", null, "A1", CollectionStep.LETTER, "2026-11-22T02:00:00Z", Outcome.PROMISED, promise(13_000, payBy)), Instant.parse("2026-11-22T03:00:00Z"));
    }

    private FileResult take(String no, String corrects, LocalDate day, Told... rows) {
        return here.ledgers.take(new TestFile(BANK, no, corrects, day, List.of(rows)));
    }

    private void meanwhile(Runnable work) {
        try {
            threads.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(String no, Told told) {
        Content.Group content = Content.group().put("reportNo", no).put("row", told.row()).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), here.ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(content));
        here.in(() -> here.ledgers.desk.report(incoming));
    }
}
