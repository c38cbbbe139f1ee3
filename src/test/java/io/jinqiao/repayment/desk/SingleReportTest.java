package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.message.Reply;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One row in a message is judged like one in a file. */
class SingleReportTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);
    private static Ledgers ledgers;

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
        ledgers.clock.set("2026-12-01T02:00:00Z");
        ledgers.open(Ledgers.loan(BANK, "S1", 1_000_000, DUE.minusMonths(1)), Ledgers.loan(BANK, "S2", 1_000_000, DUE.minusMonths(1)));
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }

    @Test
    void isTakenAndAnsweredAndMayBeCorrected() {
        Outcome outcome = report("R1", null, Told.unpaid("S1", 1, DUE, 8_000, 1_000_000));
        RepaymentStatus.Answer answer = RepaymentStatus.Answer.of(((Reply.Accepted) outcome.reply()).content());
        assertThat(answer).isEqualTo(new RepaymentStatus.Answer("R1", "S1", 1));
        report("R2", "R1", Told.paid("S1", 1, DUE, 8_000, 992_000));
        assertThat(ledgers.lines("SELECT file_no || ' ' || single || ' ' || message_id || ' ' || coalesce(corrects, '') FROM repayment_fact_file WHERE replaced_at IS NULL AND file_no IN ('R1', 'R2')"))
                .containsExactly("R2 true M-R2 R1");
        assertThat(ledgers.lines("SELECT owed_fen || ' ' || message_id FROM repayment_fact_instalment WHERE account_no = 'S1'")).containsExactly("0 M-R2");
    }

    @Test
    void isRefusedWithTheFieldOfItsRowAndLeavesNothing() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> report("R3", null, Told.paid("S2", 1, DUE, 8_000, 991_000)));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("row.balance");
            assertThat(problem.code()).isEqualTo(FailureCode.REPAYMENT_SUM_WRONG);
        });
        assertThat(ledgers.count("SELECT count(*) FROM repayment_file WHERE file_no = 'R3'")).isZero();
        assertThat(catchThrowableOfType(Refusal.class, () -> report("R3", "NONE", Told.paid("S2", 1, DUE, 8_000, 992_000))).problems().get(0).code())
                .isEqualTo(FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
        assertThat(report("R3", null, Told.paid("S2", 1, DUE, 8_000, 992_000)).reply()).isInstanceOf(Reply.Accepted.class);
    }

    private static Outcome report(String no, @Nullable String corrects, Told told) {
        Content.Group content = Content.group().put("reportNo", no).put("corrects", corrects).put("row", told.row()).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), Instant.parse("2026-11-25T20:00:00Z"), Operation.REPAYMENT_STATUS.read(content));
        return ledgers.in(() -> ledgers.desk.report(incoming));
    }
}
