package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.workbench.bench.OneRoom;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The part of the room of repayments that files need: what the journal costs for a file is not in the figures. */
final class LedgerHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2027-12-01T02:00:00Z");

    private final OneRoom room;

    LedgerHouse(DataSource database, Path home) {
        room = new OneRoom("repayment", database, home, NOW);
    }

    void in(Consumer<Repayments> work) {
        room.in(Repayments.class, work);
    }

    OverdueLedger ledger() {
        return room.door(OverdueLedger.class);
    }

    @Override
    public void close() {
        room.close();
    }
}
