package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.Authorisations;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Scans;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes new applications in. */
@Component
class Intake {
    private final LoanRules rules;
    private final LoanStore store;
    private final Clock clock;

    Intake(LoanRules rules, LoanStore store, @Qualifier("businessClock") Clock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    Outcome accept(Incoming incoming) {
        LoanApplication application = (LoanApplication) incoming.message();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        Collection<AttachmentRef> listed = eachOnce(application.attachments());
        Loan draft = Loan.accepted("", incoming.partner(), application, rules.schemes().of(application), scans(listed));
        List<Problem> missing = Authorisations.missing(application, today);
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
        }
        String acceptanceNo = store.insert(draft, incoming, listed, events(incoming, listed), today, now);
        return Outcome.accepted(Content.group()
                .put("acceptanceNo", acceptanceNo)
                .put("acceptedAt", now)
                .rows("findings", incoming.findings().stream().map(Intake::told).toList())
                .rows("missingAttachments", listed.stream().map(Intake::kind).toList())
                .build())
                .with(new Consequence.Accepted(incoming.partner(), incoming.id(), application));
    }

    private static Collection<AttachmentRef> eachOnce(List<AttachmentRef> listed) {
        Map<Digest, AttachmentRef> byDigest = new LinkedHashMap<>();
        listed.forEach(ref -> byDigest.putIfAbsent(ref.digest(), ref));
        return byDigest.values();
    }

    private static Scans scans(Collection<AttachmentRef> listed) {
        return new Scans(listed.stream().map(AttachmentRef::kind).sorted().toList(), Set.of());
    }

    private static List<LoanEvent> events(Incoming incoming, Collection<AttachmentRef> listed) {
        String findings = incoming.findings().stream()
                .map(finding -> finding.rule() + ":" + finding.grade().name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" "));
        List<LoanEvent> events = new ArrayList<>();
        events.add(LoanEvent.of(LoanEvent.Type.ACCEPTED).with("findings", findings.isEmpty() ? null : findings));
        if (listed.isEmpty()) {
            events.add(LoanEvent.of(LoanEvent.Type.ATTACHMENTS_COMPLETE));
        }
        return events;
    }

    private static Content.Group told(Finding finding) {
        return Content.group()
                .put("code", finding.code())
                .put("text", finding.text())
                .put("field", finding.field())
                .build();
    }

    static Content.Group kind(AttachmentRef ref) {
        return Content.group().put("kind", ref.kind()).build();
    }
}
