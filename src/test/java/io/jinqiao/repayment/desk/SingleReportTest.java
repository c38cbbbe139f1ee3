package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
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
import java.util.List;
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
        ledgers.open(Ledgers.loan(BANK, "S3", 1_000_000, DUE.minusMonths(1)), Ledgers.loan(BANK, "S4", 1_000_000, DUE.minusMonths(1)), Ledgers.loan(BANK, "S5", 1_000_000, DUE.minusMonths(1)));
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

    @Test
    void correctsNoReportOfAnotherLoan() {
        report("R10", null, Told.unpaid("S3", 1, DUE, 8_000, 1_000_000));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> report("R11", "R10", Told.paid("S4", 1, DUE, 8_000, 992_000)));
        assertThat(refusal.problems()).extracting(problem -> problem.field() + " " + problem.code().code()).containsExactly("corrects repayment.corrected_unknown");
        assertThat(owed("S3")).containsExactly("13000 M-R10");
    }

    @Test
    void makesRoomForTheDaysFileUnlessThatContradictsIt() {
        report("R20", null, Told.unpaid("S4", 1, DUE, 8_000, 1_000_000));
        FileResult result = ledgers.take(new TestFile(BANK, "D20", null, DUE, List.of(Told.paid("S4", 1, DUE, 8_000, 992_000))));
        assertThat(result.refused()).isEmpty();
        assertThat(owed("S4")).containsExactly("0 file D20.txt");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> report("R21", null, Told.paid("S4", 1, DUE, 8_000, 992_000)));
        assertThat(refusal.problems()).as("what a file told is only corrected by naming it").singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.REPAYMENT_ROW_KNOWN);
            assertThat(problem.arguments()).containsExactly("D20");
        });
    }

    @Test
    void correctsARowOfAFileAndAFileCorrectsAReport() {
        String bank = "S5";
        ledgers.open(Ledgers.loan(BANK, "S6", 1_000_000, DUE.minusMonths(1)));
        ledgers.take(new TestFile(BANK, "D31", null, DUE, List.of(Told.paid(bank, 1, DUE, 8_000, 992_000), Told.unpaid("S6", 1, DUE, 8_000, 1_000_000))));
        report("R30", "D31", Told.paid("S6", 1, DUE, 8_000, 992_000));
        assertThat(owed("S6")).containsExactly("0 M-R30");
        assertThat(owed(bank)).as("the other row goes on").containsExactly("0 M-R30");
        ledgers.take(new TestFile(BANK, "D32", "R30", DUE, List.of(Told.unpaid(bank, 1, DUE, 8_000, 1_000_000), Told.paid("S6", 1, DUE, 8_000, 992_000))));
        assertThat(owed(bank)).containsExactly("13000 file D32.txt");
    }

    @Test
    void correctsTheRowOfItsDayAndLeavesThatOfAnotherDayInTheSameFile() {
        ledgers.open(Ledgers.loan(BANK, "S7", 1_000_000, DUE.minusMonths(1)));
        LocalDate next = DUE.plusDays(1);
        Told later = Told.paid("S7", 1, DUE, 8_000, 992_000).on(next).with("paidOn", next);
        ledgers.take(new TestFile(BANK, "D40", null, next, List.of(Told.unpaid("S7", 1, DUE, 8_000, 1_000_000), later)));
        report("R40", "D40", Told.unpaid("S7", 1, DUE, 8_000, 1_000_000).on(next));
        report("R41", "R40", later);
        assertThat(ledgers.lines("SELECT r.accounting_date || ' ' || unpaid_principal FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE account_no = 'S7' AND x.replaced_at IS NULL ORDER BY 1"))
                .containsExactly(DUE + " 8000", next + " 0");
        assertThat(ledgers.lines("SELECT first_day::text FROM repayment_file WHERE file_no IN ('D40', 'R40', 'R41')")).containsOnly(DUE.toString());
    }

    private static List<String> owed(String account) {
        return ledgers.lines("SELECT owed_fen || ' ' || message_id FROM repayment_fact_instalment WHERE account_no = '" + account + "'");
    }

    private static Outcome report(String no, @Nullable String corrects, Told told) {
        Content.Group content = Content.group().put("reportNo", no).put("corrects", corrects).put("row", told.row()).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), Instant.parse("2026-11-25T20:00:00Z"), Operation.REPAYMENT_STATUS.read(content));
        return ledgers.in(() -> ledgers.desk.report(incoming));
    }
}
