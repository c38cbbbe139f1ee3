package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A shipped bank's test system that shares nothing with the gateway but the words of the centre. */
public final class OwnBank implements SimulatedPartner {
    private final Family family;
    private final Moods moods = new Moods();
    private final BankLedger ledger;
    private final InTray tray;
    private final Line line;

    private OwnBank(Family family, Chair chair, BankKeys keys, Sources sources, Path work, int port, Consumer<String> told) {
        this.family = family;
        this.ledger = new BankLedger(work.resolve("ledger.jsonl"));
        this.tray = new InTray(work.resolve("received"));
        Wire wire = family.wire().apply(chair, keys);
        Receipts receipts = chair == Chair.BANK ? Receipts::ofTheBank : Receipts::ofTheCentre;
        Desk desk = new Desk(wire, receipts, new Later(() -> Examples.of(family, wire, sources, work)), moods, ledger, tray, told);
        String own = chair == Chair.BANK ? family.partner() : "centre";
        String other = chair == Chair.BANK ? "centre" : family.partner();
        this.line = new Line(keys.tls(own + "-tls-server"), keys.certificate(other + "-tls-client"), family.framing(), port, desk);
    }

    /**
     * @param sources where the folder's stubs and samples are
     * @param work folder of the bank's own book
     * @param port 0: any
     * @param told a line for people, for every message
     * @return empty for a partner nobody wrote one for
     */
    public static Optional<SimulatedPartner> of(
            String partner, BankKeys keys, Sources sources, Path work, int port, Consumer<String> told) {
        return Optional.ofNullable(Family.of(partner)).map(family -> new OwnBank(family, Chair.BANK, keys, sources, work, port, told));
    }

    /** The other end of the same wire: a centre for the bank's own engineers to call. */
    public static Optional<SimulatedPartner> centreFor(
            String partner, BankKeys keys, Sources sources, Path work, int port, Consumer<String> told) {
        return Optional.ofNullable(Family.of(partner)).map(family -> new OwnBank(family, Chair.CENTRE, keys, sources, work, port, told));
    }

    @Override
    public String partner() {
        return family.partner();
    }

    @Override
    public Build build() {
        return Build.OWN;
    }

    @Override
    public OwnBank start() {
        line.open();
        return this;
    }

    @Override
    public int port() {
        return line.port();
    }

    @Override
    public Moods moods() {
        return moods;
    }

    @Override
    public BankLedger ledger() {
        return ledger;
    }

    @Override
    public <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type) {
        return tray.all(operation, type);
    }

    @Override
    public void close() {
        line.close();
        ledger.close();
    }
}
