package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.assessment.FinishScore;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grade twice running is one of the points, and follows what becomes of the period before. */
class GradeBeforeTest {
    private static final String NEXT = "bank-a-20261001-20261231";

    @TempDir
    Path home;

    private static String dInTheThirdQuarter(Assessors here) {
        WorkedExample.happensWithALargeLateLoan(here);
        return here.freeze();
    }

    /** Everything of the third quarter once more in the fourth, as it would be scored after a D. */
    private static void theSameInTheFourth(Assessors here, String no, String coefficient) {
        here.at("2027-01-05T02:00:00Z");
        for (String table : new String[] {"period", "case", "score", "sum", "indicator"}) {
            here.jdbc.sql("CREATE TEMP TABLE again AS SELECT * FROM assessment_" + table + " WHERE period_no = '" + no + "'").update();
            here.jdbc.sql("UPDATE again SET period_no = '" + NEXT + "'").update();
            if (table.equals("period")) {
                here.jdbc.sql("UPDATE again SET first_day = '2026-10-01', last_day = '2026-12-31', state = 'frozen', objections_until = NULL, final_at = NULL, final_by = NULL").update();
            } else if (table.equals("score")) {
                here.jdbc.sql("UPDATE again SET grade = 'E', reason = 'twice-running', grade_before = 'D', proposes = 'suspend', coefficient = " + coefficient).update();
            }
            here.jdbc.sql("INSERT INTO assessment_" + table + " SELECT * FROM again").update();
            here.jdbc.sql("DROP TABLE again").update();
        }
    }

    private static void upheld(Assessors here, String no) {
        here.object(no, "case_no = 'V1'", "YH-1");
        here.rule(1, true);
    }

    private Assessors whereTheFeeFollowsTheGrade() throws IOException {
        Files.createDirectories(home.resolve("rules/assessment"));
        Files.writeString(home.resolve("rules/assessment/default.yaml"), Files.readString(Path.of("src/main/resources/rules/assessment/default.yaml")).replace("coefficient: linear", "coefficient: steps").replace("ramp: 5 ", "# "));
        return new Assessors(home);
    }

    private static String next(Assessors here) {
        return here.line("version, total, grade, reason, grade_before, proposes, coefficient", "assessment_fact_period WHERE period_no = '" + NEXT + "'");
    }

    @Test
    void theThirdDRunningIsAnEAsTheSecondWas() {
        try (Assessors here = new Assessors()) {
            here.jdbc.sql("INSERT INTO assessment_period (period_no, bank, first_day, last_day, scheme, scheme_from, scheme_text, fee_percent, penalty_counts, held_back_percent, state, frozen_at, frozen_by, final_at)"
                    + " VALUES ('bank-a-Q2', 'bank-a', '2026-04-01', '2026-06-30', 'default', '2026-01-01', '', 5, false, 10, 'final', now(), 'anna', now())").update();
            here.jdbc.sql("INSERT INTO assessment_score VALUES ('bank-a-Q2', 1, now(), 'frozen', 100, 65.00, 'E', 'twice-running', 'D', 0.6, 'suspend', false)").update();
            String no = dInTheThirdQuarter(here);
            assertThat(here.line("total, grade, reason, grade_before", "assessment_fact_period WHERE period_no = '" + no + "'")).isEqualTo("68.88 E twice-running D");
            here.jdbc.sql("UPDATE assessment_score SET reason = 'veto' WHERE period_no = 'bank-a-Q2'").update();
            here.jdbc.sql("TRUNCATE assessment_told CASCADE").update();
            for (String table : new String[] {"case", "lift", "indicator", "sum", "score", "period"}) {
                here.jdbc.sql("DELETE FROM assessment_" + table + " WHERE period_no = '" + no + "'").update();
            }
            here.freeze();
            assertThat(here.line("grade, grade_before", "assessment_fact_period WHERE period_no = '" + no + "'")).as("a red line before it is no D").isEqualTo("D E");
        }
    }

