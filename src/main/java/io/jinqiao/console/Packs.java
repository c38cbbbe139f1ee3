package io.jinqiao.console;

import io.jinqiao.console.facts.LoanFacts;
import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.console.facts.MessageFacts;
import io.jinqiao.console.facts.RelatedFacts;
import io.jinqiao.evidence.EvidencePacks;
import io.jinqiao.evidence.EvidencePacks.Document;
import io.jinqiao.evidence.EvidencePacks.Enclosed;
import io.jinqiao.evidence.EvidencePacks.EvidencePack;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.mortgage.Certificates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;

/** Evidence packs on their way out. They hold people's data in clear: each taking is in the audit before the first byte. */
@Service
public class Packs {
    private final EvidencePacks packs;
    private final LoanFacts loans;
    private final MessageFacts messages;
    private final RelatedFacts related;
    private final Certificates certificates;
    private final Audit audit;

    Packs(EvidencePacks packs, LoanFacts loans, MessageFacts messages, RelatedFacts related, Certificates certificates, Audit audit) {
        this.packs = packs;
        this.related = related;
        this.certificates = certificates;
        this.loans = loans;
        this.messages = messages;
        this.audit = audit;
    }

    public void ofLoan(String acceptanceNo, Actor actor, HttpServletResponse response) throws IOException {
        LoanRow loan = loans.find(acceptanceNo).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
        PartnerId bank = new PartnerId(loan.partner());
        send(packs.forLoan(bank, loan.applicationNo(), enclosed(bank, loan.applicationNo())), acceptanceNo, actor, response);
    }

    /** What passed between us and the registries for this loan, and the certificates they handed over. */
    private Enclosed enclosed(PartnerId bank, String applicationNo) {
        return new Enclosed(
                related.of(new Subject(bank, applicationNo)),
                certificates.of(bank, applicationNo).stream().map(kept -> new Document(kept.format(), kept.file())).toList());
    }

    /** @param message journal record of a message, or the message's own number */
    public void ofMessage(String message, @Nullable String partner, Actor actor, HttpServletResponse response) throws IOException {
        UUID record = record(message, partner);
        send(packs.forMessage(new RecordId(record)), record.toString(), actor, response);
    }

    private UUID record(String message, @Nullable String partner) {
        if (message.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            UUID record = UUID.fromString(message);
            if (messages.entry(record).isPresent()) {
                return record;
            }
        }
        List<UUID> records = messages.records(partner, message);
        if (records.isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        return records.get(0);
    }

    private void send(EvidencePack pack, String subject, Actor actor, HttpServletResponse response) throws IOException {
        audit.write(actor.name(), "evidence-taken", subject, null);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(pack.fileName()).build().toString());
        pack.writeTo(response.getOutputStream());
    }
}
