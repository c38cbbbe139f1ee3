package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Collectors.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord.Outcome;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.repayment.OrderCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collection of a loan stops when it is paid off or its payment came back; what a collector orders names who may be told and since when it is overdue. */
class CollectionOfEndedLoansTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = Collectors.DUE;
    private static final LocalDate NEXT = DUE.plusDays(1);

    private Collectors here;

    @BeforeEach
    void open() {
        here = new Collectors();
        here.open(BANK, "A1");
        here.open(BANK, "A9");
        here.told(BANK, DUE, Told.unpaid("A1", 1, DUE, 8_000, 1_000_000));
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aCaseEndsWithTheSettlementThoughItsBankTellsNoMore() {
        here.told(BANK, NEXT, unpaid(NEXT));
        settle(NEXT.plusDays(1));
        assertThat(here.round(BANK)).extracting(CollectionOrder::reason).as("its bank is told").containsExactly(CollectionOrder.Reason.WITHDRAWN);
        assertThat(here.fact("state, order_state, waits_for", "case", "A1")).isEqualTo("settled withdrawn nobody");
        assertThat(here.told(BANK, DUE.plusDays(11), Told.unpaid("A9", 1, DUE, 8_000, 1_000_000).on(DUE.plusDays(11)))).extracting(CollectionOrder::loanAccountNo).containsExactly("A9");
    }

    @Test
    void aCaseEndsWhenThePaymentCameBack() {
        here.told(BANK, NEXT, unpaid(NEXT));
        DisbursementReturned back = new DisbursementReturned(
                "TH1", "FK1", "AP1", "A1", new Money(1_000_000), NEXT, NEXT, "H1", "H2", "990010000000000001", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        here.in(() -> here.ledgers.desk.returned(io.jinqiao.message.Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(BANK, back))));
        assertThat(here.round(BANK)).extracting(CollectionOrder::reason).containsExactly(CollectionOrder.Reason.WITHDRAWN);
        assertThat(here.fact("order_state, waits_for", "case", "A1")).isEqualTo("withdrawn nobody");
    }

    @Test
    void noCaseIsOpenedOfALoanThatEnded() {
        settle(DUE);
        here.ledgers.clock.set("2026-11-25T02:00:00Z");
        here.round(BANK);
        assertThat(here.ledgers.count("SELECT count(*) FROM repayment_case")).isZero();
    }

    @Test
    void aCollectorOrdersNoCallToSomebodyWhoMayNotBeToldOfTheDebt() {
        orderedAndDone();
        OrderCollection phone = new OrderCollection(caseNo(), CollectionStep.PHONE, List.of(Party.Role.BORROWER, Party.Role.SELLER), 5, "x", "lin");
        assertThat(catchThrowableOfType(Refusal.class, () -> here.in(() -> here.cases.order(phone))).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.COLLECTION_PERSON_FORBIDDEN);
            assertThat(problem.field()).isEqualTo("whom");
        });
    }

    @Test
    void anOrderByHandSaysSinceWhenTheLoanIsOverdueNow() {
        orderedAndDone();
        LocalDate second = DUE.plusMonths(1);
        LocalDate day = second.plusDays(1);
        here.told(BANK, day, Told.unpaid("A1", 2, second, 8_000, 992_000).on(day), Told.paid("A1", 1, DUE, 8_000, 992_000).on(day).with("paidOn", day));
        here.ledgers.jdbc.sql("UPDATE repayment_order SET state = 'done'").update();
        OrderCollection visit = new OrderCollection(caseNo(), CollectionStep.VISIT, List.of(Party.Role.BORROWER), 5, "x", "lin");
        CollectionOrder order = (CollectionOrder) here.in(() -> here.cases.order(visit)).outgoing().get(0).message();
        assertThat(order.overdueSince()).isEqualTo(second);
        assertThat(order.instalments()).isEqualTo(1);
    }

    private void orderedAndDone() {
        CollectionOrder first = here.told(BANK, NEXT, unpaid(NEXT)).get(0);
        here.record(act("J1", first.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-22T02:00:00Z", Outcome.REFUSED, null), Instant.parse("2026-11-22T03:00:00Z"));
    }

    private String caseNo() {
        return here.fact("case_no", "case", "A1");
    }

    private void settle(LocalDate day) {
        InstalmentParts all = new InstalmentParts(new Money(1_000_000), Money.ZERO, new Money(5_000), Money.ZERO, Money.ZERO, Money.ZERO);
        Settlement settlement = new Settlement("JQA1", "A1", null, "HTA1", Settlement.How.EARLY, day, day, all, new Money(1_000_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
        here.ledgers.clock.set(day.plusDays(1) + "T02:00:00Z");
        here.in(() -> here.ledgers.desk.settlement(new Incoming(BANK, new MessageId("MS"), here.ledgers.clock.instant(), settlement)));
    }

    private static Told unpaid(LocalDate day) {
        return Told.unpaid("A1", 1, DUE, 8_000, 1_000_000).on(day);
    }
}
