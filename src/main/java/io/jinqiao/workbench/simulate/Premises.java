package io.jinqiao.workbench.simulate;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import java.nio.file.Path;
import java.util.List;

/** What every simulated partner has, whatever it speaks: a name, a book, a tray for what it took, moods. Closed with the book. */
public abstract class Premises implements SimulatedPartner {
    private final String partner;
    private final Build build;
    private final Moods moods = new Moods();
    private final BankLedger ledger;
    private final InTray tray;

    /** @param work folder of its own book */
    protected Premises(String partner, Build build, Path work) {
        this.partner = partner;
        this.build = build;
        this.ledger = new BankLedger(work.resolve("ledger.jsonl"));
        this.tray = new InTray(work.resolve("received"));
    }

    @Override
    public final String partner() {
        return partner;
    }

    @Override
    public final Build build() {
        return build;
    }

    @Override
    public final Moods moods() {
        return moods;
    }

    @Override
    public final BankLedger ledger() {
        return ledger;
    }

    protected final InTray tray() {
        return tray;
    }

    @Override
    public final <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type) {
        return tray.all(operation, type);
    }

    /** Whatever listens, listens no more. */
    protected abstract void leave();

    @Override
    public final void close() {
        try {
            leave();
        } finally {
            ledger.close();
        }
    }
}
