package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book is due by the contract of its own day, whichever contract its period is scored by. */
class BooksAcrossContractsTest {
    @TempDir
    Path home;

    /** One contract to the end of September and one from October on, each with its days for books. */
    private Assessors contracts(String until, String since) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/bank-contracts.yaml"), Files.readString(Path.of("src/main/resources/rules/bank-contracts.yaml"))
                .replace("banks: []", "banks:\n" + row("from: 2026-01-01, to: 2026-09-30", until) + row("from: 2026-10-01", since)));
        return new Assessors(home);
    }

    private static String row(String effective, String statementDays) {
        return "  - {bank: bank-a, effective: {" + effective + "}, contract: {scheme: default, rhythm: quarter, fee: {percent: 4, penalty-interest: excluded, held-back-percent: 0},"
                + " time: {cut-off: \"16:00\", review-days: 5, disbursement-days: 5, supplement-days: 5, silent-days: 15, closing-days: 3" + statementDays + "}}}\n";
    }

    private static void paid(Assessors here, String... days) {
        for (String day : days) {
            here.facts("repayment_fact_receipt", 40, "{'partner': 'bank-a', 'account_no': 'G#', 'accounting_date': '" + day + "', 'interest_fen': 100, 'penalty_fen': 0, 'message_id': 'M" + day + "'}");
        }
    }

    private static void told(Assessors here, String day) {
        here.fact("repayment_fact_day", "{'partner': 'bank-a', 'day': '" + day + "', 'state': 'matched', 'items': 60}");
    }

    private static List<String> books(Assessors here, String period) {
        return here.lines("case_no, on_day, amounts", "assessment_fact_case WHERE measure = 'reconciliation' AND period_no LIKE '%" + period + "' ORDER BY case_no");
    }

    @Test
    void noneIsCountedNeverWhereTheLaterContractHasFewerDays() throws IOException {
        try (Assessors here = contracts(", statement-days: 10", ", statement-days: 5")) {
            paid(here, "2026-09-10", "2026-09-23");
            told(here, "2026-09-22");
            here.freeze();
            here.freezeNext();
            assertThat(books(here, "0930")).containsExactly("2026-09-10 2026-09-24 {40,0}");
            assertThat(books(here, "1231")).containsExactly("2026-09-22 2026-10-08 {60,60}", "2026-09-23 2026-10-09 {40,0}");
        }
    }

    @Test
    void noneIsCountedTwiceWhereTheLaterContractHasMoreDays() throws IOException {
        try (Assessors here = contracts(", statement-days: 2", ", statement-days: 10")) {
            paid(here, "2026-09-22", "2026-09-29", "2026-10-08");
            told(here, "2026-09-23");
            here.freeze();
            here.freezeNext();
            assertThat(books(here, "0930")).containsExactly("2026-09-22 2026-09-24 {40,0}", "2026-09-23 2026-09-25 {60,60}");
            assertThat(books(here, "1231")).containsExactly("2026-09-29 2026-10-05 {40,0}", "2026-10-08 2026-10-22 {40,0}");
        }
    }

    @Test
    void whereNoBooksWereAgreedOnForADayNoneIsMissedByTheContractThatFollows() throws IOException {
        try (Assessors here = contracts("", ", statement-days: 5")) {
            paid(here, "2026-09-28", "2026-10-08");
            told(here, "2026-09-29");
            here.freeze();
            here.freezeNext();
            assertThat(books(here, "0930")).as("one that came counts on its day").containsExactly("2026-09-29 2026-09-29 {60,60}");
            assertThat(books(here, "1231")).containsExactly("2026-10-08 2026-10-15 {40,0}");
        }
    }

    @Test
    void whatAnEarlierPeriodCountedIsNotCountedAgainAlthoughTheContractWasWrittenAnewSince() throws IOException {
        try (Assessors here = contracts(", statement-days: 5", ", statement-days: 5")) {
            paid(here, "2026-09-28", "2026-09-29");
            here.freeze();
            here.jdbc.sql("INSERT INTO assessment_case (period_no, measure, case_no, on_day, amounts, short, message_ids)"
                    + " SELECT period_no, 'reconciliation', '2026-09-28', '2026-09-30', '{40,0}', true, '{}' FROM assessment_period WHERE state <> 'running'").update();
            here.freezeNext();
            assertThat(books(here, "1231")).as("never came, and counted as that").containsExactly("2026-09-29 2026-10-08 {40,0}");
        }
    }
}
