package io.jinqiao.loan.desk;

import io.jinqiao.loan.CoreSystem;
import io.jinqiao.loan.CoreSystem.Eligibility;
import io.jinqiao.loan.CoreSystem.Verdict;
import io.jinqiao.loan.store.CheckStore;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.Content;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the core system whether persons may borrow, and notes what came of it. Whatever goes wrong there, nobody is ever told "passed". */
@Component
class ApplicantChecks {
    private static final Logger log = LoggerFactory.getLogger(ApplicantChecks.class);

    private final ObjectProvider<CoreSystem> core;
    private final CheckStore asked;
    private final Clock clock;

    ApplicantChecks(ObjectProvider<CoreSystem> core, CheckStore log, @Qualifier("businessClock") Clock clock) {
        this.core = core;
        this.asked = log;
        this.clock = clock;
    }

    Outcome check(Incoming incoming) {
        ApplicantCheck question = (ApplicantCheck) incoming.message();
        Eligibility answer = ask(question)
                .filter(eligibility -> eligibility.persons().size() == question.persons().size())
                .orElse(null);
        String outcome = answer == null ? "not-checked" : answer.persons().stream().allMatch(Verdict::eligible) ? "eligible" : "not-eligible";
        asked.put(incoming, outcome, clock.instant());
        return answer == null ? notChecked(question) : checked(answer);
    }

    private Optional<Eligibility> ask(ApplicantCheck question) {
        CoreSystem system = core.getIfAvailable();
        try {
            return system == null ? Optional.empty() : system.check(question);
        } catch (RuntimeException e) {
            log.warn("the core system failed on an applicant check: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Outcome checked(Eligibility answer) {
        List<Content.Group> persons = new ArrayList<>();
        for (Verdict verdict : answer.persons()) {
            persons.add(person(persons.size() + 1, verdict.eligible() ? "eligible" : "not-eligible", verdict));
        }
        boolean all = answer.persons().stream().allMatch(Verdict::eligible);
        return Outcome.accepted(Content.group()
                .put("outcome", "checked")
                .put("policyVersion", answer.policyVersion())
                .put("indicativeAmount", all ? answer.indicativeAmount() : null)
                .rows("persons", persons)
                .build());
    }

    private static Outcome notChecked(ApplicantCheck question) {
        List<Content.Group> persons = new ArrayList<>();
        question.persons().forEach(p -> persons.add(person(persons.size() + 1, "not-checked", null)));
        return Outcome.accepted(
                Content.group().put("outcome", "not-checked").rows("persons", persons).build());
    }

    private static Content.Group person(int index, String result, @org.jspecify.annotations.Nullable Verdict verdict) {
        return Content.group()
                .put("index", index)
                .put("result", result)
                .put("reason", verdict == null ? null : verdict.reason())
                .build();
    }
}
