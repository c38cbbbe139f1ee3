package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Consequence.Supplemented;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Material;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.Reply;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.model.Materials;
import io.jinqiao.mortgage.model.Mark;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.StoredCase;
import io.jinqiao.mortgage.store.SupplementStore;
import io.jinqiao.mortgage.store.SupplementStore.Held;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a registry asked for, from the branch to the registry: held until every file is here, then sent by itself. */
@Component
class SupplementDesk {
    private final SupplementStore supplements;
    private final CaseStore cases;
    private final MaterialDesk materials;
    private final RegistryDays days;
    private final Where where;
    private final IdGenerator ids;
    private final Clock clock;

    SupplementDesk(
            SupplementStore supplements, CaseStore cases, MaterialDesk materials, RegistryDays days, Where where, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        this.supplements = supplements;
        this.cases = cases;
        this.materials = materials;
        this.days = days;
        this.where = where;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Refusal when no registry waits for anything, or takes no such files */
    Outcome handedIn(Supplemented told, Outcome outcome) {
        StoredCase of = cases.ofLoan(told.bank(), told.applicationNo()).stream()
                .filter(SupplementDesk::waitsForUs)
                .findFirst()
                .orElseThrow(() -> new Refusal(FailureCode.LOAN_STATE_FORBIDS, told.state()));
        if (!where.does(of.registry(), Operation.REGISTRATION_SUPPLEMENT)) {
            throw new Refusal(FailureCode.REGISTRY_LACKS_OPERATION, Operation.REGISTRATION_SUPPLEMENT.id());
        }
        List<AttachmentRef> files = told.supplement().attachments();
        Materials.refuseTooLarge(files, where.materials(of.registry()));
        RegistrationSupplement supplement = new RegistrationSupplement(
                ids.next().value(), of.application().caseNo(), Objects.requireNonNull(of.standing().registryNo()), Material.named(files), told.supplement().remark());
        supplements.hold(of, supplement, told.supplement().supplementNo(), told.message(), clock.instant());
        materials.arrived(told.bank(), told.applicationNo(), told.here());
        return sent(told.bank(), told.applicationNo(), outcome);
    }

    private static boolean waitsForUs(StoredCase one) {
        Mark mark = one.standing().mark();
        return one.refused() == null && mark != null && mark.state() == RegistrationState.SUPPLEMENT;
    }

    /** Sends what has all its files now. */
    Outcome sent(PartnerId bank, String applicationNo, Outcome outcome) {
        Outcome after = outcome;
        for (Held held : supplements.held(bank, applicationNo)) {
            if (Materials.here(held.files(), materials.here(bank, applicationNo))) {
                after = sent(held, after);
            }
        }
        return after;
    }

    private Outcome sent(Held held, Outcome outcome) {
        RegistrationSupplement supplement = held.supplement();
        RegistryMaterials taken = where.materials(held.registry());
        supplements.sent(supplement.supplementNo(), clock.instant());
        days.anew(held.registry(), supplement.caseNo());
        if (taken.way() == RegistryMaterials.Way.ONE_CALL) {
            return outcome.with(new Consequence.Wanted(held.bank(), held.applicationNo(), held.registry(), supplement));
        }
        if (taken.way() == RegistryMaterials.Way.UPLOAD) {
            materials.hold(supplement.caseNo(), supplement.supplementNo(), held.files(), taken.part());
        }
        return outcome.andTell(new Outgoing(held.registry(), supplement));
    }

    Outcome answered(Answered answered) {
        RegistrationSupplement supplement = (RegistrationSupplement) answered.message();
        Outcome nothing = Outcome.accepted(Content.Group.EMPTY);
        if (answered.reply() instanceof Reply.Accepted) {
            supplements.answered(supplement.supplementNo(), null, clock.instant());
            return nothing.with(materials.release(supplement.caseNo(), supplement.supplementNo()).stream().toList());
        }
        if (answered.reply() instanceof Reply.Rejected rejected) {
            String codes = rejected.problems().stream().map(problem -> problem.code().code()).distinct().collect(Collectors.joining(" "));
            supplements.answered(supplement.supplementNo(), codes, clock.instant());
        }
        return nothing;
    }
}
