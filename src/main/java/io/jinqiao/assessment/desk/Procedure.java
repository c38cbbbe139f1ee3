package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.FinishScore;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.TellRulings;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.score.Fee;
import io.jinqiao.assessment.store.EscalationStore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.ProcedureStore;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.EntrustedLoanFee;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.ScorecardObjection;
import io.jinqiao.message.WorkingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** From the frozen score to the final one: the bank is told, may object, two people rule, and the fee follows from what stands then. */
@Component
class Procedure {
    private static final int LONGEST_REASON = 500;

    private final PeriodStore periods;
    private final ProcedureStore store;
    private final EscalationStore escalated;
    private final Statements statements;
    private final Rescoring rescoring;
    private final Escalations escalations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Procedure(
            PeriodStore periods,
            ProcedureStore store,
            EscalationStore escalated,
            Statements statements,
            Rescoring rescoring,
            Escalations escalations,
            WorkingCalendar calendar,
            @Qualifier("businessClock") Clock clock) {
        this.periods = periods;
        this.store = store;
        this.escalated = escalated;
        this.statements = statements;
        this.rescoring = rescoring;
        this.escalations = escalations;
        this.calendar = calendar;
        this.clock = clock;
    }

    Outcome publish(PublishScore command) {
        Period period = in(command.periodNo(), Period.State.FROZEN);
        ProcedureStore.Latest latest = store.latest(period.no());
        if (latest.grade() == null) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, latest.reason());
        }
        LocalDate until = calendar.plus(WorkingCalendar.today(clock), scheme(period).procedure().objectionDays());
        store.number(period.no());
        periods.published(period.no(), until, command.by());
        return tell(period, latest, Scorecard.State.PROVISIONAL, null, until);
    }

    /** The reasons in writing; of a score that is final as a correction, which has no last day of its own on the form. */
    Outcome tell(TellRulings command) {
        Period period = rescoring.contestable(command.periodNo());
        if (store.open(period.no())) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "objections");
        }
        boolean closed = period.state() == Period.State.FINAL;
        LocalDate until = calendar.plus(WorkingCalendar.today(clock), scheme(period).procedure().escalationDays());
        Scorecard.State state = closed ? Scorecard.State.CORRECTION : Scorecard.State.PROVISIONAL;
        if (escalated.told(period.no(), scorecardNo(period, state), until) == 0) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "nothing to tell");
        }
        return tell(period, store.latest(period.no()), state, null, closed ? null : until);
    }

    /** The first of a state is known by its letter, later ones are counted. */
    private String scorecardNo(Period period, Scorecard.State state) {
        String no = period.no() + "-" + state.name().charAt(0);
        int before = store.told(period.no(), state);
        return before == 0 ? no : no + (before + 1);
    }

    /** What has no grade is neither published nor contested, so that who froze it does not end it too; one whose grade an upheld objection took away is told. */
    Outcome finish(FinishScore command) {
        Period period = periods.find(command.periodNo()).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        ProcedureStore.Latest latest = store.latest(period.no());
        LocalDate today = WorkingCalendar.today(clock);
        boolean ungraded = latest.grade() == null;
        boolean unheard = period.state() == Period.State.FROZEN && ungraded;
        boolean over = period.state() == Period.State.PROVISIONAL && today.isAfter(Objects.requireNonNull(period.objectionsUntil()));
        if (!unheard && !over) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, period.objectionsUntil() == null ? io.jinqiao.message.Words.of(period.state()) : "<= " + period.objectionsUntil());
        }
        if (ungraded && PersonName.same(periods.frozenBy(period.no()), command.by())) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (store.open(period.no())) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "objections");
        }
        periods.before(period.bank(), period.days().first()).filter(before -> before.state() != Period.State.FINAL).ifPresent(before -> {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, before.no());
        });
        escalated.waits(period.no(), today).ifPresent(what -> {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, what);
        });
        periods.hold(period.bank());
        EntrustedLoanFee fee = fee(period, latest);
        statements.ofPeriod(period, fee, command.by());
        periods.finished(period.no(), command.by(), clock.instant());
        return unheard ? Outcome.accepted(Content.Group.EMPTY) : tell(period, latest, Scorecard.State.FINAL, fee, null);
    }

    /** What a bank took back weighs against what came in, in whichever period: the base is never below nought, and what is, is carried into the next fee. */
    private EntrustedLoanFee fee(Period period, ProcedureStore.Latest latest) {
        long interest = store.sum(period.no(), latest.version(), Fact.INTEREST_RECEIVED.word());
        long penalty = store.sum(period.no(), latest.version(), Fact.PENALTY_RECEIVED.word());
        long carried = store.carried(period.bank());
        Money base = new Money(Math.max(0, interest + (period.penaltyCounts() ? penalty : 0) + carried));
        Fee fee = Fee.of(base, period.feePercent(), scheme(period).capPercent(), latest.coefficient());
        Money heldBack = new Money(BigDecimal.valueOf(fee.due().fen()).multiply(period.heldBackPercent()).movePointLeft(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
        store.fee(period.no(), latest.version(), new ProcedureStore.Base(interest, penalty, carried, base), period.feePercent(), latest.coefficient(), fee, heldBack, clock.instant());
        return new EntrustedLoanFee(base, period.feePercent().setScale(4, RoundingMode.HALF_UP), latest.coefficient(), fee.due(), heldBack);
    }

    private Outcome tell(Period period, ProcedureStore.Latest latest, Scorecard.State state, @Nullable EntrustedLoanFee fee, @Nullable LocalDate until) {
        String no = scorecardNo(period, state);
        Scorecard scorecard = new Scorecard(
                no,
                store.told(period.no()) + 1,
                state,
                period.days().first(),
                period.days().last(),
                period.scheme() + " " + period.schemeFrom(),
                latest.total(),
                latest.grade(),
                latest.reason().equals("veto"),
                store.indicators(period.no(), latest.version()),
                store.cases(period.no(), latest.version()),
                fee,
                proposed(latest.proposes()),
                until,
                store.rulings(period.no()));
        store.told(no, period.no(), latest.version(), state, clock.instant());
        return Outcome.accepted(Content.group().put("scorecardNo", no).build(), new Outgoing(period.bank(), scorecard));
    }

    private static Scorecard.Standing proposed(String effect) {
        return switch (effect) {
            case "suspend" -> Scorecard.Standing.SUSPENDED;
            case "cap" -> Scorecard.Standing.CAPPED;
            default -> Scorecard.Standing.UNCHANGED;
        };
    }

    Outcome answered(Answered answered) {
        Scorecard told = (Scorecard) answered.message();
        answered.reply().fold(accepted -> keep(answered, told, true), rejected -> keep(answered, told, false), unknown -> true);
        return Outcome.accepted(Content.Group.EMPTY);
    }

    private boolean keep(Answered answered, Scorecard told, boolean accepted) {
        store.answered(told.scorecardNo(), accepted, answered.id().value(), clock.instant());
        return true;
    }

    Outcome object(Incoming incoming) {
        ScorecardObjection objection = (ScorecardObjection) incoming.message();
        String no = store.periodOf(incoming.partner(), objection.scorecardNo()).orElseThrow(() -> new Refusal(Problem.at("scorecardNo", FailureCode.RESOURCE_UNKNOWN)));
        List<Problem> problems = new ArrayList<>();
        List<ScorecardObjection.Contested> fresh = new ArrayList<>();
        for (int i = 0; i < objection.contested().size(); i++) {
            ScorecardObjection.Contested one = objection.contested().get(i);
            if (!store.wasTold(no, one.caseNo())) {
                problems.add(Problem.at("contested[" + (i + 1) + "].caseNo", FailureCode.RESOURCE_UNKNOWN));
            } else if (escalations.rejected(no, one.caseNo()).isEmpty()) {
                fresh.add(one);
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        for (ScorecardObjection.Contested one : objection.contested()) {
            escalations.rejected(no, one.caseNo()).ifPresent(rejected -> escalations.escalate(rejected, one.reason(), incoming.id().value()));
        }
        LocalDate dueOn = fresh.isEmpty() ? null : contest(incoming, objection, no, fresh);
        return Outcome.accepted(new ScorecardObjection.Answer(objection.objectionNo(), clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), dueOn).content());
    }

    /** @return by when two people rule */
    private LocalDate contest(Incoming incoming, ScorecardObjection objection, String no, List<ScorecardObjection.Contested> cases) {
        LocalDate dueOn = dueOn(inItsDays(no));
        store.object(incoming.partner(), no, objection.objectionNo(), cases, incoming.id().value(), clock.instant(), dueOn);
        return dueOn;
    }

    long object(EnterObjection entered) {
        Period period = inItsDays(entered.periodNo());
        if (!store.wasTold(period.no(), entered.toldNo())) {
            throw new Refusal(Problem.at("toldNo", FailureCode.RESOURCE_UNKNOWN));
        }
        if (escalations.rejected(period.no(), entered.toldNo()).isPresent()) {
            throw new Refusal(Problem.at("toldNo", FailureCode.ALREADY_ANSWERED));
        }
        return store.object(period.bank(), entered, clock.instant(), dueOn(period)).orElseThrow(() -> new Refusal(Problem.at("document", FailureCode.KEY_CONFLICT)));
    }

    private Period inItsDays(String periodNo) {
        Period period = rescoring.contestable(periodNo);
        if (period.state() == Period.State.PROVISIONAL && WorkingCalendar.today(clock).isAfter(Objects.requireNonNull(period.objectionsUntil()))) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "<= " + period.objectionsUntil());
        }
        return period;
    }

    private LocalDate dueOn(Period period) {
        return calendar.plus(WorkingCalendar.today(clock), scheme(period).procedure().decisionDays());
    }

    long rule(RuleObjection ruling) {
        String no = store.periodOf(ruling.objection()).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        rescoring.contestable(no);
        if (ruling.reason().isBlank() || ruling.reason().length() > LONGEST_REASON) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_WRONG_FORM, "1-" + LONGEST_REASON));
        }
        return store.propose(ruling, clock.instant()).orElseThrow(() -> new Refusal(FailureCode.ALREADY_ANSWERED));
    }

    void answerRuling(long id, boolean confirmed, String by) {
        ProcedureStore.Ruling ruling = store.ruling(id).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(ruling.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        Period period = rescoring.contestable(ruling.periodNo());
        if (!store.answerRuling(id, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (!confirmed || !ruling.upheld()) {
            return;
        }
        rescoring.upheld(period, id, "objection " + ruling.objection());
    }

    private Scheme scheme(Period period) {
        return rescoring.scheme(period);
    }

    private Period in(String periodNo, Period.State state) {
        Period period = periods.find(periodNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (period.state() != state) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, io.jinqiao.message.Words.of(period.state()));
        }
        return period;
    }
}
