package io.jinqiao.workbench.simulate;

import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.OwnBank;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import io.jinqiao.workbench.simulate.mirror.MirroredBank;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** Finds a simulator for a partner: its own implementation where there is one, else the engine in reverse. */
public final class Simulators {
    private final Path home;
    private final DevelopmentCertificates certificates;
    private final BankKeys keys;

    /** @param home where {@code adapters/} and {@code .jinqiao/} are; its folders win over what is packaged */
    public Simulators(Path home, DevelopmentCertificates certificates) {
        this.home = home;
        this.certificates = certificates;
        this.keys = new BankKeys(certificates);
    }

    /**
     * @param port 0: any
     * @param told a line for people, for every message; the engine in reverse says nothing
     */
    public SimulatedPartner bank(String partner, int port, Consumer<String> told) {
        Path work = home.resolve(".jinqiao/simulated/" + partner);
        Sources sources = new Sources(home, Simulators.class.getClassLoader());
        return OwnBank.of(partner, keys, sources, work, port, told)
                .orElseGet(() -> mirrored(partner, sources, work, port));
    }

    /**
     * A branch of a shipped bank.
     *
     * @param port where the gateway lets this bank in
     * @throws IllegalArgumentException for a partner without an implementation of its own
     */
    public OwnBranch branch(String partner, int port) {
        return OwnBranch.of(partner, keys, port);
    }

    private SimulatedPartner mirrored(String partner, Sources sources, Path work, int port) {
        SigningRoom chair = SigningRoom.open(
                certificates.settings(partner), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates());
        return new MirroredBank(
                Catalogues.dialect(home, partner, Map.of()),
                chair,
                sources,
                new BankLedger(work.resolve("ledger.jsonl")),
                MirroredBank.ServerIdentity.of(certificates, partner),
                work,
                port);
    }
}
