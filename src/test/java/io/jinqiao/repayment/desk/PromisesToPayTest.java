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
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of promises to pay, by what a bank told of the loan they are about. */
class PromisesToPayTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);
    private Collectors here;

    @BeforeEach
    void anOverdueLoanAndAnother() {
        here = new Collectors();
        here.open(BANK, "A1");
        here.open(BANK, "A2");
        here.told(BANK, DUE, unpaid("A1", DUE), unpaid("A2", DUE));
        here.told(BANK, DUE.plusDays(1), unpaid("A1", DUE.plusDays(1)), unpaid("A2", DUE.plusDays(1)));
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aReportOfAnotherLoanOnTheLastDayBreaksNoPromise() {
        promised("J1", "2026-11-22", 13_000, LAST);
        here.ledgers.clock.set(LAST + "T02:00:00Z");
        report("B1", unpaid("A2", LAST));
        here.round(BANK);
        assertThat(here.fact("state", "case", "A1")).isEqualTo("promised");
        here.told(BANK, LAST, paid("A1", LAST, "bank-account"));
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("kept");
        assertThat(here.fact("state", "case", "A1")).isEqualTo("cured");
    }

    @Test
    void aReportOfTheLoanItselfAfterTheLastDayBreaksIt() {
        promised("J1", "2026-11-22", 13_000, LAST);
        here.ledgers.clock.set(LAST.plusDays(1) + "T02:00:00Z");
        report("B1", unpaid("A1", LAST.plusDays(1)));
        assertThat(here.round(BANK)).extracting(CollectionOrder::reason).contains(CollectionOrder.Reason.PROMISE_BROKEN);
        assertThat(here.fact("promise_became", "record", "A1")).isEqualTo("broken");
    }

    @Test
    void aPromiseGivenWhileAnotherOneRunsEndsToo() {
        promised("J1", "2026-11-22", 5_000, LocalDate.of(2026, 11, 30));
        promised("J2", "2026-11-23", 13_000, LAST);
        assertThat(ends()).isEqualTo("J1 ; J2 ");
        here.told(BANK, LAST.plusDays(2), unpaid("A1", LAST.plusDays(2)));
        assertThat(ends()).isEqualTo("J1 ; J2 broken");
        assertThat(here.fact("state", "case", "A1")).as("the first still runs").isEqualTo("promised");
        here.told(BANK, LAST.plusDays(3), paid("A1", LAST.plusDays(3), "bank-account"));
        assertThat(ends()).isEqualTo("J1 kept; J2 broken");
        assertThat(here.ledgers.lines("SELECT record_no || ' ' || type FROM repayment_fact_case_event WHERE type LIKE 'promise-%' AND type <> 'promise-taken' ORDER BY id"))
                .containsExactly("J2 promise-broken", "J1 promise-kept");
    }

    @Test
    void aPromiseOfACaseThatWasExcludedEndsToo() {
        promised("J1", "2026-11-22", 13_000, LAST);
        long number = here.in(() -> here.cases.proposeExclusion(new ProposeExclusion(here.fact("case_no", "case", "A1"), ProposeExclusion.Why.LITIGATION, "x", "anna")));
        here.in(() -> {
            here.cases.answerExclusion(number, true, "bert");
            return true;
        });
        here.told(BANK, LAST.plusDays(1), unpaid("A1", LAST.plusDays(1)));
        assertThat(ends()).isEqualTo("J1 broken");
    }

    private void promised(String no, String day, long fen, LocalDate payBy) {
        here.record(act(no, null, "A1", CollectionStep.LETTER, day + "T02:00:00Z", Outcome.PROMISED, promise(fen, payBy)), Instant.parse(day + "T03:00:00Z"));
    }

    private String ends() {
        return here.fact("record_no, coalesce(promise_became, '')", "record", "A1");
    }

    private void report(String no, Told told) {
        Content.Group content = Content.group().put("reportNo", no).put("row", told.row()).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), here.ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(content));
        here.in(() -> here.ledgers.desk.report(incoming));
    }
}
