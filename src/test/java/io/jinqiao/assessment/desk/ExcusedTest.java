package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was down gives back the time it took, and no more. */
class ExcusedTest extends WithAssessors {
    private static void record(String id, String kind, String at) {
        here.fact("evidence_fact_record", "{'kind': '" + kind + "', 'partner': 'bank-a', 'operation': 'scorecard', 'message_id': '" + id + "', 'at': '" + at + "'}");
    }

    private static String replies(String period) {
        return here.line("case_no, on_day, amounts, excluded, remark", "assessment_fact_case WHERE measure = 'reply' AND period_no LIKE '%" + period + "' ORDER BY case_no");
    }

    private static void down(String from, String until) {
        here.jdbc.sql("INSERT INTO assessment_alive VALUES ('2026-07-01', ?::timestamptz), (?::timestamptz, '2026-10-01')").params(from, until).update();
    }

    @Test
    void minutesOfDowntimeExcuseATryThatWaitedInThemAndNoOther() {
        down("2026-08-05T02:00:00Z", "2026-08-05T02:06:00Z");
        record("M1", "about-to-send", "2026-08-03T02:00:00Z");
        record("M1", "nothing-came", "2026-08-03T02:00:20Z");
        record("M1", "about-to-send", "2026-08-07T02:00:00Z");
        record("M1", "reply-received", "2026-08-07T02:00:20Z");
        record("M2", "about-to-send", "2026-08-05T02:01:00Z");
        record("M2", "nothing-came", "2026-08-05T02:01:20Z");
        record("M2", "about-to-send", "2026-08-05T02:10:00Z");
        record("M2", "reply-received", "2026-08-05T02:10:20Z");
        record("M3", "about-to-send", "2026-08-05T02:01:00Z");
        record("M3", "nothing-came", "2026-08-05T02:01:20Z");
        here.freeze();
        assertThat(replies("0930"))
                .isEqualTo("M1 2026-08-03 {1,0} scorecard, 1 times no answer in time; M2 2026-08-05 {1,1} scorecard, answered, 1 times excused: centre-down;"
                        + " M3 2026-08-05 {1,0} centre-down scorecard, 1 times excused: centre-down");
    }

