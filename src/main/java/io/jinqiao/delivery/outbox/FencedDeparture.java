package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.evidence.RecordId;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits "about to send" only while the row is ours, together with the mark that it left. */
final class FencedDeparture implements Carrier.Departure {
    private final OutboxRow row;
    private final TransactionTemplate transaction;
    private final BiPredicate<Duration, RecordId> mark;
    private final Duration hold;
    private final CommitPoints points;
    private boolean called;
    private boolean committed;

    /** @param mark writes the mark and prolongs the lease; false when the lease is lost */
    FencedDeparture(
            OutboxRow row,
            TransactionTemplate transaction,
            BiPredicate<Duration, RecordId> mark,
            Duration hold,
            CommitPoints points) {
        this.row = row;
        this.transaction = transaction;
        this.mark = mark;
        this.hold = hold;
        this.points = points;
    }

    @Override
    public RecordId aboutToSend(Supplier<RecordId> record) {
        if (called) {
            throw new IllegalStateException("one attempt departs once");
        }
        called = true;
        boolean enquiry = row.stage() instanceof Stage.Unknown;
        RecordId written = transaction.execute(status -> {
            RecordId id = record.get();
            if (!mark.test(hold, id)) {
                throw new Carrier.LeaseLost(row.id());
            }
            if (!enquiry) {
                points.reached(Point.ABOUT_TO_SEND_BEFORE_COMMIT);
            }
            return id;
        });
        committed = true;
        points.reached(enquiry ? Point.ENQUIRY_ABOUT_TO_SEND_COMMITTED : Point.ABOUT_TO_SEND_COMMITTED);
        return java.util.Objects.requireNonNull(written);
    }

    /** Whether bytes may have left. */
    boolean committed() {
        return committed;
    }
}
