package io.jinqiao.assessment;

import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.ProposeStanding.Kind;
import io.jinqiao.assessment.StandingStore.Taken;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What standing means for new business, and what a decision about it needs; pure. */
final class StandingRules {
    /** A proposal takes this long from the form to here at most. */
    private static final Duration TYPING = Duration.ofSeconds(60);

    private StandingRules() {}

    /**
     * What limits new business under the decision in force.
     *
     * @param decision null when nobody decided
     * @param application whether it is an application; a mere question takes no room
     * @return null when nothing limits it
     * @throws Refusal when there is no standing
     */
    static @Nullable Cap capOf(@Nullable StandingDecision decision, boolean application) {
        if (decision == null) {
            throw new Refusal(FailureCode.NO_STANDING, "none");
        }
        Kind kind = decision.proposal().kind();
        if (kind == Kind.SUSPENDED || kind == Kind.ENDED) {
            LocalDate since = LocalDate.ofInstant(StandingCache.holdsFrom(decision), WorkingCalendar.ZONE);
            throw new Refusal(FailureCode.NO_STANDING, Words.of(kind) + " " + since + ", " + decision.proposal().document());
        }
        return kind == Kind.CAPPED && application ? Objects.requireNonNull(decision.proposal().cap()) : null;
    }

    /** @throws Refusal when one more application of this amount passes the cap */
    static void requireRoom(Cap cap, Taken taken, Money amount) {
        if (cap.applications() != null && taken.applications() + 1 > cap.applications()) {
            throw new Refusal(FailureCode.STANDING_CAPPED, cap.applications() + " applications");
        }
        if (cap.amount() != null && taken.fen() + amount.fen() > cap.amount().fen()) {
            throw new Refusal(FailureCode.STANDING_CAPPED, cap.amount().inYuan() + " CNY");
        }
    }

    /** @throws Refusal with everything that is missing or wrong */
    static void requireComplete(ProposeStanding proposal, Instant now) {
        List<Problem> problems = new ArrayList<>();
        text(problems, "document", proposal.document(), 200);
        text(problems, "reason", proposal.reason(), 500);
        text(problems, "by", proposal.by(), 64);
        Cap cap = proposal.cap();
        boolean limits = cap != null && (cap.applications() != null || cap.amount() != null);
        if ((proposal.kind() == Kind.CAPPED) != limits) {
            problems.add(Problem.at("cap", limits ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING));
        }
        if (cap != null && cap.applications() != null && cap.applications() < 0) {
            problems.add(Problem.at("cap.applications", FailureCode.NUMBER_OUT_OF_RANGE, "0", "999999999"));
        }
        if (proposal.effectiveFrom().isBefore(now.minus(TYPING))) {
            problems.add(Problem.at("effectiveFrom", FailureCode.FIELD_WRONG_FORM, ">= " + now));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** @throws Refusal when who confirms is who proposed, or nobody */
    static void requireAnother(String proposer, String confirmer) {
        if (PersonName.same(proposer, confirmer) || PersonName.isEmpty(confirmer)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
    }

    /** @throws Refusal when a proposal waited too long, or acts before the notice is over that was agreed on for what takes something from the bank */
    static void requireInTime(StandingDecision decision, Instant now, Duration lapses, Duration notice) {
        if (decision.proposedAt().plus(lapses).isBefore(now)) {
            throw new Refusal(FailureCode.STANDING_LAPSED, day(decision.proposedAt().plus(lapses)));
        }
        boolean takes = decision.proposal().kind() != Kind.ACTIVE;
        if (takes && !notice.isZero() && decision.proposal().effectiveFrom().isBefore(now.plus(notice))) {
            throw new Refusal(FailureCode.STANDING_NOTICE, now.plus(notice).toString());
        }
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE).toString();
    }

    private static void text(List<Problem> problems, String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(field, FailureCode.FIELD_MISSING));
        } else if (text.length() > max) {
            problems.add(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + max));
        }
    }
}
