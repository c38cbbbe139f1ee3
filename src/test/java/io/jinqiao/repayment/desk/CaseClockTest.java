package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Collectors.BANK;
import static io.jinqiao.repayment.desk.Collectors.DUE;
import static io.jinqiao.repayment.desk.Collectors.act;
import static io.jinqiao.repayment.desk.Collectors.paid;
import static io.jinqiao.repayment.desk.Collectors.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord.Outcome;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases of collection and the centre's clock. */
class CaseClockTest {
    private Collectors here;

    @BeforeEach
    void open() {
        here = new Collectors();
        here.open(BANK, "A1");
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void aClockSetBackCuresNobody() {
        LocalDate second = DUE.plusMonths(1);
        LocalDate day = second.plusDays(3);
        here.told(BANK, DUE, Told.paid("A1", 1, DUE, 8_000, 992_000));
        here.told(BANK, day, Told.unpaid("A1", 2, second, 8_000, 992_000).on(day));
        here.ledgers.clock.set(second.minusDays(1) + "T12:00:00Z");
        here.round(BANK);
        assertThat(here.fact("state", "case", "A1")).isEqualTo("collecting");
    }

    @Test
    void whenACaseWasClosedStaysWhatIsToldOfItLater() {
        CollectionOrder order = ordered();
        LocalDate day = LocalDate.of(2026, 11, 24);
        here.told(BANK, day, paid("A1", day, "bank-account"));
        String closed = here.fact("closed_at", "case", "A1");
        here.record(act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-23T02:00:00Z", Outcome.REACHED, null), Instant.parse("2026-12-24T03:00:00Z"));
        assertThat(here.fact("closed_at", "case", "A1")).isEqualTo(closed);
    }

    /** The centre's clock may be another than the machine's, on which a message is received. */
    @Test
    void whenAnActWasToldIsReadFromTheCentresClock() {
        CollectionOrder order = ordered();
        here.ledgers.clock.set("2026-11-23T03:00:00Z");
        Incoming incoming = new Incoming(
                BANK, new MessageId("R-J1"), Instant.parse("2030-01-01T00:00:00Z"),
                act("J1", order.orderNo(), "A1", CollectionStep.RE_DEDUCT, "2026-11-23T02:00:00Z", Outcome.REFUSED, null));
        here.in(() -> here.cases.record(incoming));
        assertThat(here.fact("told_at = '2026-11-23T03:00:00Z', filed_late", "record", "A1")).isEqualTo("t f");
    }

    private CollectionOrder ordered() {
        here.told(BANK, DUE, unpaid("A1", DUE));
        return here.told(BANK, DUE.plusDays(1), unpaid("A1", DUE.plusDays(1))).get(0);
    }
}
