package io.jinqiao.workbench.bench.registry;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.Reply;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many open cases behind the door of the room of mortgages. The registry answers at once and costs nothing: what it would say is made here, so that the time is
 * ours. What follows for banks and loans is computed and thrown away.
 */
final class Backlog {
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final int FIRST = 10_000_000;

    private final Registrations registrations;
    private final TransactionTemplate commit;
    private final PartnerId registry;
    private final RegistrationApplication sample;
    /** All moments told lie in the past: a moment to come is not believed. */
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(10));

    Backlog(Registrations registrations, TransactionTemplate commit, PartnerId registry, RegistrationApplication sample) {
        this.registrations = registrations;
        this.commit = commit;
        this.registry = registry;
        this.sample = sample;
    }

    void file(int from, int to) {
        commit.executeWithoutResult(status -> {
            for (int i = from; i < to; i++) {
                RegistrationApplication one = (RegistrationApplication)
                        Operation.REGISTRATION_APPLICATION.read(sample.content().with("caseNo", number(i)));
                registrations.file(new FileCase(registry, BANK, "A" + (FIRST + i), one, "bench"));
            }
        });
    }

    /** A page of a day's reconciliation that tells these cases to be in a state, each since a moment of its own. */
    void reconcile(int from, int to, RegistrationState state, Duration after) {
        List<RegistrationReconciliation.Row> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(new RegistrationReconciliation.Row(number(i), "SL" + (FIRST + i), state, start.plus(after).plusSeconds(i)));
        }
        LocalDate day = LocalDate.now();
        RegistrationReconciliation asked = new RegistrationReconciliation("DZ" + from, day, null);
        Reply reply = new Reply.Accepted(new RegistrationReconciliation.Answer(day, to, rows, null).content());
        commit.executeWithoutResult(status -> registrations.page(new Answered(registry, new MessageId("D" + from), asked, reply)));
    }

    /** One round, and the answers to what it asks, each in a commit of its own: registered, with the entry. @return how many were asked about */
    int poll(Instant at) {
        List<Outgoing> asked = new ArrayList<>(commit.execute(status -> registrations.rounds(new Rounds(at))).outgoing());
        asked.removeIf(one -> !(one.message() instanceof RegistrationEnquiry));
        asked.forEach(one -> {
            RegistrationEnquiry enquiry = (RegistrationEnquiry) one.message();
            Answered answered = new Answered(registry, new MessageId("P" + enquiry.caseNo()), enquiry, new Reply.Accepted(registered(enquiry.caseNo()).content()));
            commit.executeWithoutResult(status -> registrations.progress(answered));
        });
        return asked.size();
    }

    private RegistrationEnquiry.Answer registered(String caseNo) {
        Instant at = start.plus(Duration.ofDays(2)).plusSeconds(Integer.parseInt(caseNo.substring(2)) - FIRST);
        String mortgagor = sample.parties().stream().filter(p -> p.role() == Party.Role.MORTGAGOR).findFirst().orElseThrow().name();
        CertificateNumber proof = CertificateNumber.proof("虚(2026)虚构市不动产证明第" + caseNo.substring(2) + "号");
        List<RegisterEntry.Proof> proofs = sample.units().stream()
                .map(unit -> new RegisterEntry.Proof(RegisterEntry.Right.MORTGAGE, unit.unitNumber(), proof, mortgagor))
                .toList();
        RegisterEntry entry = new RegisterEntry(at, sample.claim() == null ? null : sample.claim().amount(), proofs);
        return new RegistrationEnquiry.Answer(caseNo, "SL" + caseNo.substring(2), RegistrationState.REGISTERED, at, null, null, entry);
    }

    /** Bytes of what was applied for in each case. */
    int size() {
        return CanonicalJson.writeSorted(sample.content()).length();
    }

    private static String number(int i) {
        return "DJ" + (FIRST + i);
    }
}
