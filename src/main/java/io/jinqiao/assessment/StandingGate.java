package io.jinqiao.assessment;

import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.ProposeStanding.Kind;
import io.jinqiao.assessment.StandingStore.Taken;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

@Service("standing")
class StandingGate implements Standing {
    private final StandingStore store;
    private final StandingCache cache;
    private final Clock clock;

    @Autowired
    StandingGate(
            StandingStore store, AssessmentProperties properties, Clock real, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.cache = new StandingCache(store::of, properties.standingMaxAge(), real);
        this.clock = clock;
    }

    @Override
    public Incoming check(Incoming incoming) {
        boolean application = incoming.message() instanceof LoanApplication;
        if (application || incoming.message() instanceof ApplicantCheck) {
            try {
                require(incoming, application);
            } catch (DataAccessException e) {
                throw new Refusal(FailureCode.STORE_UNAVAILABLE);
            }
        }
        return incoming;
    }

    private void require(Incoming incoming, boolean application) {
        StandingDecision decision = cache.at(incoming.partner(), clock.instant()).orElse(null);
        if (decision == null) {
            throw new Refusal(FailureCode.NO_STANDING, "none");
        }
        Kind kind = decision.proposal().kind();
        if (kind == Kind.SUSPENDED || kind == Kind.ENDED) {
            LocalDate since = LocalDate.ofInstant(StandingCache.holdsFrom(decision), WorkingCalendar.ZONE);
            throw new Refusal(FailureCode.NO_STANDING, Words.of(kind) + " " + since);
        }
        if (kind == Kind.CAPPED && application) {
            requireRoom(decision, (LoanApplication) incoming.message());
        }
    }

    private void requireRoom(StandingDecision decision, LoanApplication application) {
        Cap cap = Objects.requireNonNull(decision.proposal().cap());
        Taken taken = store.taken(decision.proposal().bank(), StandingCache.holdsFrom(decision));
        if (cap.applications() != null && taken.applications() + 1 > cap.applications()) {
            throw new Refusal(FailureCode.STANDING_CAPPED, cap.applications() + " applications");
        }
        if (cap.amount() != null && taken.fen() + application.terms().amount().fen() > cap.amount().fen()) {
            throw new Refusal(FailureCode.STANDING_CAPPED, cap.amount().inYuan() + " CNY");
        }
    }

    @Override
    public long propose(ProposeStanding proposal) {
        Instant now = clock.instant();
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
        if (proposal.effectiveFrom().isBefore(now.minusSeconds(60))) {
            problems.add(Problem.at("effectiveFrom", FailureCode.FIELD_WRONG_FORM, ">= " + now));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return store.insert(proposal, now);
    }

    private static void text(List<Problem> problems, String field, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            problems.add(Problem.at(field, FailureCode.FIELD_MISSING));
        } else if (text.length() > max) {
            problems.add(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + max));
        }
    }

    @Override
    public void confirm(ConfirmStanding confirmation) {
        StandingDecision decision = store.find(confirmation.proposal())
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (person(decision.proposal().by()).equals(person(confirmation.by())) || confirmation.by().isBlank()) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (!store.answer(confirmation, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        cache.forget(decision.proposal().bank());
    }

    private static String person(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<StandingDecision> open() {
        return store.open();
    }

    @Override
    public List<StandingDecision> history(PartnerId bank) {
        return store.of(bank);
    }
}