    @Test
    void aMessageOfTheLastMinutesCountsInTheirPeriodAndNowhereElse() {
        record("M1", "about-to-send", "2026-09-30T15:59:50Z");
        record("M1", "reply-received", "2026-09-30T16:00:20Z");
        record("M2", "about-to-send", "2026-09-30T15:59:50Z");
        record("M2", "nothing-came", "2026-09-30T16:00:20Z");
        record("M2", "about-to-send", "2026-09-30T16:05:00Z");
        record("M2", "reply-received", "2026-09-30T16:05:20Z");
        here.freeze();
        assertThat(replies("0930")).isEqualTo("M1 2026-09-30 {1,1} scorecard, answered; M2 2026-09-30 {1,0} scorecard, 1 times no answer in time");
        here.freezeNext();
        assertThat(replies("1231")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-08-10T02:05:00Z, t", "2026-08-10T02:07:00Z, f", ", f"})
    void aFileIsExcusedForAsLongAsThisSideWasDown(@Nullable String arrived, String excused) {
        down("2026-08-09T22:00:00Z", "2026-08-09T22:06:00Z");
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '2026-08-09', 'noticed_at': '2026-08-10T02:00:30Z'" + (arrived == null ? "" : ", 'arrived_at': '" + arrived + "'") + "}");
        here.freeze();
        assertThat(here.line("excluded IS NOT NULL", "assessment_fact_case WHERE measure = 'file'")).isEqualTo(excused);
    }

    @Test
    void maintenanceIsAnnouncedBeforeItBegins() {
        here.at("2026-08-10T01:30:00Z");
        assertThat(catchThrowableOfType(Refusal.class, () -> enter("2026-08-10T01:00:00Z", "2026-08-10T02:00:00Z")).problems().toString()).contains("from");
        here.at("2026-08-10T00:30:00Z");
        long number = enter("2026-08-10T01:00:00Z", "2026-08-10T02:00:00Z");
        here.at("2026-08-10T01:10:00Z");
        here.run(() -> here.desk.answerDowntime(number, true, "bert"));
        record("M1", "about-to-send", "2026-08-10T01:30:00Z");
        record("M1", "nothing-came", "2026-08-10T01:30:20Z");
        here.at("2026-10-09T02:00:00Z");
        here.freeze();
        assertThat(replies("0930")).as("confirmed when it ran already").isEqualTo("M1 2026-08-10 {1,0} scorecard, 1 times no answer in time");
    }

    @Test
    void aPeriodExcusesNoMoreMaintenanceThanTheContractHas() {
        here.at("2026-07-01T00:30:00Z");
        long number = enter("2026-07-02T00:00:00Z", "2026-09-29T00:00:00Z");
        here.run(() -> here.desk.answerDowntime(number, true, "bert"));
        for (String at : new String[] {"2026-07-03T23:00:00Z", "2026-07-04T01:00:00Z"}) {
            record("M" + at, "about-to-send", at);
            record("M" + at, "nothing-came", at);
        }
        here.at("2026-10-09T02:00:00Z");
        here.freeze();
        assertThat(here.lines("excluded", "assessment_fact_case WHERE measure = 'reply' ORDER BY case_no")).as("48 hours").containsExactly("announced-maintenance", "");
    }

    private static long enter(String from, String until) {
        return here.in(() -> here.desk.enter(new EnterDowntime(Assessors.BANK, Instant.parse(from), Instant.parse(until), "announced", "anna")));
    }

    private static String counted(String measure) {
        return here.line("on_day, amounts, excluded, remark", "assessment_fact_case WHERE measure = '" + measure + "'");
    }

    @ParameterizedTest
    @CsvSource({"2026-08-05T01:00:00Z, 2026-08-05T03:00:00Z, true", "2026-08-05T01:00:00Z, 2026-08-05T01:50:00Z, false", "2026-08-01T01:00:00Z, 2026-08-02T03:00:00Z, false"})
    void aWorkingDayOnWhichThisSideWasDownIsNoneOfTheBanksDays(String from, String until, boolean given) {
        down(from, until);
        here.fact("loan_fact_loan", "{'acceptance_no': 'A1', 'application_no': 'DK1', 'partner': 'bank-a', 'message_id': 'APP', 'accepted_on': '2026-08-03', 'accepted_at': '2026-08-11T02:00:00Z'}");
        here.fact("loan_fact_disbursement", "{'partner': 'bank-a', 'instruction_no': 'F1', 'instructed_at': '2026-08-03T02:00:00Z', 'requested_on': '2026-08-03', 'outcome': 'paid', 'disbursed_on': '2026-08-11',"
                + " 'message_id': 'P'}");
        here.fact("mortgage_fact_case", "{'case_no': 'DJ1', 'bank': 'bank-a', 'application_no': 'DK1', 'state': 'accepted', 'state_at': '2026-08-20T01:00:00Z'}");
        here.fact("mortgage_fact_supplement", "{'case_no': 'DJ1', 'asked_for_at': '2026-08-03T01:00:00Z', 'message_id': 'SU', 'handed_in_at': '2026-08-11T02:00:00Z'}");
        here.fact("repayment_fact_order", "{'partner': 'bank-a', 'order_no': 'O1', 'case_no': 'C1', 'account_no': 'A1', 'step': 'phone', 'state': 'done', 'ordered_at': '2026-08-04T02:00:00Z', 'due_on': '2026-08-06',"
                + " 'record_no': 'R1', 'done_in_time': false, 'filed_late': false, 'message_id': 'X'}");
        here.fact("repayment_fact_record", "{'partner': 'bank-a', 'record_no': 'R1', 'order_no': 'O1', 'done_at': '2026-08-07T02:00:00Z', 'told_at': '2026-08-07T03:00:00Z', 'file_by': '2026-08-11', 'message_id': 'Y'}");
        here.freeze();
        String days = given ? "2026-08-11" : "2026-08-10";
        String good = given ? "{1,1}" : "{1,0}";
        assertThat(counted("review")).isEqualTo("2026-08-11 " + good + (given ? " 5" : " 6") + " working days from the counter, 2026-08-03" + (given ? ", 1 days given back" : ""));
        assertThat(counted("disbursement")).as("on the day that was agreed").isEqualTo("2026-08-10 " + good + " due " + days + ", paid 2026-08-11");
        assertThat(counted("mortgage")).isEqualTo("2026-08-10 " + good + " asked 2026-08-03, due " + days + ", handed in 2026-08-11");
        assertThat(counted("contact")).isEqualTo("2026-08-06 " + good + " phone, " + (given ? "in time" : "done late"));
    }

    @Test
    void aDowntimeOfWhichTheYearWasMistypedEndsWithThePeriod() {
        long number = here.in(() -> here.desk.enter(new EnterDowntime(null, Instant.parse("2026-08-05T01:00:00Z"), Instant.parse("2062-08-05T03:00:00Z"), "power", "anna")));
        here.run(() -> here.desk.answerDowntime(number, true, "bert"));
        here.facts("loan_fact_disbursement", 50, "{'partner': 'bank-a', 'instruction_no': 'F#', 'instructed_at': '2026-08-03T02:00:00Z', 'requested_on': '2026-08-03', 'outcome': 'paid', 'disbursed_on': '2026-08-11',"
                + " 'message_id': 'P'}");
        here.at("2026-12-31T02:00:00Z");
        here.freeze();
        assertThat(here.lines("remark LIKE 'due 2026-%'", "assessment_fact_case WHERE measure = 'disbursement'")).as("and is counted in no time").hasSize(50).containsOnly("t");
    }

    @Test
    void aDayOnWhichThisSideWasDownAfterTheLastOfTheBanksGivesNothingBack() {
        down("2026-08-11T01:00:00Z", "2026-08-12T03:00:00Z");
        here.fact("loan_fact_loan", "{'acceptance_no': 'A1', 'application_no': 'DK1', 'partner': 'bank-a', 'message_id': 'APP', 'accepted_on': '2026-08-03', 'accepted_at': '2026-08-12T04:00:00Z'}");
        here.freeze();
        assertThat(counted("review")).isEqualTo("2026-08-12 {1,0} 7 working days from the counter, 2026-08-03");
    }

    @ParameterizedTest
    @CsvSource({"2026-08-20, 2026-08-21", "2026-08-22, 2026-08-24"})
    void aPaymentAskedForOnADayOnWhichThisSideWasDownIsDueOnTheNextOneItWasNot(String requested, String due) {
        down("2026-08-20T01:00:00Z", "2026-08-20T03:00:00Z");
        here.fact("loan_fact_disbursement", "{'partner': 'bank-a', 'instruction_no': 'F1', 'instructed_at': '2026-08-03T02:00:00Z', 'requested_on': '" + requested + "', 'outcome': 'paid', 'disbursed_on': '" + due
                + "', 'message_id': 'P'}");
        here.freeze();
        assertThat(counted("disbursement")).as("counted on the day that was agreed").isEqualTo((requested.equals("2026-08-20") ? requested : due) + " {1,1} due " + due + ", paid " + due);
    }

    private static long withdraw(long downtime, String by) {
        return here.in(() -> here.desk.withdraw(new WithdrawDowntime(downtime, "YW-2026-8", by)));
    }

    private static long centre(String from, String until) {
        return here.in(() -> here.desk.enter(new EnterDowntime(null, Instant.parse(from), Instant.parse(until), "power", "anna")));
    }

    private static void answer(long number, boolean confirmed) {
        here.run(() -> here.desk.answerDowntime(number, confirmed, "bert"));
    }

    /** Late by more than a day. */
    private static void missing(String day) {
        LocalDate after = LocalDate.parse(day).plusDays(1);
        here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '" + day + "', 'noticed_at': '" + after + "T02:00:30Z', 'arrived_at': '" + after.plusDays(1) + "T02:00:00Z'}");
    }

