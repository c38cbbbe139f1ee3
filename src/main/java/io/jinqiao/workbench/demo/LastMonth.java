package io.jinqiao.workbench.demo;

import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionRound;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The month before the demonstration begins, walked through with the trade's clock wound back: invented loans fall due, are paid or not, and are collected.
 * Then it is frozen, scored, and every bank is told. What the banks told is in their own files and messages, signed and recorded; what a branch says of a
 * telephone call comes to the room's door directly, because its day of filing would be judged by real time.
 */
final class LastMonth {
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 30);

    private final ApplicationContext gateway;
    private final Banks banks;
    private final WoundClock clock;
    private final LocalDate first;
    private final LocalDate last;
    private final LocalDate until;
    private final List<LastMonthOfBank> walked = new ArrayList<>();

    /** @param today the day on which the demonstration begins */
    LastMonth(ApplicationContext gateway, Banks banks, WoundClock clock, LocalDate today) {
        this.gateway = gateway;
        this.banks = banks;
        this.clock = clock;
        this.first = today.withDayOfMonth(1).minusMonths(1);
        this.last = first.plusMonths(1).minusDays(1);
        this.until = today.minusDays(1);
    }

    boolean isOver() {
        return gateway.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM assessment_fact_period WHERE first_day = ? AND state <> 'running'")
                        .param(first)
                        .query(Integer.class)
                        .single()
                >= banks.names().size();
    }

    /** Leaves the clock in the evening before the demonstration begins. */
    void walk(Progress progress) {
        for (String bank : banks.names()) {
            walked.add(new LastMonthOfBank(gateway, new PartnerId(bank), first, worst(bank)));
        }
        LocalDate begin = walked.get(0).told();
        at(begin, EVENING);
        walked.forEach(LastMonthOfBank::open);
        walked.forEach(bank -> bank.file(begin));
        for (LocalDate day = first; !day.isAfter(until); day = day.plusDays(1)) {
            evening(day);
            progress.bar("上月账务 / last month's books", (int) (day.toEpochDay() - first.toEpochDay()) + 1, (int) (until.toEpochDay() - first.toEpochDay()) + 1);
        }
    }

    private void evening(LocalDate day) {
        if (day.equals(walked.get(0).ordered().plusDays(1))) {
            at(day, MORNING);
            walked.forEach(LastMonthOfBank::call);
        }
        at(day, EVENING);
        walked.forEach(bank -> bank.file(day));
        if (day.equals(walked.get(0).ordered()) || day.equals(walked.get(0).cured())) {
            walked.forEach(bank -> gateway.getBean(Capabilities.class).run("collection-round", new CollectionRound(bank.bank())));
        }
        walked.forEach(bank -> bank.books(day).ifPresent(books -> banks.branch(banks.names().indexOf(bank.bank().value())).tell("books-" + day, books)));
    }

    /** With the clock at the demonstration's own time. */
    void assess() {
        Assessments assessments = gateway.getBean(Assessments.class);
        for (String name : banks.names()) {
            PartnerId bank = new PartnerId(name);
            long grade3 = worst(name) ? 2 : 0;
            entered(assessments, bank, EnterFact.Kind.AUDIT, 200L, 1L, 0L, grade3);
            entered(assessments, bank, EnterFact.Kind.RED_LINE, 0L);
            entered(assessments, bank, EnterFact.Kind.SURVEY, 50L, worst(name) ? 4_400L : 4_800L);
            entered(assessments, bank, EnterFact.Kind.COMPLAINT, 0L);
            String no = assessments.freeze(new FreezePeriod(bank, first, last, "bank-manager"));
            gateway.getBean(Capabilities.class).run("assessment-publish", new PublishScore(no, "bank-manager"));
        }
    }

    private void entered(Assessments assessments, PartnerId bank, EnterFact.Kind kind, Long... amounts) {
        long number = assessments.enter(new EnterFact(bank, kind, last, List.of(amounts), "演示 / demonstration", "DEMO-KH-" + first, "bank-manager"));
        assessments.answerFact(number, true, "approver");
    }

    /** One bank collects worse than the others. */
    private boolean worst(String bank) {
        return bank.equals(banks.names().get(banks.names().size() - 1));
    }

    private void at(LocalDate day, LocalTime time) {
        clock.windTo(day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant());
    }
}
