package io.jinqiao.assessment;

import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.StandingStore.Taken;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

@Service("standing")
class StandingGate implements Standing {
    private final StandingStore store;
    private final StandingCache cache;
    private final AssessmentProperties properties;
    private final Clock clock;

    @Autowired
    StandingGate(
            StandingStore store, AssessmentProperties properties, Clock real, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.cache = new StandingCache(store::of, properties.standingMaxAge(), real);
        this.properties = properties;
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
        Cap cap = StandingRules.capOf(decision, application);
        if (decision != null && cap != null) {
            Taken taken = store.taken(decision.proposal().bank(), StandingCache.holdsFrom(decision));
            StandingRules.requireRoom(cap, taken, ((LoanApplication) incoming.message()).terms().amount());
        }
    }

    @Override
    public long propose(ProposeStanding proposal) {
        Instant now = clock.instant();
        StandingRules.requireComplete(proposal, now);
        return store.insert(proposal, now);
    }

    @Override
    public void confirm(ConfirmStanding confirmation) {
        StandingDecision decision = store.find(confirmation.proposal())
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        StandingRules.requireAnother(decision.proposal().by(), confirmation.by());
        if (confirmation.confirmed()) {
            StandingRules.requireInTime(decision, clock.instant(), properties.standingLapses(), properties.standingNotice());
        }
        if (!store.answer(confirmation, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        cache.forget(decision.proposal().bank());
    }

    @Override
    public List<StandingDecision> open() {
        return store.open(clock.instant().minus(properties.standingLapses()));
    }

    @Override
    public List<StandingDecision> history(PartnerId bank) {
        return store.of(bank);
    }
}
