package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.RegistrationMaterial;
import io.jinqiao.message.Reply;
import io.jinqiao.mortgage.store.MaterialStore;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Sends files to registries that take them apart from applications: for each case a part at a time, the next once the one before was taken. A part on its way is an
 * outbox row, so that a crash or an outage loses none and sends none twice; what the registry said of it decides what comes next.
 */
@Component
class MaterialDesk {
    private final MaterialStore materials;
    private final Clock clock;

    MaterialDesk(MaterialStore materials, @Qualifier("businessClock") Clock clock) {
        this.materials = materials;
        this.clock = clock;
    }

    void arrived(PartnerId bank, String applicationNo, Collection<AttachmentRef> here) {
        if (!here.isEmpty()) {
            materials.arrived(bank, applicationNo, here, clock.instant());
        }
    }

    List<AttachmentRef> here(PartnerId bank, String applicationNo) {
        return materials.here(bank, applicationNo);
    }

    /** They go once the registry took what they go with. */
    void hold(String caseNo, String goesWith, List<AttachmentRef> files, int longest) {
        if (!files.isEmpty()) {
            materials.hold(caseNo, goesWith, files, longest);
        }
    }

    /** The registry took what they go with. */
    Optional<Consequence.Wanted> release(String caseNo, String goesWith) {
        materials.release(caseNo, goesWith);
        return next(caseNo);
    }

    Outcome answered(Answered answered) {
        RegistrationMaterial part = (RegistrationMaterial) answered.message();
        if (answered.reply() instanceof Reply.Accepted accepted) {
            RegistrationMaterial.Answer taken = RegistrationMaterial.Answer.of(accepted.content());
            if (AnotherAnswer.is(answered, "digest", part.digest().hex(), taken.digest().hex())) {
                materials.refused(part, FailureCode.ATTACHMENT_DIGEST_WRONG.code(), clock.instant());
            } else {
                materials.taken(part, taken.complete(), clock.instant());
            }
        } else if (answered.reply() instanceof Reply.Rejected rejected) {
            String codes = rejected.problems().stream().map(problem -> problem.code().code()).distinct().collect(Collectors.joining(" "));
            materials.refused(part, codes, clock.instant());
        }
        return Outcome.accepted(Content.Group.EMPTY).with(next(part.caseNo()).stream().toList());
    }

    /** What waits although nothing of its case is on its way. */
    List<Consequence.Wanted> waiting(int limit) {
        return materials.waiting(limit).stream().flatMap(caseNo -> next(caseNo).stream()).toList();
    }

    private Optional<Consequence.Wanted> next(String caseNo) {
        return materials.next(caseNo, clock.instant()).map(next -> new Consequence.Wanted(next.bank(), next.applicationNo(), next.registry(), next.part()));
    }
}
