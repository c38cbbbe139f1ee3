package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.message.FailureCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentDeskTest extends WithAssessors {
    private static final String STRETCH = "'partner': 'bank-a', 'from_on': '2026-01-10', 'until': 'infinity', 'next_due': '2027-01-10', 'balance_fen': 1000";
    private static final String CASE = "'partner': 'bank-a', 'overdue_since': '2026-07-20', 'opened_on': '2026-07-21'";
    @Test
    void theSheetsWorkedExampleComesOutOfWhatHappened() {
        WorkedExample.happens(here);
        String no = here.freeze();
        assertThat(here.lines("indicator, state, points", "assessment_fact_indicator ORDER BY place"))
                .containsExactly(
                        "O1 graded 12.00", "O2 graded 5.83", "O3 graded 7.43", "O4 graded 4.25", "T1 graded 6.93", "T2 graded 6.30", "T3 graded 3.67", "Q1 graded 8.33",
                        "Q2 graded 4.00", "D1 graded 7.52", "D2 graded 3.37", "D3 graded 3.00", "S1 graded 4.23", "S2 graded 4.00");
        assertThat(here.line("period_no, total, grade, coefficient, state, proposes", "assessment_fact_period")).isEqualTo(no + " 80.86 B 0.9000 frozen none");
        assertThat(here.line("case_no, excluded, remark, message_ids", "assessment_fact_case WHERE measure = 'contact' AND short ORDER BY case_no LIMIT 1"))
                .isEqualTo("CT1 phone, nothing told {OUTX1}");
        assertThat(here.lines("indicator, now, needed, gain, alone", "assessment_fact_lift WHERE grade = 'A' ORDER BY place")).hasSizeGreaterThan(1).allMatch(line -> line.endsWith(" f"));
    }

    @Test
    void aPeriodIsFrozenOnceWhenItIsOverAndTheNextBeginsWhereItEnds() {
        assertThat(refused(() -> here.freeze(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31)))).isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.freeze();
        assertThat(refused(here::freeze)).isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.at("2027-05-05T02:00:00Z");
        assertThat(why(() -> here.freeze(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31)))).as("a quarter left out").contains("first = 2026-10-01");
        assertThatCode(here::freezeNext).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-10, 2026-07-10, first = 2026-07-01", "2026-07-01, 2026-08-31, last = 2026-09-30", "2026-06-30, 2026-09-30, first = 2026-04-01", "2026-04-01, 2026-09-30, last = 2026-06-30"
    })
    void onlyAWholeQuarterOfTheContractIsAPeriod(LocalDate first, LocalDate last, String why) {
        assertThat(why(() -> here.freeze(first, last))).contains(why);
        assertThat(here.line("count(*)", "assessment_fact_period")).isEqualTo("0");
    }

    @Test
    void afterAPeriodThatWasCutBeforeTheRestOfTheQuarterIsOne() {
        here.freeze();
        here.jdbc.sql("UPDATE assessment_period SET last_day = '2026-08-15'").update();
        assertThat(why(() -> here.freeze(LocalDate.of(2026, 8, 16), LocalDate.of(2026, 9, 15)))).contains("last = 2026-09-30");
        assertThatCode(() -> here.freeze(LocalDate.of(2026, 8, 16), Assessors.LAST)).doesNotThrowAnyException();
    }

    @Test
    void whatHappensAfterwardsChangesNothingInAFrozenPeriod() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'overdue': 0, 'message_id': 'M1', " + STRETCH + "}");
        here.freeze();
        here.fact("repayment_fact_stretch", "{'account_no': 'A2', 'overdue': 5, 'oldest_due': '2026-01-20', 'message_id': 'M2', " + STRETCH + "}");
        here.watch();
        assertThat(here.line("amount", "assessment_fact_sum WHERE fact = 'loans_repaying' AND period_no LIKE '%0930'")).isEqualTo("1");
        assertThat(here.line("amount", "assessment_fact_sum WHERE fact = 'loans_repaying' AND period_no NOT LIKE '%0930'")).isEqualTo("2");
        assertThat(refused(() -> here.entered(EnterFact.Kind.COMPLAINT, 1L))).as("entered for days that are frozen").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
    }

    @Test
    void twelveLoansGradeNobodyAndNothingIsProposed() {
        here.facts("repayment_fact_stretch", 12, "{'account_no': 'A#', 'overdue': 4, 'oldest_due': '2026-01-20', 'message_id': 'M', " + STRETCH + "}");
        here.freeze();
        assertThat(here.line("state, sample, points", "assessment_fact_indicator WHERE indicator = 'O1'")).isEqualTo("too-few 12");
        assertThat(here.line("graded_weight, total, grade, reason, coefficient, proposes, veto_unknown", "assessment_fact_period")).isEqualTo("0.00 too-few-expected 1.0000 none t");
        assertThat(here.line("indicator, missing", "assessment_fact_indicator WHERE indicator = 'S1'")).isEqualTo("S1 {survey_answers,survey_points}");
    }

    @Test
    void balancesAreDailyAveragesSoThatPayingOnTheLastDayEarnsNothing() {
        String half = "'partner': 'bank-a', 'balance_fen': 9200, 'next_due': '2027-01-10', 'message_id': ";
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'from_on': '2026-05-01', 'until': '2026-09-30', 'overdue': 2, 'oldest_due': '2026-04-20', " + half + "'M1'}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'from_on': '2026-09-30', 'until': 'infinity', 'overdue': 0, " + half + "'M2'}");
        here.freeze();
        assertThat(here.line("fact, amount", "assessment_fact_sum WHERE fact IN ('balance', 'balance_late_1_to_2') ORDER BY fact")).isEqualTo("balance 9200; balance_late_1_to_2 9100");
        assertThat(here.line("remark, message_ids, short", "assessment_fact_case WHERE measure = 'loan'")).isEqualTo("91 days late {M1,M2} t");
    }

    @Test
    void aDueDayOnAHolidayCountsFromTheNextWorkingDay() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'from_on': '2026-10-02', 'until': '2026-10-06', 'overdue': 1, 'oldest_due': '2026-10-01', 'message_id': 'M', 'partner': 'bank-a',"
                + " 'balance_fen': 1000, 'next_due': '2027-01-10'}");
        here.freezeNext();
        assertThat(here.line("amounts, remark", "assessment_fact_case WHERE measure = 'loan'")).as("the 5th is the first working day, so nothing was late").isEqualTo("{4000,0,0,1,0} 0 days late");
    }

    @Test
    void aLoanOfWhichTheBankTellsNothingCountsAsLate() {
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'from_on': '2026-01-10', 'until': 'infinity', 'overdue': 0, 'next_due': '2026-09-01', 'partner': 'bank-a', 'balance_fen': 10}");
        here.freeze();
        assertThat(here.line("amounts, remark, short", "assessment_fact_case WHERE measure = 'loan'")).isEqualTo("{920,150,0,1,0} 0 days late, 15 days nothing told of an instalment t");
    }

    @Test
    void whatABankStopsTellingOfGrowsOlderAsIfItHadTold() {
        String silent = "'partner': 'bank-a', 'balance_fen': 10, 'from_on': '2026-01-10', 'until': 'infinity', 'message_id': 'M', ";
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'overdue': 2, 'oldest_due': '2026-06-01', 'next_due': '2026-08-01', " + silent + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A2', 'overdue': 0, 'next_due': '2026-07-01', " + silent + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A3', 'overdue': 0, 'next_due': '2026-07-01', " + silent + "'application_no': null}");
        here.fact("repayment_fact_origin", "{'partner': 'bank-a', 'account_no': 'A3', 'every_months': 3}");
        here.freeze();
        assertThat(here.lines("case_no, amounts, remark", "assessment_fact_case WHERE measure = 'loan' ORDER BY case_no"))
                .as("two told and a third in silence from 16 August; three in silence from 16 September; only one of a loan that is paid every three months")
                .containsExactly(
                        "A1 {920,460,460,1,0} 92 days late, 46 days nothing told of an instalment",
                        "A2 {920,620,150,1,0} 0 days late, 77 days nothing told of an instalment",
                        "A3 {920,770,0,1,0} 0 days late, 77 days nothing told of an instalment");
    }

    @Test
    void afterTheLastInstalmentOfALoanSilenceIsAboutNothing() {
        String silent = "'partner': 'bank-a', 'balance_fen': 10, 'from_on': '2026-01-10', 'until': 'infinity', 'message_id': 'M', ";
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'overdue': 1, 'oldest_due': '2026-06-01', 'next_due': '2026-07-01', " + silent + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A2', 'overdue': 1, 'oldest_due': '2026-05-01', 'next_due': '2026-06-01', " + silent + "'application_no': null}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A3', 'overdue': 0, 'next_due': '2026-07-01', " + silent + "'application_no': null}");
        here.facts("repayment_fact_origin", 3, "{'partner': 'bank-a', 'account_no': 'A#', 'every_months': 1, 'last_due': '2026-06-01'}");
        here.freeze();
        assertThat(cases("loan"))
                .as("the last one was told; the last one was not; of a third all was told and yet something is left: one more, and no other")
                .containsExactly(
                        "A1 2026-09-30 {920,920,0,1,0} t 92 days late",
                        "A2 2026-09-30 {920,920,0,1,0} t 92 days late, 92 days nothing told of an instalment",
                        "A3 2026-09-30 {920,770,0,1,0} t 0 days late, 77 days nothing told of an instalment");
        assertThat(here.lines("case_no", "assessment_fact_case WHERE measure = 'contact'")).containsExactly("A3/2026-07-01");
    }

    @ParameterizedTest
    @CsvSource({"bank-account, true, 1", "bank, false, 0", "developer, false, 0", "fund-balance, false, 0"})
    void onlyWhatTheBorrowerPaidIsACure(String payer, boolean byBorrower, int cured) {
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'account_no': 'A1', 'state': 'cured', 'closed_on': '2026-08-01', 'opened_at': '2026-07-21T02:00:00Z', 'by_borrower': " + byBorrower
                + ", 'paid_by': ['" + payer + "'], " + CASE + "}");
        here.freeze();
        assertThat(here.line("amount", "assessment_fact_sum WHERE fact = 'loans_cured_next_month'")).isEqualTo("" + cured);
    }

    @Test
    void closingACaseAndOpeningItAgainIsNoCure() {
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'account_no': 'A1', 'state': 'cured', 'closed_on': '2026-08-01', 'opened_at': '2026-07-21T02:00:00Z', 'by_borrower': true, 'paid_by': ['bank-account'], " + CASE + "}");
        here.fact("repayment_fact_case", "{'case_no': 'C2', 'account_no': 'A1', 'state': 'collecting', 'opened_at': '2026-08-03T02:00:00Z', " + CASE + "}");
        here.freeze();
        assertThat(here.line("reference, amounts", "assessment_fact_case WHERE measure = 'cure'")).isEqualTo("C2 {1,0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"litigation", "insolvency", "transferred-in", "forbearance", "deduction-failed-here"})
    void whatIsExcludedIsShownWithItsReasonAndCountsForNothing(String why) {
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'account_no': 'A1', 'state': 'excluded', 'exclusion': '" + why + "', 'opened_at': '2026-07-21T02:00:00Z', " + CASE + "}");
        here.fact("repayment_fact_stretch", "{'account_no': 'A1', 'overdue': 4, 'oldest_due': '2026-01-20', 'message_id': 'M', " + STRETCH.replace("2026-01-10", "2026-07-20") + "}");
        here.fact("repayment_fact_order", "{'partner': 'bank-a', 'order_no': 'CS1', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'state': 'withdrawn', 'due_on': '2026-08-01'}");
        here.freeze();
        assertThat(here.lines("measure, excluded, short", "assessment_fact_case ORDER BY measure")).containsExactly("contact " + why + " f", "cure " + why + " f", "loan " + why + " f");
        assertThat(here.line("sum(amount)", "assessment_fact_sum")).isEqualTo("0");
    }

    @Test
    void anOrderCountsOnceAndOnlyWhatWasToldInTime() {
        String order = "'partner': 'bank-a', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'state': 'done', 'due_on': '2026-08-01', 'record_no': 'R', ";
        here.fact("repayment_fact_case", "{'case_no': 'C1', 'account_no': 'A1', 'state': 'collecting', 'opened_at': '2026-05-21T02:00:00Z', 'partner': 'bank-a', 'overdue_since': '2026-05-20'}");
        here.fact("repayment_fact_order", "{'order_no': 'CS1', 'done_in_time': true, 'filed_late': true, " + order + "'message_id': 'O1'}");
        here.fact("repayment_fact_order", "{'order_no': 'CS2', 'done_in_time': true, 'filed_late': false, " + order + "'message_id': 'O2'}");
        here.facts("repayment_fact_record", 5, "{'partner': 'bank-a', 'record_no': 'S#', 'order_no': 'CS2', 'case_no': 'C1', 'account_no': 'A1'}");
        here.freeze();
        assertThat(here.lines("case_no, amounts, remark", "assessment_fact_case WHERE measure = 'contact' ORDER BY case_no"))
                .containsExactly("CS1 {1,0} phone, told late", "CS2 {1,1} phone, in time");
    }

    @Test
    void aLaterSuccessToldLateTakesNothingFromAnEarlierTryThatWasInTime() {
        String order = "'partner': 'bank-a', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'state': 'done', 'due_on': '2026-08-03', 'ordered_at': '2026-07-29T02:00:00Z', 'message_id': 'O', ";
        here.fact("repayment_fact_order", "{'order_no': 'CS1', 'record_no': 'R2', 'done_in_time': true, 'filed_late': true, 'record_message_id': 'M2', " + order + "'reached': true}");
        here.fact("repayment_fact_order", "{'order_no': 'CS2', 'record_no': 'R3', 'done_in_time': true, 'filed_late': true, 'record_message_id': 'M3', " + order + "'reached': true}");
        String act = "'partner': 'bank-a', 'case_no': 'C1', 'account_no': 'A1', 'done_at': '2026-07-30T02:00:00Z', 'file_by': '2026-08-03', ";
        here.fact("repayment_fact_record", "{'record_no': 'R1', 'order_no': 'CS1', 'outcome': 'not-reached', 'told_at': '2026-07-31T02:00:00Z', " + act + "'message_id': 'M1'}");
        here.fact("repayment_fact_record", "{'record_no': 'R2', 'order_no': 'CS1', 'outcome': 'reached', 'told_at': '2026-08-09T02:00:00Z', " + act + "'message_id': 'M2'}");
        here.fact("repayment_fact_record", "{'record_no': 'R3', 'order_no': 'CS2', 'outcome': 'reached', 'told_at': '2026-08-09T02:00:00Z', " + act + "'message_id': 'M3'}");
        here.freeze();
        assertThat(here.lines("case_no, amounts, remark, message_ids", "assessment_fact_case WHERE measure = 'contact' ORDER BY case_no"))
                .containsExactly("CS1 {1,1} phone, in time {O,M1}", "CS2 {1,0} phone, told late {O,M3}");
    }

    @Test
    void anOrderThatNeverLeftThisSideCountsAgainstNobodyAndOneTheBankRefusedDoes() {
        String order = "'partner': 'bank-a', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'due_on': '2026-08-03', 'ordered_at': '2026-07-29T02:00:00Z', ";
        here.fact("repayment_fact_order", "{'order_no': 'CS1', 'state': 'missed', " + order + "'refused': 'operation.not_in_service'}");
        here.fact("repayment_fact_order", "{'order_no': 'CS2', 'state': 'missed', " + order + "'refused': 'gateway.busy', 'message_id': 'M2'}");
        here.fact("repayment_fact_order", "{'order_no': 'CS3', 'state': 'missed', " + order + "'message_id': null}");
        here.fact("repayment_fact_order", "{'order_no': 'CS4', 'state': 'missed', " + order + "'message_id': null}");
        String sent = "'partner': 'bank-a', 'operation': 'collection-order', ";
        here.fact("delivery_fact_outbox", "{" + sent + "'business_key': 'CS3', 'state': 'HELD'}");
        here.fact("delivery_fact_outbox", "{" + sent + "'business_key': 'CS4', 'state': 'POSTED', 'attempts': 3, 'record': '00000000-0000-0000-0000-000000000001'}");
        here.freeze();
        assertThat(here.lines("case_no, short, excluded", "assessment_fact_case WHERE measure = 'contact' ORDER BY case_no"))
                .as("a bank that does not answer is one that was not told because of itself").containsExactly("CS1 f not-told", "CS2 t", "CS3 f not-told", "CS4 t");
    }

    @Test
    void aMessageThatNeededThreeTriesIsOneThatWasNotAnsweredInTime() {
        String record = "'partner': 'bank-a', 'operation': 'collection-order', 'message_id': 'M1', 'at': '2026-08-03T02:0";
        here.facts("evidence_fact_record", 3, "{'kind': 'about-to-send', " + record + "#:00Z'}");
        here.facts("evidence_fact_record", 2, "{'kind': 'nothing-came', " + record + "#:20Z'}");
        here.fact("evidence_fact_record", "{'kind': 'reply-received', " + record + "3:01Z'}");
        here.freeze();
        assertThat(here.line("amounts, remark", "assessment_fact_case WHERE measure = 'reply'")).isEqualTo("{1,0} collection-order, 2 times no answer in time");
    }

    @Test
    void whileThisSideWasDownNobodyWasLate() {
        here.jdbc.sql("INSERT INTO assessment_alive VALUES ('2026-07-01', '2026-08-03T02:00:00Z'), ('2026-08-03T03:00:00Z', '2026-10-01')").update();
        silence("M1", "2026-08-03T02:30:00Z");
        silence("M2", "2026-08-03T05:00:00Z");
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '2026-08-02', 'noticed_at': '2026-08-03T02:00:30Z', 'arrived_at': '2026-08-03T03:00:20Z'}");
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '2026-08-09', 'noticed_at': '2026-08-10T02:00:30Z', 'arrived_at': '2026-08-10T03:00:00Z'}");
        long number = announced();
        here.run(() -> here.desk.answerDowntime(number, false, "bert"));
        here.freeze();
        assertThat(here.lines("case_no, excluded, short", "assessment_fact_case ORDER BY measure, case_no"))
                .as("a maintenance nobody confirmed excuses nothing")
                .containsExactly("2026-08-02 centre-down f", "2026-08-09 t", "M1 centre-down f", "M2 t");
        here.forget();
        assertThat(number).isPositive();
    }

    @Test
    void anAnnouncedMaintenanceExcusesOnceAnotherPersonConfirmedIt() {
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '2026-08-09', 'noticed_at': '2026-08-10T02:00:30Z', 'arrived_at': '2026-08-10T03:00:00Z'}");
        silence("M1", "2026-08-10T01:30:00Z");
        long number = announced();
        here.at("2026-08-02T02:00:00Z");
        assertThat(refused(() -> here.run(() -> here.desk.answerDowntime(number, true, "ＡＮＮＡ")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        here.run(() -> here.desk.answerDowntime(number, true, "bert"));
        here.at("2026-10-09T02:00:00Z");
        here.freeze();
        assertThat(here.lines("measure, excluded, short", "assessment_fact_case ORDER BY measure")).as("of files and of replies").containsExactly("file announced-maintenance f", "reply announced-maintenance f");
    }

    @Test
    void aWarningStandsWithinThePeriodAndEndsWhenItIsNoLongerSo() {
        here.at("2026-08-20T02:00:00Z");
        here.others();
        here.facts("repayment_fact_stretch", 620, "{'account_no': 'A#', 'overdue': 0, 'message_id': 'M', " + STRETCH + "}");
        here.watch();
        assertThat(here.line("about", "assessment_fact_warning")).isEmpty();
        here.facts("repayment_fact_stretch", 15, "{'account_no': 'B#', 'overdue': 1, 'oldest_due': '2026-06-20', 'message_id': 'M', " + STRETCH + "}");
        here.watch();
        here.at("2026-08-21T02:00:00Z");
        here.watch();
        assertThat(here.line("partner, first_day, about, points, weight, raised_at::date", "assessment_fact_warning")).isEqualTo("bank-a 2026-07-01 O2 0.00 10.00 2026-08-20");
        assertThat(here.line("state, last_day", "assessment_fact_period")).isEqualTo("running 2026-08-21");
        here.jdbc.sql("DELETE FROM repayment_fact_stretch WHERE overdue = 1").update();
        here.watch();
        assertThat(here.line("about, ended_at IS NOT NULL", "assessment_fact_warning")).isEqualTo("O2 t");
    }

    @Test
    void onePersonAloneEntersNothing() {
        long number = here.in(() -> here.desk.enter(new EnterFact(Assessors.BANK, EnterFact.Kind.RED_LINE, Assessors.LAST, List.of(1L), "虚假资料", "KH-1", "anna")));
        assertThat(refused(() -> here.run(() -> here.desk.answerFact(number, true, "Anna ")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(why(here::freeze)).as("what waits for its second person holds the freezing up, and is named").contains("entry 1, red-line 2026-09-30");
        here.run(() -> here.desk.answerFact(number, false, "bert"));
        here.freeze();
        assertThat(here.line("veto_unknown, reason", "assessment_fact_period")).isEqualTo("t too-few-expected");
    }

    @Test
    void aConfirmedRedLineOverridesEveryPoint() {
        WorkedExample.happens(here);
        here.entered(EnterFact.Kind.RED_LINE, 1L);
        here.freeze();
        assertThat(here.line("total, grade, reason, coefficient, proposes", "assessment_fact_period")).isEqualTo("80.86 E veto 0.4000 suspend");
    }

    @Test
    void aRedLineFoundAfterItsPeriodWasFrozenCountsInTheNextOnce() {
        WorkedExample.happens(here);
        here.freeze();
        assertThat(refused(() -> here.entered(EnterFact.Kind.RED_LINE, 0L))).as("there is nothing to find in none").isEqualTo(FailureCode.ASSESSMENT_FORBIDDEN);
        here.entered(EnterFact.Kind.RED_LINE, 1L);
        assertThat(here.line("total, grade", "assessment_fact_period WHERE period_no LIKE '%0930'")).as("closed").isEqualTo("80.86 B");
        here.freezeNext();
        assertThat(here.line("grade, reason", "assessment_fact_period WHERE period_no LIKE '%1231'")).isEqualTo("E veto");
        assertThat(here.line("on_day, short, remark", "assessment_fact_case WHERE measure = 'red-line' AND period_no LIKE '%1231'"))
                .isEqualTo("2026-10-01 t 2026 年三季度, of 2026-09-30, found afterwards");
        here.at("2027-04-12T02:00:00Z");
        here.freeze(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31));
        assertThat(here.line("count(*)", "assessment_fact_case WHERE measure = 'red-line' AND period_no LIKE '%0331'")).isEqualTo("0");
    }

    /** An hour on 10 August. */
    private static long announced() {
        here.at("2026-08-02T02:00:00Z");
        long number = here.in(() -> here.desk.enter(new EnterDowntime(
                Assessors.BANK, Instant.parse("2026-08-10T01:00:00Z"), Instant.parse("2026-08-10T02:00:00Z"), "announced 2026-08-01", "anna")));
        here.at("2026-10-09T02:00:00Z");
        return number;
    }

    private static void silence(String id, String at) {
        here.fact("evidence_fact_record", "{'kind': 'about-to-send', 'partner': 'bank-a', 'operation': 'scorecard', 'message_id': '" + id + "', 'at': '" + at + "'}");
        here.fact("evidence_fact_record", "{'kind': 'nothing-came', 'partner': 'bank-a', 'operation': 'scorecard', 'message_id': '" + id + "', 'at': '" + at + "'}");
    }
}
