package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Reply;
import io.jinqiao.message.UnitRights.Right;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.model.Question;
import io.jinqiao.mortgage.store.CheckStore;
import io.jinqiao.mortgage.store.CheckStore.Asked;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.mortgage.store.StoredRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the register about homes. What was not answered is not clean. */
@Component
class CheckDesk {
    private final CheckStore checks;
    private final RequestStore requests;
    private final BuildingDesk buildings;
    private final Where where;
    private final MortgageProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    CheckDesk(CheckStore checks, RequestStore requests, BuildingDesk buildings, Where where, MortgageProperties properties, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        this.checks = checks;
        this.requests = requests;
        this.buildings = buildings;
        this.where = where;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return nothing when the application names no unit, or there is nobody to ask: then nothing is known */
    List<Outgoing> atAcceptance(PartnerId bank, LoanApplication application) {
        return Question.of(application, ids.next().value())
                .flatMap(question -> ask(bank, application.applicationNo(), null, question))
                .stream()
                .toList();
    }

    Outcome beforeFiling(StoredRequest request, MortgageApplication message) {
        PropertyCheck question = Question.of(message, ids.next().value());
        Optional<Outgoing> asked = ask(request.bank(), request.applicationNo(), request.requestNo(), question);
        asked.ifPresent(one -> requests.asked(request, question.checkNo()));
        return Outcome.accepted(Content.Group.EMPTY).andTell(asked.stream().toList());
    }

    private Optional<Outgoing> ask(PartnerId bank, String applicationNo, @Nullable String requestNo, PropertyCheck question) {
        Optional<PartnerId> registry = where.registry(question.areaCode(), Operation.PROPERTY_CHECK);
        registry.ifPresent(one -> checks.asked(one, bank, applicationNo, requestNo, question, clock.instant()));
        return registry.map(one -> new Outgoing(one, question));
    }

    /** Null while the register was not asked, or did not answer. */
    Clearance.@Nullable Verdict verdict(StoredRequest request) {
        return request.checkNo() == null ? null : checks.find(request.checkNo()).map(Asked::verdict).orElse(null);
    }

    /** Whether an earlier question for the same request found something in the way. */
    boolean stoppedBefore(StoredRequest request) {
        return checks.inTheWay(request.bank(), request.requestNo()) > 1;
    }

    /** Whether the register refused to answer so often that asking again helps nobody. */
    boolean givenUp(StoredRequest request) {
        return checks.refusedInARow(request.bank(), request.requestNo()) >= properties.checkTries();
    }

    /**
     * @param checked null when the registry refused to answer, and of a question about a building
     * @param refused codes; null when it answered
     */
    record Heard(Asked asked, Consequence.@Nullable Checked checked, @Nullable String refused) {
        Heard(Asked asked, Consequence.@Nullable Checked checked) {
            this(asked, checked, null);
        }
    }

    /** @return empty when nobody here asked, or the answer is not known yet */
    Optional<Heard> answered(Answered answered) {
        PropertyCheck question = (PropertyCheck) answered.message();
        Asked asked = checks.find(question.checkNo()).filter(one -> one.registry().equals(answered.partner())).orElse(null);
        if (asked == null || answered.reply() instanceof Reply.Unknown) {
            return Optional.empty();
        }
        if (answered.reply() instanceof Reply.Rejected rejected) {
            String codes = rejected.problems().stream().map(problem -> problem.code().code()).distinct().collect(Collectors.joining(" "));
            checks.refused(question.checkNo(), codes, clock.instant());
            return Optional.of(new Heard(asked, null, codes));
        }
        PropertyCheck.Answer answer = PropertyCheck.Answer.of(((Reply.Accepted) answered.reply()).content());
        if (AnotherAnswer.is(answered, "checkNo", question.checkNo(), answer.checkNo())) {
            return Optional.empty();
        }
        Clearance clearance = judge(question, answer, asked);
        checks.answered(question.checkNo(), asked, answer, clearance, words(clearance), clock.instant());
        if (asked.caseNo() != null) {
            buildings.answered(asked.caseNo(), question, answer);
            return Optional.of(new Heard(asked, null));
        }
        return Optional.of(new Heard(
                asked, new Consequence.Checked(asked.bank(), asked.applicationNo(), question.checkNo(), clearance.verdict(), words(clearance))));
    }

    private Clearance judge(PropertyCheck question, PropertyCheck.Answer answer, Asked asked) {
        Set<Right> ours = asked.requestNo() == null
                ? asked.caseNo() == null ? Set.of() : Question.ours(MortgageApplication.Kind.CONVERSION)
                : requests.held(asked.bank(), asked.applicationNo(), asked.requestNo()).map(request -> Question.ours(request.kind())).orElse(Set.of());
        Clearance clearance = Clearance.of(question.units().stream().map(PropertyCheck.Unit::unitNumber).toList(), answer, ours);
        return believed(answer.checkedAt()) ? clearance : clearance.outdated();
    }

    /** Registries answer from a copy, too: what is registered since then it does not show. A moment to come says that a clock there is wrong. */
    private boolean believed(Instant checkedAt) {
        Instant now = clock.instant();
        return !checkedAt.isBefore(now.minus(properties.registerAge())) && !checkedAt.isAfter(now.plus(properties.clockAhead()));
    }

    private static List<String> words(Clearance clearance) {
        return clearance.hindrances().stream()
                .map(hindrance -> about(hindrance) + ":" + Words.of(hindrance.verdict()))
                .distinct()
                .toList();
    }

    private static String about(Clearance.Hindrance hindrance) {
        return hindrance.unit() == null ? "register" : hindrance.right() == null ? "holders" : Words.of(hindrance.right());
    }
}
