package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.Premises;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A shipped bank's test system that shares nothing with the gateway but the words of the centre. */
public final class OwnBank extends Premises {
    private final Family family;
    private final Line line;

    private OwnBank(Family family, Chair chair, BankKeys keys, Sources sources, Path work, int port, Consumer<String> told) {
        super(family.partner(), Build.OWN, work);
        this.family = family;
        Wire wire = family.wire().apply(chair, keys);
        Receipts receipts = chair == Chair.BANK ? Receipts::ofTheBank : Receipts::ofTheCentre;
        Desk desk = new Desk(wire, receipts, new Later(() -> Examples.of(family, wire, sources, work)), moods(), ledger(), tray(), told);
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
    public OwnBank start() {
        line.open();
        return this;
    }

    @Override
    public int port() {
        return line.port();
    }

    @Override
    public boolean http() {
        return family.framing() instanceof HttpFraming;
    }

    @Override
    protected void leave() {
        line.close();
    }
}
