package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.assessment.gather.Days;
import io.jinqiao.assessment.gather.Periods;
import io.jinqiao.assessment.store.EntryStore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.message.Answered;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service("assessments")
@Transactional
class AssessmentDesk implements Assessments {
    private static final int LONGEST_TEXT = 200;
    private static final long MOST = 1_000_000_000L;

    private final Scoring scoring;
    private final Watch watch;
    private final Procedure procedure;
    private final Escalations escalations;
    private final Statements statements;
    private final PeriodStore periods;
    private final EntryStore entries;
    private final JdbcClient jdbc;
    private final Clock clock;

    AssessmentDesk(Scoring scoring, Watch watch, Procedure procedure, Escalations escalations, Statements statements, PeriodStore periods, EntryStore entries, JdbcClient jdbc, @Qualifier("businessClock") Clock clock) {
        this.scoring = scoring;
        this.watch = watch;
        this.procedure = procedure;
        this.escalations = escalations;
        this.statements = statements;
        this.periods = periods;
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<PartnerId> banks() {
        return jdbc.sql("SELECT DISTINCT bank FROM assessment_standing ORDER BY 1").query((row, i) -> new PartnerId(row.getString(1))).list();
    }

    @Override
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void watch(PartnerId bank) {
        watch.look(bank);
    }

    @Override
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String freeze(FreezePeriod command) {
        if (command.last().isBefore(command.first())) {
            throw new Refusal(Problem.at("last", FailureCode.FIELDS_DISAGREE, "first"));
        }
        periods.holdScoring();
        requirePeriod(command);
        requireClosed(command);
        periods.forgetRunning(command.bank());
        return scoring.score(command.bank(), new Days(command.first(), command.last()), Period.State.FROZEN, command.by()).period().no();
    }

    /** What may lawfully come later had its days, and nothing waits for its second person: when somebody freezes a period decides nothing. */
    private void requireClosed(FreezePeriod command) {
        LocalDate today = WorkingCalendar.today(clock);
        LocalDate closing = scoring.closing(command.bank(), new Days(command.first(), command.last()));
        if (!closing.isBefore(today)) {
            throw new Refusal(Problem.at("last", FailureCode.ASSESSMENT_FORBIDDEN, closing + " >= " + today));
        }
        refuse(entries.waiting(command.bank(), new Days(command.first(), command.last())).stream().map(what -> Problem.at("last", FailureCode.ASSESSMENT_FORBIDDEN, what)).toList());
    }

    /** Which days are a period the contract says, and none is left out between two. */
    private void requirePeriod(FreezePeriod command) {
        Optional<LocalDate> behind = periods.latest(command.bank()).map(last -> last.days().next());
        if (behind.isPresent() && !behind.get().equals(command.first())) {
            throw new Refusal(Problem.at("first", FailureCode.ASSESSMENT_FORBIDDEN, "first = " + behind.get()));
        }
        Days period = Periods.of(scoring.signed(command.bank(), command.first()), command.first(), behind);
        if (!period.first().equals(command.first())) {
            throw new Refusal(Problem.at("first", FailureCode.ASSESSMENT_FORBIDDEN, "first = " + period.first()));
        }
        if (!period.last().equals(command.last())) {
            throw new Refusal(Problem.at("last", FailureCode.ASSESSMENT_FORBIDDEN, "last = " + period.last()));
        }
    }

    @Override
    public long enter(EnterFact fact) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "subject", fact.subject());
        text(problems, "document", fact.document());
        boolean few = fact.amounts().size() != fact.kind().amounts();
        if (few || fact.amounts().stream().anyMatch(amount -> amount < 0 || amount > MOST)) {
            problems.add(Problem.at("amounts", FailureCode.FIELD_WRONG_FORM, fact.kind().amounts() + " x 0-" + MOST));
        }
        if (fact.on().isAfter(WorkingCalendar.today(clock))) {
            problems.add(Problem.at("on", FailureCode.FIELD_WRONG_FORM, "<= " + WorkingCalendar.today(clock)));
        }
        boolean foundAfterwards = fact.kind() == EnterFact.Kind.RED_LINE && fact.amounts().stream().allMatch(amount -> amount > 0);
        if (!foundAfterwards && periods.latest(fact.bank()).filter(last -> !fact.on().isAfter(last.days().last())).isPresent()) {
            problems.add(Problem.at("on", FailureCode.ASSESSMENT_FORBIDDEN, "frozen"));
        }
        refuse(problems);
        return entries.put(fact, clock.instant());
    }

    @Override
    public long enter(EnterDowntime down) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "document", down.document());
        if (!down.until().isAfter(down.from())) {
            problems.add(Problem.at("until", FailureCode.FIELDS_DISAGREE, "from"));
        }
        if (down.bank() != null && down.from().isBefore(clock.instant())) {
            problems.add(Problem.at("from", FailureCode.FIELD_WRONG_FORM, ">= " + clock.instant()));
        }
        refuse(problems);
        return entries.put(down, clock.instant());
    }

    @Override
    public long withdraw(WithdrawDowntime withdrawal) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "document", withdrawal.document());
        entries.hold(withdrawal.number());
        EntryStore.Confirmed down = entries.confirmed(withdrawal.number()).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (down.isWithdrawn()) {
            problems.add(Problem.of(FailureCode.ALREADY_ANSWERED));
        } else if (!down.mayGo(clock.instant())) {
            problems.add(begun(down));
        }
        refuse(problems);
        return entries.withdraw(withdrawal, clock.instant());
    }

    @Override
    public void answerFact(long number, boolean confirmed, String by) {
        answer(EntryStore.List.ENTRY, number, confirmed, by);
    }

    @Override
    public Optional<Long> answerDowntime(long number, boolean confirmed, String by) {
        Optional<Long> withdrawn = entries.withdrawnBy(number);
        if (confirmed) {
            withdrawn.flatMap(entries::confirmed).filter(down -> !down.mayGo(clock.instant())).ifPresent(down -> {
                throw new Refusal(begun(down));
            });
        }
        answer(EntryStore.List.DOWNTIME, number, confirmed, by);
        return withdrawn;
    }

    private static Problem begun(EntryStore.Confirmed down) {
        return Problem.at("number", FailureCode.ASSESSMENT_FORBIDDEN, "< " + down.from());
    }

    @Override
    public Outcome publish(PublishScore command) {
        return procedure.publish(command);
    }

    @Override
    public Outcome answered(Answered scorecard) {
        return procedure.answered(scorecard);
    }

    @Override
    public Outcome object(Incoming objection) {
        return procedure.object(objection);
    }

    @Override
    public long object(EnterObjection objection) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "reason", objection.reason());
        text(problems, "document", objection.document());
        refuse(problems);
        return procedure.object(objection);
    }

    @Override
    public long rule(RuleObjection ruling) {
        return procedure.rule(ruling);
    }

    @Override
    public void answerRuling(long ruling, boolean confirmed, String by) {
        procedure.answerRuling(ruling, confirmed, by);
    }

    @Override
    public Outcome tell(TellRulings command) {
        return procedure.tell(command);
    }

    @Override
    public void escalate(EscalateObjection escalation) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "reason", escalation.reason());
        text(problems, "document", escalation.document());
        refuse(problems);
        escalations.escalate(escalation);
    }

    @Override
    public long decide(EnterDecision decision) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "reason", decision.reason());
        text(problems, "document", decision.document());
        refuse(problems);
        return escalations.decide(decision);
    }

    @Override
    public void answerDecision(long decision, boolean confirmed, String by) {
        escalations.answer(decision, confirmed, by);
    }

    @Override
    public Outcome finish(FinishScore command) {
        return procedure.finish(command);
    }

    @Override
    public long settle(SettleFee settle) {
        return statements.propose(settle);
    }

    @Override
    public void answerSettlement(long number, boolean confirmed, String by) {
        statements.answer(number, confirmed, by);
    }

    private void answer(EntryStore.List list, long number, boolean confirmed, String by) {
        String enteredBy = entries.enteredBy(list, number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(enteredBy, by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (!entries.answer(list, number, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
    }

    private static void text(List<Problem> problems, String field, String text) {
        if (text.isBlank()) {
            problems.add(Problem.at(field, FailureCode.FIELD_MISSING));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + LONGEST_TEXT));
        }
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}
