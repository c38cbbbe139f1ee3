package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.DecisionSigner;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what people decide into the journal, signed. Without a signer nobody decides anything. */
@Component
class SignedActs {
    private final Journal journal;
    private final ObjectProvider<DecisionSigner> signers;
    private final IdGenerator ids;

    SignedActs(Journal journal, ObjectProvider<DecisionSigner> signers, IdGenerator ids) {
        this.journal = journal;
        this.signers = signers;
        this.ids = ids;
    }

    /** @param follows the record this act is about; null when there is none */
    RecordId record(Act act, @Nullable String subject, @Nullable RecordId follows) {
        byte[] text = act.text();
        DecisionSigner.Signed signed = signers.getObject().sign(text);
        return journal.append(new JournalEntry(
                act.at(),
                JournalEntry.Kind.DECISION,
                act.partner(),
                act.operation().id(),
                new MessageId(act.messageId()),
                subject,
                text,
                "none",
                null,
                text,
                signed.signature(),
                signed.profile(),
                signed.certificate(),
                null,
                follows,
                ids.next().value(),
                Map.of()));
    }
}
