package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Outbox;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Refusal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Posts rows in the caller's transaction and wakes the dispatcher after its commit. */
@Component
final class DatabaseOutbox implements Outbox {
    private final JdbcClient sql;
    private final PersonalData personalData;
    private final Clock clock;
    private final IdGenerator ids;
    private final Nudge nudge;

    DatabaseOutbox(JdbcClient sql, PersonalData personalData, Clock clock, IdGenerator ids, Nudge nudge) {
        this.sql = sql;
        this.personalData = personalData;
        this.clock = clock;
        this.ids = ids;
        this.nudge = nudge;
    }

    @Override
    public MessageId post(Outgoing outgoing) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an outbox row is posted in the transaction of its cause");
        }
        CanonicalMessage message = outgoing.message();
        if (message.subject() != null) {
            sql.sql(Statements.ORDER_OF_SUBJECT)
                    .param(outgoing.partner() + "/" + message.subject())
                    .query((row, n) -> n)
                    .single();
        }
        MessageId id = message.ownId() == null ? ids.next() : message.ownId();
        byte[] digest = CanonicalJson.digest(message).bytes();
        if (insert(outgoing, id, digest) == 0) {
            return postedBefore(outgoing, digest);
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.give();
            }
        });
        return id;
    }

    private int insert(Outgoing outgoing, MessageId id, byte[] digest) {
        CanonicalMessage message = outgoing.message();
        return sql.sql(Statements.POST)
                .param("id", id.value())
                .param("partner", outgoing.partner().value())
                .param("operation", message.operation().id())
                .param("key", message.businessKey(), Types.VARCHAR)
                .param("subject", message.subject(), Types.VARCHAR)
                .param("content", concealed(outgoing))
                .param("digest", digest)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private byte[] concealed(Outgoing outgoing) {
        CanonicalMessage message = outgoing.message();
        return personalData.concealText(
                new Subject(outgoing.partner(), message.subject()), CanonicalJson.write(message.content()));
    }

    private MessageId postedBefore(Outgoing outgoing, byte[] digest) {
        return sql.sql(Statements.POSTED_BEFORE)
                .param("partner", outgoing.partner().value())
                .param("operation", outgoing.message().operation().id())
                .param("key", outgoing.message().businessKey())
                .query((row, n) -> {
                    if (!Arrays.equals(row.getBytes("content_digest"), digest)) {
                        throw new Refusal(FailureCode.KEY_CONFLICT);
                    }
                    return new MessageId(row.getString("message_id"));
                })
                .single();
    }
}
