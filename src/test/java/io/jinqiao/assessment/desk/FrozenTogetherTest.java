package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.console.Actor;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people, or one and the gateway itself, at the same moment; each in the transaction that is really opened for him. */
class FrozenTogetherTest extends WithAssessors {
    private static final LocalDate NEXT = Assessors.LAST.plusDays(1);
    /** The common pool may have one thread only, and both wait. */
    private static final Executor OF_ITS_OWN = work -> new Thread(work).start();

    private static FreezePeriod third(String bank) {
        return new FreezePeriod(new PartnerId(bank), Assessors.FIRST, Assessors.LAST, "anna");
    }

    /** The first has done everything but its line in the audit when the second begins. @return what the second comes to when the first is through */
    private static <T> T meanwhile(Runnable first, Supplier<T> second) throws Exception {
        CompletableFuture<T> other = here.in(() -> {
            here.jdbc.sql("LOCK TABLE console_audit IN ACCESS EXCLUSIVE MODE").update();
            CompletableFuture<Void> one = CompletableFuture.runAsync(first, OF_ITS_OWN);
            here.untilWaiting(1, one);
            CompletableFuture<T> two = CompletableFuture.supplyAsync(second, OF_ITS_OWN);
            here.untilWaiting(2, two);
            return one.thenCombine(two, (nothing, result) -> result);
        });
        return other.get(2, TimeUnit.MINUTES);
    }

    @Test
    void neitherIsRefusedForWhatTheOtherCountsOfAThird() throws Exception {
        here.others();
        here.fact("repayment_fact_origin", "{'partner': 'bank-a', 'account_no': 'none'}");
        assertThat(meanwhile(() -> here.console.freeze(third("bank-a")), () -> here.console.freeze(third("bank-b")))).isEqualTo("bank-b-20260701-20260930");
        assertThat(here.lines("bank", "assessment_counted ORDER BY bank")).as("each counted once").isEqualTo(List.of("bank-a", "bank-b", "bank-c"));
    }

    @Test
    void aPeriodFrozenWhileTheOneBeforeItIsCorrectedFollowsTheCorrectedGrade() throws Exception {
        WorkedExample.happensWithALargeLateLoan(here);
        String no = here.freeze();
        here.publish(no);
        here.object(no, "case_no = 'V1'", "YH-1");
        long ruling = here.in(() -> here.desk.rule(new RuleObjection(1, true, "已核", "anna")));
        here.at("2027-01-11T02:00:00Z");
        String next = meanwhile(
                () -> here.console.answerRuling(ruling, true, new Actor("bert", "bert", Set.of())), () -> here.console.freeze(new FreezePeriod(Assessors.BANK, NEXT, NEXT.plusMonths(3).minusDays(1), "anna")));
        assertThat(here.lines("version, grade", "assessment_score WHERE period_no = '" + no + "' ORDER BY version")).containsExactly("1 D", "2 B");
        assertThat(here.lines("grade_before", "assessment_score WHERE period_no = '" + next + "'")).containsExactly("B");
    }

    @Test
    void aDowntimeThatTwoPeopleWithdrawAtOnceWaitsForOneAnswer() throws Exception {
        long down = here.in(() -> here.desk.enter(new EnterDowntime(null, Instant.parse("2026-08-05T01:00:00Z"), Instant.parse("2026-08-05T03:00:00Z"), "power", "anna")));
        here.run(() -> here.desk.answerDowntime(down, true, "bert"));
        assertThat(meanwhile(() -> here.console.withdraw(new WithdrawDowntime(down, "YW-1", "anna")), () -> refused(() -> here.console.withdraw(new WithdrawDowntime(down, "YW-2", "carl")))))
                .isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(here.lines("entered_by", "assessment_downtime WHERE withdraws = " + down)).containsExactly("anna");
    }

    static List<Named<Consumer<FreezePeriod>>> doors() {
        return List.of(
                Named.of("frozen at the console", here.console::freeze),
                Named.of("looked at from the console", frozen -> here.console.watch(frozen.bank(), new Actor("anna", "anna", Set.of()))),
                Named.of("frozen by the demonstration", here.room::freeze),
                Named.of("looked at every hour", frozen -> here.room.watch(frozen.bank())));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void whatIsScoredIsOfOneMoment(Consumer<FreezePeriod> scored) throws Exception {
        CompletableFuture<Void> one = here.in(() -> {
            here.jdbc.sql("LOCK TABLE repayment_fact_missing IN ACCESS EXCLUSIVE MODE").update();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> scored.accept(third("bank-a")), OF_ITS_OWN);
            here.untilWaiting(1, begun);
            for (String day : List.of("2026-08-09", "2026-10-05")) {
                here.fact("repayment_fact_missing", "{'partner': 'bank-a', 'accounting_date': '" + day + "', 'noticed_at': '2026-10-09T02:00:00Z'}");
            }
            return begun;
        });
        one.get(2, TimeUnit.MINUTES);
        assertThat(here.line("count(*)", "assessment_fact_period")).isEqualTo("1");
        assertThat(cases("file")).as("told after it had begun").isEmpty();
    }
}
