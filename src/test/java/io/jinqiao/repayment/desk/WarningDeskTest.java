package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.EarlyWarnings;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.TellContribution;
import io.jinqiao.repayment.rules.SignTable;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.KnownStore;
import io.jinqiao.repayment.store.PledgeStore;
import io.jinqiao.repayment.store.WarningStore;
import io.jinqiao.repayment.store.WatchStore;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Early warning on a real database, from what was told to the collector's list. */
class WarningDeskTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate PAID_OUT = LocalDate.of(2026, 7, 20);
    private static Ledgers ledgers;
    private static EarlyWarnings warnings;
    private static int files;

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
        warnings = new WarningDesk(
                new WatchStore(ledgers.jdbc), new KnownStore(ledgers.jdbc, ledgers.database, new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(), Set.of(LocalDate.of(2026, 9, 20)))))), new PledgeStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)),
                new WarningStore(ledgers.jdbc), new SignTable(new Sources(Path.of("."))), ledgers.clock);
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }

    @BeforeEach
    void empty() {
        ledgers.jdbc.sql("TRUNCATE repayment_account, repayment_file, repayment_row, repayment_look CASCADE").update();
        ledgers.clock.set("2026-11-21T01:00:00Z");
        ledgers.open(Ledgers.loan(BANK, "A1", 1_000_000, PAID_OUT), Ledgers.loan(BANK, "A2", 1_000_000, PAID_OUT), Ledgers.loan(new PartnerId("bank-b"), "A1", 1_000_000, PAID_OUT));
    }

    @Test
    void aFlexibleWorkerWhoStoppedContributingIsWarnedOfBeforeTheFirstInstalmentIsMissed() {
        told(1, 0);
        contributed("A1", Contributor.FLEXIBLE, 9, true, null);
        contributed("A1", Contributor.FLEXIBLE, 10, false, null);
        contributed("A2", Contributor.EMPLOYED, 10, false, null);
        look();
        assertThat(list()).containsExactly("A1 contribution-stopped urgent {\"months\": \"1\", \"lastMonth\": \"2026-10\", \"firstMonth\": \"2026-10\", \"contributor\": \"flexible\"}");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_fact_case")).isZero();
    }

    @Test
    void aMonthToldAgainTakesThePlaceOfWhatWasToldAndTheWarningEnds() {
        told(1, 0);
        contributed("A1", Contributor.FLEXIBLE, 10, false, null);
        look();
        later();
        contributed("A1", Contributor.FLEXIBLE, 10, true, null);
        look();
        assertThat(ledgers.lines("SELECT ended || ' ' || ended_on FROM repayment_fact_warning")).containsExactly("gone 2026-08-20");
    }

    @Test
    void theMonthBeforeTheLoanWasPaidOutShowsNothing() {
        told(1, 0);
        contributed("A1", Contributor.LABOUR_AGENCY, 7, false, null);
        look();
        assertThat(list()).isEmpty();
    }

    @Test
    void aBrokenPledgeAndAMandateThatEndsAreSeen() {
        told(1, 0);
        ledgers.in(() -> {
            warnings.registerPledge(new RegisterPledge(BANK, "A1", "CN1", YearMonth.of(2026, 8), YearMonth.of(2028, 7), 0, "档 1", "anna"));
            return true;
        });
        mandate("A1", LocalDate.of(2026, 9, 1));
        mandate("A2", null);
        contributed("A1", Contributor.EMPLOYED, 9, false, null);
        look();
        assertThat(list()).extracting(line -> line.split(" ")[1]).containsExactlyInAnyOrder("pledge-broken", "mandate-broken");
    }

    @Test
    void aMonthMissedInTheFirstYearOfALongPledgeCountsInItsLast() {
        ledgers.openOlder("bank-a", "A9", 1_000_000, 240, LocalDate.of(2023, 7, 20), 900_000, PAID_OUT);
        told(1, 0);
        ledgers.in(() -> {
            warnings.registerPledge(new RegisterPledge(BANK, "A9", "CN9", YearMonth.of(2023, 8), YearMonth.of(2026, 12), 2, "档 9", "anna"));
            return true;
        });
        tell(List.of(YearMonth.of(2023, 9), YearMonth.of(2023, 12), YearMonth.of(2026, 9)).stream().map(month -> new TellContribution(BANK, "A9", Contributor.EMPLOYED, month, false, null)).toList());
        look();
        assertThat(list()).singleElement().asString().startsWith("A9 pledge-broken urgent").contains("2023-09", "2026-09");
    }

    @Test
    void paymentsThatComeLaterAndTakeMoreThanOneDeductionAreSeenAndEndWhenTheLoanIsOverdue() {
        told(1, 0);
        told(2, 1);
        told(3, 3);
        look();
        assertThat(list()).containsExactlyInAnyOrder(
                "A1 barely-covered watch {\"of\": \"3\", \"again\": \"2\", \"instalments\": \"3 2\"}", "A1 paying-later watch {\"by\": \"3\", \"instalments\": \"3 2 1\", \"daysAfterDue\": \"3 1 0\"}");
        LocalDate due = PAID_OUT.plusMonths(4);
        take(due.plusDays(1), Told.unpaid("A1", 4, due, 8_000, 976_000).on(due.plusDays(1)));
        look();
        assertThat(ledgers.lines("SELECT DISTINCT ended FROM repayment_fact_warning WHERE account_no = 'A1'")).containsExactly("overdue");
    }

    @Test
    void aFundBalanceThatCoversHardlyOneMoreInstalmentIsSeen() {
        LocalDate due = PAID_OUT.plusMonths(1);
        take(due, Told.paid("A1", 1, due, 8_000, 992_000).with("source", "fund-balance"));
        contributed("A1", Contributor.EMPLOYED, 8, true, 20_000L);
        look();
        assertThat(list()).containsExactly("A1 barely-covered watch {\"covers\": \"2\", \"fundBalance\": \"20000\", \"instalmentAmount\": \"13000\"}");
    }

    @Test
    void nothingIsLookedAtTwiceAndAnotherBanksLoanOfTheSameNumberNever() {
        told(1, 0);
        contributed("A1", Contributor.FLEXIBLE, 10, false, null);
        look();
        ledgers.jdbc.sql("UPDATE repayment_warning SET seen_on = '2000-01-01'").update();
        look();
        assertThat(ledgers.lines("SELECT bank || ' ' || seen_on FROM repayment_warning")).containsExactly("bank-a 2000-01-01");
    }

    @Test
    void aCollectorNotesWhatWasDoneOnceItStillRuns() {
        told(1, 0);
        contributed("A1", Contributor.FLEXIBLE, 10, false, null);
        look();
        long number = ledgers.count("SELECT number FROM repayment_fact_warning");
        note(number, "已电话提醒续缴", LocalDate.of(2026, 12, 10));
        assertThat(ledgers.lines("SELECT note || ' ' || noted_by || ' ' || noted_until FROM repayment_fact_warning")).containsExactly("已电话提醒续缴 anna 2026-12-10");
        assertThat(refused(() -> note(number + 1, "x", LocalDate.of(2026, 12, 10)))).containsExactly("access.resource_unknown");
        assertThat(refused(() -> note(number, "x", LocalDate.of(2026, 11, 20)))).containsExactly("repayment.date_implausible");
        assertThat(refused(() -> note(number, " ", LocalDate.of(2026, 12, 10)))).containsExactly("field.wrong_form");
        later();
        contributed("A1", Contributor.FLEXIBLE, 10, true, null);
        look();
        assertThat(refused(() -> note(number, "x", LocalDate.of(2026, 12, 10)))).containsExactly("gate.already_answered");
    }

    @Test
    void everyLineOfAnUnknownLoanOrAMonthToComeIsRefusedAndNoneIsTaken() {
        List<TellContribution> told = List.of(line("A1", 10), line("NONE", 10), line("A2", 12));
        assertThat(refused(() -> tell(told))).containsExactly("repayment.account_unknown", "repayment.date_implausible");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_contribution")).isZero();
        assertThat(refused(() -> ledgers.in(() -> {
                    warnings.registerPledge(new RegisterPledge(BANK, "A1", "CN2", YearMonth.of(2026, 8), YearMonth.of(2026, 7), 0, "档", "anna"));
                    return true;
                })))
                .containsExactly("field.disagree");
    }

    private static TellContribution line(String account, int month) {
        return new TellContribution(BANK, account, Contributor.FLEXIBLE, YearMonth.of(2026, month), false, null);
    }

    /** An instalment of A1 that was paid so many days after its due day; unpaid until then. */
    private static void told(int instalment, int days) {
        LocalDate due = PAID_OUT.plusMonths(instalment);
        long before = 1_000_000 - 8_000L * (instalment - 1);
        if (days > 0) {
            take(due, Told.unpaid("A1", instalment, due, 8_000, before));
        }
        Told paid = Told.paid("A1", instalment, due, 8_000, before - 8_000);
        take(due.plusDays(days), days == 0 ? paid : paid.on(due.plusDays(days)).with("paidOn", due.plusDays(days)));
    }

    private static void take(LocalDate day, Told... rows) {
        ledgers.clock.set("2026-11-22T01:00:00Z");
        assertThat(ledgers.take(new TestFile(BANK, "F" + ++files, null, day, List.of(rows))).refused()).isEmpty();
    }

    private static void contributed(String account, Contributor contributor, int month, boolean paid, @Nullable Long balance) {
        tell(List.of(new TellContribution(BANK, account, contributor, YearMonth.of(2026, month), paid, balance == null ? null : new Money(balance))));
    }

    private static void tell(List<TellContribution> told) {
        ledgers.in(() -> {
            warnings.contributions(told, "core");
            return true;
        });
    }

    private static void mandate(String account, @Nullable LocalDate until) {
        new DeductionStore(ledgers.jdbc, new JdbcTemplate(ledgers.database)).insert(
                new RegisterMandate(BANK, account, "M" + account, PAID_OUT, until, "档", "anna"), ledgers.count("SELECT id FROM repayment_account WHERE bank = 'bank-a' AND account_no = '" + account + "'"),
                ledgers.clock.instant());
    }

    private static void look() {
        ledgers.in(() -> {
            warnings.look(new CollectionRound(BANK));
            return true;
        });
    }

    private static void note(long number, String note, LocalDate until) {
        ledgers.in(() -> {
            warnings.note(new NoteWarning(number, note, until, "anna"));
            return true;
        });
    }

    private static void later() {
        ledgers.clock.set("2026-11-22T02:00:00Z");
    }

    private static List<String> list() {
        return ledgers.lines("SELECT account_no || ' ' || sign || ' ' || grade || ' ' || facts FROM repayment_fact_warning WHERE ended IS NULL ORDER BY sign");
    }

    private static List<String> refused(Runnable call) {
        return catchThrowableOfType(Refusal.class, call::run).problems().stream().map(problem -> problem.code().code()).toList();
    }
}