    private static List<String> files() {
        return here.lines("on_day, excluded", "assessment_fact_case WHERE measure = 'file' ORDER BY on_day");
    }

    @Test
    void aDowntimeThatTwoPeopleWithdrewExcusesNothingFromThenOn() {
        long mistyped = centre("2026-08-05T01:00:00Z", "2062-08-05T03:00:00Z");
        assertThat(refused(() -> withdraw(mistyped, "anna"))).as("what nobody confirmed is turned down").isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        answer(mistyped, true);
        missing("2026-08-09");
        missing("2026-11-09");
        here.at("2026-12-31T02:00:00Z");
        here.freeze();
        assertThat(why(here::freezeNext)).as("its days are still given back").contains(">= 2027-01-11");
        answer(withdraw(mistyped, "anna"), true);
        here.freezeNext();
        assertThat(files()).as("what is frozen stays").containsExactly("2026-08-09 centre-down", "2026-11-09");
    }

    @Test
    void oneWithdrawalAtATimeIsAnsweredByAnotherPersonAndEndsTheMatter() {
        long down = centre("2026-08-05T01:00:00Z", "2026-08-05T03:00:00Z");
        answer(down, true);
        assertThat(refused(() -> here.in(() -> here.desk.withdraw(new WithdrawDowntime(down, " ", "anna"))))).isEqualTo(FailureCode.FIELD_MISSING);
        long withdrawal = withdraw(down, "anna");
        assertThat(refused(() -> withdraw(down, "carl"))).as("one at a time").isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(why(here::freeze)).as("while it waits").contains("downtime " + withdrawal + ", centre");
        assertThat(refused(() -> here.run(() -> here.desk.answerDowntime(withdrawal, true, "anna")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        answer(withdrawal, true);
        assertThat(refused(() -> withdraw(down, "carl"))).isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(refused(() -> withdraw(withdrawal, "carl"))).as("is no downtime").isEqualTo(FailureCode.RESOURCE_UNKNOWN);
    }

    @Test
    void aWithdrawalThatWasTurnedDownChangesNothingAndMayBeProposedAgain() {
        long down = centre("2026-08-09T16:00:00Z", "2026-08-11T03:00:00Z");
        answer(down, true);
        long withdrawal = withdraw(down, "anna");
        answer(withdrawal, false);
        missing("2026-08-09");
        here.freeze();
        assertThat(files()).containsExactly("2026-08-09 centre-down");
        assertThat(withdraw(down, "anna")).isGreaterThan(withdrawal);
    }

    @ParameterizedTest
    @CsvSource({"2026-08-10T00:40:00Z, f", "2026-08-10T01:00:00Z, t", "2026-08-10T01:10:00Z, t"})
    void maintenanceIsWithdrawnBeforeItBeginsOrStays(String confirmed, String excused) {
        here.at("2026-08-10T00:20:00Z");
        long down = enter("2026-08-10T01:00:00Z", "2026-08-10T02:00:00Z");
        answer(down, true);
        here.at("2026-08-10T00:30:00Z");
        long withdrawal = withdraw(down, "anna");
        here.at(confirmed);
        if (excused.equals("t")) {
            assertThat(why(() -> answer(withdrawal, true))).contains("< 2026-08-10T01:00:00Z");
        }
        answer(withdrawal, excused.equals("f"));
        record("M1", "about-to-send", "2026-08-10T01:30:00Z");
        record("M1", "nothing-came", "2026-08-10T01:30:20Z");
        here.at("2026-10-09T02:00:00Z");
        here.freeze();
        assertThat(here.line("excluded IS NOT NULL", "assessment_fact_case WHERE measure = 'reply'")).isEqualTo(excused);
    }

    @Test
    void nobodyWithdrawsMaintenanceThatHasBegun() {
        here.at("2026-08-10T00:20:00Z");
        long down = enter("2026-08-10T01:00:00Z", "2026-08-10T02:00:00Z");
        answer(down, true);
        here.at("2026-08-10T01:00:00Z");
        assertThat(why(() -> withdraw(down, "anna"))).contains("< 2026-08-10T01:00:00Z");
    }
}
