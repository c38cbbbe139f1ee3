package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Told.paid;
import static io.jinqiao.repayment.desk.Told.parts;
import static io.jinqiao.repayment.desk.Told.unpaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files against the ledger, on a real database. Every loan is of 1,000,000 fen, paid out on 25 October, its first instalment due on 25 November. */
class IntakeTest extends WithLedgers {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final PartnerId OTHER = new PartnerId("bank-b");
    private static final LocalDate PAID_OUT = LocalDate.of(2026, 10, 25);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);
    private static final LocalDate NEXT = LocalDate.of(2026, 12, 25);

    private static int number;
    private String account = "";

    @BeforeEach
    void aLoan() {
        ledgers.clock.set("2027-03-01T02:00:00Z");
        account = loan(BANK);
    }

    private static String loan(PartnerId bank) {
        String account = "A" + ++number;
        ledgers.open(Ledgers.loan(bank, account, 1_000_000, PAID_OUT));
        return account;
    }

    @Test
    void takesWhatAgreesWithTheLedger() {
        FileResult result = take(DUE, paid(account, 1, DUE, 8_000, 992_000));
        assertThat(result.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(take(NEXT, unpaid(account, 2, NEXT, 8_000, 992_000)).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(ledgers.lines("SELECT instalment || ' ' || owed_fen || ' ' || result || ' ' || message_id IS NOT NULL FROM repayment_fact_instalment WHERE account_no = '"
                        + account + "' ORDER BY instalment"))
                .hasSize(2);
        assertThat(ledgers.lines("SELECT source || ' ' || host_serial FROM repayment_row WHERE account_no = '" + account + "' AND source IS NOT NULL"))
                .containsExactly("0 H" + account + "1");
    }

    static Stream<Arguments> wrongRows() {
        return Stream.of(
                Arguments.of("a loan nobody opened", "loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN, paid("NOBODY", 1, DUE, 8_000, 992_000)),
                Arguments.of("a day the file is not of", "accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, row().on(DUE.plusDays(1))),
                Arguments.of("a day a month before the file's", "accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, row().on(DUE.minusDays(31))),
                Arguments.of("a payment of the future", "paidOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, row().with("paidOn", DUE.plusDays(1))),
                Arguments.of("a payment before the loan", "paidOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, row().with("paidOn", PAID_OUT.minusDays(1))),
                Arguments.of("an instalment of another day", "instalment", FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED, row().with("dueOn", DUE.minusDays(1))),
                Arguments.of("an instalment after the last", "instalment", FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED, row().with("instalment", 121)),
                Arguments.of("an instalment long before it is due", "instalment", FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED,
                        row().with("instalment", 3).with("dueOn", DUE.plusMonths(2))),
                Arguments.of("a balance that grew", "balance", FailureCode.REPAYMENT_BALANCE_GREW, row().with("balance", 1_000_001)),
                Arguments.of("a balance that does not add up", "balance", FailureCode.REPAYMENT_SUM_WRONG, row().with("balance", 991_999)),
                Arguments.of("interest no loan can bear", "paid.interest", FailureCode.REPAYMENT_INTEREST_IMPLAUSIBLE, new Told(row().row().with("paid", parts(8_000, 52_001)))),
                Arguments.of("more unpaid than is owed at all", "unpaid.principal", FailureCode.REPAYMENT_UNPAID_IMPLAUSIBLE,
                        new Told(unpaid("?", 1, DUE, 8_000, 1_000_000).row().with("unpaid", parts(1_000_001, 0)))));
    }

    private static Told row() {
        return paid("?", 1, DUE, 8_000, 992_000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRows")
    void sendsARowBackThatDoesNotAgreeWithTheLedgerAndTakesTheOthers(String what, String field, FailureCode code, Told wrong) {
        Told told = "?".equals(wrong.row().text("loanAccountNo")) ? wrong.with("loanAccountNo", account) : wrong;
        List<Told> rows = new ArrayList<>(good(300));
        rows.set(150, told);
        FileResult result = take(DUE, rows.toArray(Told[]::new));
        assertThat(result.outcome()).isEqualTo(Outcome.PARTLY_TAKEN);
        assertThat(result.refused()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(152);
            assertThat(problem.problem().field()).isEqualTo(field);
            assertThat(problem.problem().code()).isEqualTo(code);
        });
        assertThat(result.taken()).isEqualTo(299);
        assertThat(rows(result)).isEqualTo(299);
        assertThat(ledgers.lines("SELECT line || ' ' || code FROM repayment_fact_refused WHERE file_no = '" + result.fileNo() + "'")).containsExactly("152 " + code.code());
    }

    @Test
    void tellsWhatTheBalanceShouldHaveBeen() {
        assertThat(refused(DUE, row().with("loanAccountNo", account).with("balance", 990_000)).arguments()).containsExactly("992000");
        take(DUE, row().with("loanAccountNo", account));
        assertThat(refused(NEXT, paid(account, 2, NEXT, 8_000, 992_001)).arguments()).containsExactly("992000");
        assertThat(refused(NEXT, paid(account, 2, NEXT.plusDays(1), 8_000, 984_000).on(NEXT).with("paidOn", NEXT)).arguments()).containsExactly(NEXT.toString());
    }

    @Test
    void anotherBanksLoanIsNoLoanOfThisBank() {
        String theirs = loan(OTHER);
        assertThat(refused(DUE, paid(theirs, 1, DUE, 8_000, 992_000)).code()).isEqualTo(FailureCode.REPAYMENT_ACCOUNT_UNKNOWN);
        assertThat(ledgers.take(new TestFile(OTHER, fileNo(), null, DUE, List.of(paid(theirs, 1, DUE, 8_000, 992_000)))).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void paidPrincipalOfAnInstalmentNeverShrinks() {
        take(DUE, new Told(unpaid(account, 1, DUE, 5_000, 997_000).row().with("paid", parts(3_000, 0)).with("result", "partly-paid").with("paidOn", DUE.toString())
                .with("source", "bank-account")));
        Problem problem = refused(DUE.plusDays(3), new Told(unpaid(account, 1, DUE, 6_000, 997_000).on(DUE.plusDays(3)).row().with("paid", parts(2_000, 0))));
        assertThat(problem.code()).isEqualTo(FailureCode.REPAYMENT_PAID_SHRANK);
        assertThat(take(DUE.plusDays(3), paid(account, 1, DUE, 8_000, 992_000).on(DUE.plusDays(3))).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void severalInstalmentsOfOneLoanAddUpTogether() {
        take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        take(NEXT, unpaid(account, 2, NEXT, 8_000, 1_000_000));
        LocalDate day = NEXT.plusDays(5);
        assertThat(take(day, paid(account, 1, DUE, 8_000, 984_000).on(day), paid(account, 2, NEXT, 8_000, 984_000).on(day)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void rowsOfOneLoanStandOrFallTogether() {
        take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        LocalDate day = NEXT.plusDays(5);
        List<Told> rows = new ArrayList<>(good(400, day.minusMonths(1)));
        rows.add(paid(account, 1, DUE, 8_000, 992_000).on(day));
        rows.add(unpaid(account, 2, NEXT.plusDays(1), 8_000, 992_000).on(day));
        FileResult result = take(day, rows.toArray(Told[]::new));
        assertThat(result.refused()).extracting(r -> r.line() + " " + r.problem().code().code())
                .containsExactly("402 repayment.other_row_refused", "403 repayment.instalment_unexpected");
        assertThat(rows(result)).isEqualTo(400);
    }

    @Test
    void ofTwoFilesThatCrossOneCountsAndTheOtherIsHeldAgainstIt() {
        CyclicBarrier bothWritten = new CyclicBarrier(2);
        List<CompletableFuture<FileResult>> crossing = Stream.of(fileNo(), fileNo())
                .map(no -> crossing(no, bothWritten))
                .map(file -> CompletableFuture.supplyAsync(() -> ledgers.take(file), task -> new Thread(task).start()))
                .toList();
        List<FileResult> results = crossing.stream().map(CompletableFuture::join).toList();
        assertThat(results).extracting(FileResult::outcome).containsExactlyInAnyOrder(Outcome.TAKEN, Outcome.REFUSED);
        assertThat(results).flatExtracting(FileResult::refused).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_ROW_KNOWN);
        assertThat(ledgers.count("SELECT count(*) FROM repayment_row WHERE account_no = '" + account + "'")).isEqualTo(1);
    }

    /** Neither is judged before the rows of both are written. */
    private TestFile crossing(String fileNo, CyclicBarrier bothWritten) {
        return new TestFile(BANK, fileNo, null, DUE, List.of(row().with("loanAccountNo", account))) {
            @Override
            public FileHead read(RowSink sink) {
                FileHead head = super.read(sink);
                try {
                    bothWritten.await(1, TimeUnit.MINUTES);
                    return head;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    @Test
    void whatWasToldMonthsAgoIsStillHeldAgainst() {
        LocalDate later = DUE.plusMonths(3);
        take(DUE, new Told(unpaid(account, 1, DUE, 5_000, 997_000).row().with("paid", parts(3_000, 0)).with("result", "partly-paid").with("paidOn", DUE.toString())
                .with("source", "bank-account")));
        assertThat(refused(later, new Told(unpaid(account, 1, DUE, 6_000, 998_000).on(later).row().with("paid", parts(2_000, 0)))).code())
                .isEqualTo(FailureCode.REPAYMENT_BALANCE_GREW);
        assertThat(refused(later, new Told(unpaid(account, 1, DUE, 6_000, 997_000).on(later).row().with("paid", parts(2_000, 0)))).code())
                .isEqualTo(FailureCode.REPAYMENT_PAID_SHRANK);
        assertThat(refused(later, paid(account, 1, DUE, 8_000, 992_001).on(later).with("paidOn", later)).arguments()).containsExactly("992000");
        assertThat(take(later, paid(account, 1, DUE, 8_000, 992_000).on(later).with("paidOn", later)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void rowsOfOneLoanBelongTogetherWhereverTheyStandInTheFile() {
        take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        LocalDate day = NEXT.plusDays(5);
        List<Told> rows = new ArrayList<>(good(400, day.minusMonths(1)));
        rows.add(0, paid(account, 1, DUE, 8_000, 984_000).on(day));
        rows.add(paid(account, 2, NEXT, 8_000, 984_000).on(day));
        assertThat(take(day, rows.toArray(Told[]::new)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void severalDaysOfOneLoanInOneFileFollowFromEachOther() {
        LocalDate later = DUE.plusDays(6);
        List<Told> rows = List.of(paid(account, 1, DUE, 8_000, 992_000).on(later).with("paidOn", later), unpaid(account, 1, DUE, 8_000, 1_000_000));
        assertThat(take(later, rows.toArray(Told[]::new)).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(refused(NEXT.plusDays(3), unpaid(account, 2, NEXT, 8_000, 992_000), paid(account, 2, NEXT, 8_000, 983_000).on(NEXT.plusDays(3))).code())
                .isEqualTo(FailureCode.REPAYMENT_OTHER_ROW_REFUSED);
    }

    /** Two years of 2.6 % on ten thousand yuan. */
    @Test
    void interestThatOnlyDiffersFromTheTermsIsTaken() {
        assertThat(take(DUE, new Told(paid(account, 1, DUE, 8_000, 992_000).row().with("paid", parts(8_000, 52_000)))).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aRowThatStandsTwiceIsSentBackBothTimes() {
        List<Told> rows = new ArrayList<>(good(500));
        rows.add(row().with("loanAccountNo", account));
        rows.add(row().with("loanAccountNo", account));
        assertThat(take(DUE, rows.toArray(Told[]::new)).refused()).extracting(r -> r.line() + " " + r.problem().code().code())
                .containsExactly("502 repayment.row_twice", "503 repayment.row_twice");
    }

    @Test
    void whatAnotherFileToldOfThatDayIsNotToldAgainWithoutNamingIt() {
        take(DUE, row().with("loanAccountNo", account));
        assertThat(refused(DUE, row().with("loanAccountNo", account)).code()).isEqualTo(FailureCode.REPAYMENT_ROW_KNOWN);
    }

    @Test
    void aFileWithTooManyWrongRowsFallsWholeAndMayComeAgainUnderItsNumber() {
        List<Told> rows = new ArrayList<>(good(199));
        rows.add(paid("NOBODY", 1, DUE, 8_000, 992_000));
        rows.add(paid("NOBODY-EITHER", 1, DUE, 8_000, 992_000));
        String fileNo = fileNo();
        FileResult result = ledgers.take(new TestFile(BANK, fileNo, null, DUE, rows));
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.problems()).singleElement().satisfies(told -> {
            assertThat(told.problem().code()).isEqualTo(FailureCode.REPAYMENT_TOO_MANY_REFUSED);
            assertThat(told.problem().arguments()).containsExactly("2", "1");
        });
        assertThat(result.refused()).hasSize(2);
        assertThat(rows(result)).isZero();
        assertThat(ledgers.take(new TestFile(BANK, fileNo, null, DUE, rows.subList(0, 200))).outcome()).isEqualTo(Outcome.PARTLY_TAKEN);
        assertThat(ledgers.take(new TestFile(BANK, fileNo, null, DUE, good(1))).problems()).extracting(told -> told.problem().code()).containsExactly(FailureCode.KEY_CONFLICT);
    }

    @Test
    void rowsThatCouldNotBeReadCountForTheToleranceToo() {
        TestFile file = new TestFile(BANK, fileNo(), null, DUE, good(199)).andUnreadable(Problem.at("balance", FailureCode.AMOUNT_NEGATIVE, "0", "1"));
        FileResult result = ledgers.take(file);
        assertThat(result.outcome()).isEqualTo(Outcome.PARTLY_TAKEN);
        assertThat(result.refused()).extracting(told -> told.line() + " " + told.problem().field()).containsExactly("201 balance");
        TestFile worse = new TestFile(BANK, fileNo(), null, DUE, good(199))
                .andUnreadable(Problem.at("balance", FailureCode.AMOUNT_NEGATIVE, "0", "1"))
                .andUnreadable(Problem.at("dueOn", FailureCode.FIELD_WRONG_FORM, "yyyyMMdd"));
        assertThat(ledgers.take(worse).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void whatIsFoundOutAtTheEndOfAFileLeavesNothingOfIt() {
        long before = ledgers.count("SELECT count(*) FROM repayment_row") + ledgers.count("SELECT count(*) FROM repayment_file");
        TestFile file = new TestFile(BANK, fileNo(), null, DUE, List.of(row().with("loanAccountNo", account))).wrongAtTheEnd(new Refusal(FailureCode.FILE_HASH_WRONG, "SM3"));
        assertThatThrownBy(() -> ledgers.take(file)).isInstanceOf(Refusal.class).hasMessageContaining("file.hash_wrong");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_row") + ledgers.count("SELECT count(*) FROM repayment_file")).isEqualTo(before);
        assertThat(take(DUE, row().with("loanAccountNo", account)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aCorrectedFileReplacesExactlyWhatItCorrectsAndWhatWasKnownBeforeCanStillBeAsked() {
        String second = loan(BANK);
        FileResult wrong = take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000), unpaid(second, 1, DUE, 8_000, 1_000_000));
        FileResult untouched = take(DUE, unpaid(loan(BANK), 1, DUE, 8_000, 1_000_000));
        ledgers.clock.set("2027-03-02T02:00:00Z");
        FileResult right = ledgers.take(new TestFile(BANK, fileNo(), wrong.fileNo(), DUE, List.of(paid(account, 1, DUE, 8_000, 992_000))));
        assertThat(right.outcome()).isEqualTo(Outcome.TAKEN);
        String overdue = "SELECT a.account_no FROM repayment_loans(date '2026-11-30', '%s') l JOIN repayment_account a ON a.id = l.account"
                + " WHERE l.overdue > 0 AND a.account_no IN ('" + account + "', '" + second + "') ORDER BY 1";
        assertThat(ledgers.lines(overdue.formatted("2027-03-01T03:00:00Z"))).containsExactlyInAnyOrder(account, second);
        assertThat(ledgers.lines(overdue.formatted("2027-03-02T03:00:00Z"))).as("the row that is not told again is gone").isEmpty();
        assertThat(ledgers.lines("SELECT file_no FROM repayment_fact_file WHERE replaced_at IS NULL AND file_no IN ('" + wrong.fileNo() + "', '" + right.fileNo()
                        + "', '" + untouched.fileNo() + "') ORDER BY id"))
                .containsExactly(untouched.fileNo(), right.fileNo());
    }

    @Test
    void aCorrectionNamesAFileThatCountsAndIsOfItsDay() {
        FileResult first = take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        assertThat(correct("NEVER-SENT", DUE)).isEqualTo(FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
        assertThat(correct(first.fileNo(), NEXT)).isEqualTo(FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
        assertThat(correct(first.fileNo(), DUE)).isNull();
        assertThat(correct(first.fileNo(), DUE)).as("it was replaced").isEqualTo(FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
    }

    private @Nullable FailureCode correct(@Nullable String corrects, LocalDate day) {
        FileResult result = ledgers.take(new TestFile(BANK, fileNo(), corrects, day, List.of(paid(account, 1, DUE, 8_000, 992_000).on(day))));
        return result.problems().isEmpty() ? null : result.problems().get(0).problem().code();
    }

    @Test
    void aCorrectionThatFallsLeavesTheFileItNamesInForce() {
        FileResult first = take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000));
        FileResult bad = ledgers.take(new TestFile(BANK, fileNo(), first.fileNo(), DUE, List.of(paid(account, 1, DUE, 8_000, 1))));
        assertThat(bad.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ledgers.count("SELECT count(*) FROM repayment_fact_file WHERE stands AND replaced_at IS NULL AND file_no = '" + first.fileNo() + "'")).isEqualTo(1);
    }

    @Test
    void aLateFileMustLeavePossibleWhatIsToldOfLaterDays() {
        take(NEXT, unpaid(account, 2, NEXT, 8_000, 1_000_000));
        assertThat(refused(DUE, paid(account, 1, DUE, 8_000, 992_000)).code()).isEqualTo(FailureCode.REPAYMENT_CONTRADICTS_LATER);
        assertThat(take(DUE, unpaid(account, 1, DUE, 8_000, 1_000_000)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aFileOfTomorrowIsRefused() {
        ledgers.clock.set("2026-11-24T15:59:00Z");
        FileResult result = take(DUE, row().with("loanAccountNo", account));
        assertThat(result.problems()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_DATE_IMPLAUSIBLE);
        ledgers.clock.set("2026-11-24T16:01:00Z");
        assertThat(take(DUE, row().with("loanAccountNo", account)).outcome()).as("midnight of the centre").isEqualTo(Outcome.TAKEN);
    }

    @Test
    void twoFilesThatCrossComeOneAfterTheOther() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<FileResult>> results = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                TestFile file = new TestFile(BANK, fileNo(), null, DUE, List.of(row().with("loanAccountNo", account)));
                results.add(both.submit(() -> {
                    go.await();
                    return ledgers.take(file);
                }));
            }
            go.countDown();
            List<Outcome> outcomes = List.of(results.get(0).get().outcome(), results.get(1).get().outcome());
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.TAKEN, Outcome.REFUSED);
        } finally {
            both.shutdown();
        }
    }

    @Test
    void anEmptyFileIsAFileToo() {
        assertThat(take(DUE).outcome()).isEqualTo(Outcome.TAKEN);
    }

    /** Paid out on a day the month of the first instalment does not have. */
    @ParameterizedTest
    @CsvSource({
        "2026-08-31, 2026-09-30, 2026-10-31",
        "2026-08-31, 2026-09-30, 2026-10-30",
        "2026-01-29, 2026-02-28, 2026-03-29",
        "2026-01-31, 2026-02-28, 2026-03-31",
        "2025-12-31, 2026-01-31, 2026-02-28",
        "2025-10-31, 2025-11-30, 2025-12-31"
    })
    void theDayOfTheDisbursementComesBackAfterAShortMonth(LocalDate paidOut, LocalDate first, LocalDate second) {
        String loan = "E" + ++number;
        ledgers.open(Ledgers.loan(BANK, loan, 1_000_000, paidOut));
        assertThat(take(first, paid(loan, 1, first, 8_000, 992_000)).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(take(second, paid(loan, 2, second, 8_000, 984_000)).outcome()).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void anotherDayThanThoseTwoIsNone() {
        String loan = "E" + ++number;
        LocalDate first = LocalDate.of(2026, 9, 30);
        ledgers.open(Ledgers.loan(BANK, loan, 1_000_000, LocalDate.of(2026, 8, 31)));
        take(first, paid(loan, 1, first, 8_000, 992_000));
        LocalDate wrong = LocalDate.of(2026, 10, 29);
        assertThat(refused(wrong, paid(loan, 2, wrong, 8_000, 984_000)).code()).isEqualTo(FailureCode.REPAYMENT_INSTALMENT_UNEXPECTED);
    }

    private static List<Told> good(int count) {
        return good(count, DUE);
    }

    /** Each of a loan of its own, all paid as planned. */
    private static List<Told> good(int count, LocalDate due) {
        List<String> accounts = IntStream.range(0, count).mapToObj(i -> "G" + ++number).toList();
        ledgers.open(accounts.stream().map(no -> Ledgers.loan(BANK, no, 1_000_000, due.minusMonths(1))).toArray(io.jinqiao.repayment.OpenLoan[]::new));
        LocalDate day = due;
        return accounts.stream().map(no -> paid(no, 1, day, 8_000, 992_000)).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }

    private static FileResult take(LocalDate day, Told... rows) {
        return ledgers.take(new TestFile(BANK, fileNo(), null, day, List.of(rows)));
    }

    private static Problem refused(LocalDate day, Told... rows) {
        FileResult result = take(day, rows);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        return result.refused().get(0).problem();
    }

    private static long rows(FileResult result) {
        return ledgers.count("SELECT count(*) FROM repayment_row r JOIN repayment_file f ON f.id = r.file AND f.stands WHERE f.file_no = '" + result.fileNo() + "'");
    }

    private static String fileNo() {
        return "F" + ++number;
    }
}
