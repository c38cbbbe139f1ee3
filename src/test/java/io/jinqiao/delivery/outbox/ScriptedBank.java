package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A partner with a ledger of its own, and the carrier that reaches it. Accepts everything unless the script says otherwise; tells an
 * enquiry what its ledger says. Journal records are rows of {@code test_record}, so that a rollback takes them along.
 */
final class ScriptedBank implements Carrier {
    static final Reply ACCEPTED = new Reply.Accepted(
            Content.group().put("receiptNo", "R-1").build());
    static final Reply REJECTED = new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "7")));

    final Queue<String> received = new ConcurrentLinkedQueue<>();
    final Set<String> ledger = ConcurrentHashMap.newKeySet();
    final Queue<String> enquiries = new ConcurrentLinkedQueue<>();
    final Deque<Function<Line, Attempt>> sends = new ConcurrentLinkedDeque<>();
    final Deque<Function<Line, Attempt>> asks = new ConcurrentLinkedDeque<>();

    private final JdbcClient sql;
    private final CommitPoints points;

    ScriptedBank(JdbcClient sql, CommitPoints points) {
        this.sql = sql;
        this.points = points;
    }

    /** One attempt seen from the script. */
    record Line(ScriptedBank bank, Parcel parcel, Departure departure) {

        void depart() {
            departure.aboutToSend(bank.record("about-to-send", parcel));
        }

        /** Bytes reach the partner, which does what they say. */
        void deliver() {
            bank.received.add(parcel.id().value());
            bank.ledger.add(parcel.id().value());
            bank.points.reached(CommitPoints.Point.OUTBOUND_BYTES_SENT);
        }

        Attempt replied(Reply reply) {
            return new Attempt.Replied(reply, bank.record("reply", parcel));
        }

        Attempt silent() {
            return replied(new Reply.Unknown(Reply.Cause.SILENT, "no answer", null));
        }
    }

    @Override
    public Attempt send(Parcel parcel, Departure departure) {
        Function<Line, Attempt> script = sends.poll();
        return (script == null ? accepts(ACCEPTED) : script).apply(new Line(this, parcel, departure));
    }

    @Override
    public Attempt enquire(Parcel original, Departure departure) {
        enquiries.add(original.id().value());
        Function<Line, Attempt> script = asks.poll();
        return (script == null ? tellsTheLedger() : script).apply(new Line(this, original, departure));
    }

    static Function<Line, Attempt> accepts(Reply reply) {
        return line -> {
            line.depart();
            line.deliver();
            return line.replied(reply);
        };
    }

    /** Takes the message and says nothing. */
    static Function<Line, Attempt> takesItSilently() {
        return line -> {
            line.depart();
            line.deliver();
            return line.silent();
        };
    }

    /** The connection is refused after "about to send" was committed. */
    static Function<Line, Attempt> unreachable() {
        return line -> {
            line.depart();
            return new Attempt.NotSent(
                    FailureCode.PARTNER_NOT_REACHED, "connection refused", line.bank().record("nothing-came", line.parcel()));
        };
    }

    static Function<Line, Attempt> tellsTheLedger() {
        return line -> {
            line.depart();
            return line.bank().ledger.contains(line.parcel().id().value())
                    ? line.replied(ACCEPTED)
                    : new Attempt.NeverArrived(line.bank().record("never-arrived", line.parcel()));
        };
    }

    static Function<Line, Attempt> says(Reply reply) {
        return line -> {
            line.depart();
            return line.replied(reply);
        };
    }

    Supplier<RecordId> record(String kind, Parcel parcel) {
        return () -> {
            UUID id = UUID.randomUUID();
            sql.sql("INSERT INTO test_record (id, kind, message_id) VALUES (?, ?, ?)")
                    .params(id, kind, parcel.id().value())
                    .update();
            return new RecordId(id);
        };
    }
}
