package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Scans;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.loan.store.ScanStore.Expected;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes scans in, chunk by chunk, in any order. When the last chunk makes a scan that has not its digest, that chunk is refused and the
 * upload is begun again, cut into another number of chunks.
 */
@Component
class ScanIntake {
    private final LoanStore loans;
    private final ScanStore scans;
    private final Clock clock;

    ScanIntake(LoanStore loans, ScanStore scans, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.scans = scans;
        this.clock = clock;
    }

    Outcome take(Incoming incoming) {
        Attachment chunk = (Attachment) incoming.message();
        byte[] bytes = bytes(chunk);
        String acceptanceNo = scans.hold(incoming.partner(), chunk.applicationNo())
                .orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
        if (expected(acceptanceNo, chunk, incoming).complete()) {
            return answer(chunk, chunk.chunks(), true);
        }
        Subject about = new Subject(incoming.partner(), chunk.applicationNo());
        int received = scans.keep(acceptanceNo, about, chunk.digest(), chunk.chunks(), chunk.chunk(), bytes, incoming.id());
        boolean complete = received == chunk.chunks();
        if (!complete) {
            return answer(chunk, received, false);
        }
        arrived(acceptanceNo, chunk, incoming);
        AttachmentRef here = new AttachmentRef(chunk.kind(), chunk.digest(), chunk.size());
        return answer(chunk, received, true).with(new Consequence.Scanned(incoming.partner(), chunk.applicationNo(), List.of(here)));
    }

    private static byte[] bytes(Attachment chunk) {
        if (chunk.chunk() > chunk.chunks()) {
            throw new Refusal(Problem.at("chunk", FailureCode.NUMBER_OUT_OF_RANGE, "1", "" + chunk.chunks()));
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(chunk.bytes());
            if (bytes.length > 0 && bytes.length <= chunk.size()) {
                return bytes;
            }
            throw new Refusal(Problem.at("bytes", FailureCode.NUMBER_OUT_OF_RANGE, "1", "" + chunk.size()));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.at("bytes", FailureCode.FIELD_WRONG_FORM, "Base64"));
        }
    }

    /** Only what was listed is taken, but for the borrower's confirmation, which nobody could list before the decision. */
    private Expected expected(String acceptanceNo, Attachment chunk, Incoming incoming) {
        AttachmentRef said = new AttachmentRef(chunk.kind(), chunk.digest(), chunk.size());
        Expected expected = scans.expected(acceptanceNo, chunk.digest()).orElse(null);
        if (expected == null) {
            if (!chunk.kind().equals(Scans.BORROWER_CONFIRMATION)) {
                throw new Refusal(Problem.at("digest", FailureCode.ATTACHMENT_NOT_EXPECTED));
            }
            scans.expect(acceptanceNo, List.of(said), incoming.id());
            return new Expected(said, false);
        }
        List<Problem> differences = new ArrayList<>();
        if (!expected.ref().kind().equals(chunk.kind())) {
            differences.add(Problem.at("kind", FailureCode.FIELDS_DISAGREE, "attachments.kind"));
        }
        if (expected.ref().size() != chunk.size()) {
            differences.add(Problem.at("size", FailureCode.FIELDS_DISAGREE, "attachments.size"));
        }
        if (!differences.isEmpty()) {
            throw new Refusal(differences);
        }
        return expected;
    }

    private void arrived(String acceptanceNo, Attachment chunk, Incoming incoming) {
        ScanStore.Whole whole = scans.whole(acceptanceNo, chunk.digest(), chunk.chunks());
        if (!whole.equals(new ScanStore.Whole(chunk.digest(), chunk.size()))) {
            throw new Refusal(Problem.at("digest", FailureCode.ATTACHMENT_DIGEST_WRONG));
        }
        Instant now = clock.instant();
        boolean allWereHere = loans.get(acceptanceNo).loan().scans().missing().isEmpty();
        scans.complete(acceptanceNo, chunk.digest(), chunk.chunks(), incoming.id(), now);
        StoredLoan after = loans.get(acceptanceNo);
        List<LoanEvent> events = new ArrayList<>();
        events.add(LoanEvent.of(LoanEvent.Type.ATTACHMENT_ARRIVED)
                .with("kind", chunk.kind())
                .with("digest", chunk.digest()));
        if (!allWereHere && after.loan().scans().missing().isEmpty()) {
            events.add(LoanEvent.of(LoanEvent.Type.ATTACHMENTS_COMPLETE));
        }
        loans.note(acceptanceNo, events, incoming.id(), now);
        loans.word(after.loan());
    }

    private static Outcome answer(Attachment chunk, int received, boolean complete) {
        return Outcome.accepted(Content.group()
                .put("digest", chunk.digest())
                .put("received", received)
                .put("chunks", chunk.chunks())
                .put("complete", complete)
                .build());
    }
}