    @Test
    void aCorrectedGradeIsTheGradeBeforeOfThePeriodThatFollows() {
        try (Assessors here = new Assessors()) {
            String no = dInTheThirdQuarter(here);
            here.publish(no);
            theSameInTheFourth(here, no, "0.7552");
            here.at("2026-10-12T02:00:00Z");
            upheld(here, no);
            assertThat(here.line("version, grade", "assessment_fact_period WHERE period_no = '" + no + "'")).isEqualTo("2 B");
            assertThat(next(here)).isEqualTo("2 68.88 D points B cap 0.7552");
            assertThat(here.line("why", "assessment_fact_score WHERE period_no = '" + NEXT + "' AND version = 2")).isEqualTo("objection 1");
            here.at("2027-02-05T02:00:00Z");
            here.publish(NEXT);
            here.at("2027-03-05T02:00:00Z");
            assertThat(catchThrowableOfType(Refusal.class, () -> here.in(() -> here.desk.finish(new FinishScore(NEXT, "anna")))).problems().toString()).as("one after the other").contains(no);
            here.in(() -> here.desk.finish(new FinishScore(no, "anna")));
            here.in(() -> here.desk.finish(new FinishScore(NEXT, "anna")));
            assertThat(next(here)).startsWith("2 68.88 D");
        }
    }

    @Test
    void aScoreCorrectedToTooLittleToGradeIsNoGradeBeforeAnyMore() {
        try (Assessors here = new Assessors()) {
            WorkedExample.hardlyHappens(here);
            String no = here.freeze();
            here.publish(no);
            here.at("2026-11-09T02:00:00Z");
            here.in(() -> here.desk.finish(new FinishScore(no, "anna")));
            assertThat(here.line("grade", "assessment_fact_period")).isEqualTo("E");
            here.object(no, "measure = 'reconciliation'", "YH-1");
            here.rule(1, true);
            assertThat(here.line("total IS NULL, grade IS NULL, reason", "assessment_adjustment")).isEqualTo("t t too-little-graded");
            here.freezeNext();
            assertThat(here.line("grade_before IS NULL", "assessment_score WHERE period_no = '" + NEXT + "'")).isEqualTo("t");
        }
    }

    @Test
    void whereTheFeeFollowsTheGradeAFinalPeriodIsAdjustedInTheNextStatement() throws IOException {
        try (Assessors here = whereTheFeeFollowsTheGrade()) {
            String no = dInTheThirdQuarter(here);
            here.publish(no);
            theSameInTheFourth(here, no, "0.4000");
            here.publish(NEXT);
            here.at("2027-03-05T02:00:00Z");
            here.in(() -> here.desk.finish(new FinishScore(no, "anna")));
            here.in(() -> here.desk.finish(new FinishScore(NEXT, "anna")));
            upheld(here, no);
            assertThat(here.lines("period_no, coefficient, amount_fen", "assessment_adjustment ORDER BY number"))
                    .as("0.60 becomes 0.90 of 62,500.00, and 0.40 becomes 0.60").containsExactly(no + " 0.9000 1875000", NEXT + " 0.6000 1250000");
            assertThat(next(here)).as("closed").startsWith("1 68.88 E");
        }
    }

    @Test
    void aCorrectionThatArrivesWhileThePeriodThatFollowsEndsIsNotLost() throws Exception {
        try (Assessors here = whereTheFeeFollowsTheGrade()) {
            String no = dInTheThirdQuarter(here);
            here.publish(no);
            theSameInTheFourth(here, no, "0.4000");
            here.publish(NEXT);
            here.at("2027-03-05T02:00:00Z");
            here.in(() -> here.desk.finish(new FinishScore(no, "anna")));
            CompletableFuture<Void> corrected = here.in(() -> {
                here.desk.finish(new FinishScore(NEXT, "anna"));
                CompletableFuture<Void> other = CompletableFuture.runAsync(() -> upheld(here, no));
                here.untilWaiting(1, other);
                return other;
            });
            corrected.get(60, TimeUnit.SECONDS);
            assertThat(here.lines("period_no, coefficient, amount_fen", "assessment_adjustment ORDER BY number")).containsExactly(no + " 0.9000 1875000", NEXT + " 0.6000 1250000");
        }
    }
}
