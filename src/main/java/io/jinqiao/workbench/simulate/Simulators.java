package io.jinqiao.workbench.simulate;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.NationalRegistry;
import io.jinqiao.workbench.simulate.bank.OwnBank;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import io.jinqiao.workbench.simulate.credit.CreditCenter;
import io.jinqiao.workbench.simulate.credit.enquiry.EnquirySettings;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.mirror.MirroredBank;
import io.jinqiao.workbench.simulate.mirror.MirroredLineBank;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
     * @param told a line for people, for every message
     */
    public SimulatedPartner bank(String partner, int port, Consumer<String> told) {
        Path work = work(partner);
        Sources sources = new Sources(home, Simulators.class.getClassLoader());
        if (partner.equals(OwnRegistry.PARTNER)) {
            return registry(port, Clock.systemUTC(), told);
        }
        if (partner.equals(NationalRegistry.PARTNER)) {
            return nationalRegistry(partner, port, told);
        }
        return OwnBank.of(partner, keys, sources, work, port, told)
                .orElseGet(() -> mirrored(partner, sources, work, port, told));
    }

    /**
     * The registry of the national form in the edition its folder has in force, its envelopes signed where the folder asks for it, for whoever
     * tells it what becomes of its cases.
     *
     * @param partner the folder of the form, or a copy of it
     */
    public NationalRegistry nationalRegistry(String partner, int port, Consumer<String> told) {
        Dialect dialect = Catalogues.dialect(home, partner, Map.of());
        return new NationalRegistry(keys, partner, "R2".equals(dialect.edition()), dialect.security() != null, work(partner), port, told);
    }

    /** The registry, for whoever tells it what becomes of its cases. @param trade time of the trade, which its register is kept by */
    public OwnRegistry registry(int port, Clock trade, Consumer<String> told) {
        return new OwnRegistry(keys, work(OwnRegistry.PARTNER), port, trade, told);
    }

    /**
     * The centre as this bank sees it, for the bank's engineers.
     *
     * @throws IllegalArgumentException for a partner without an implementation of its own
     */
    public SimulatedPartner centre(String partner, int port, Consumer<String> told) {
        return OwnBank.centreFor(partner, keys, new Sources(home, Simulators.class.getClassLoader()), work("centre-for-" + partner), port, told)
                .orElseThrow(() -> new IllegalArgumentException("只能对内置四家银行扮演中心 / a centre is played for the shipped banks only, not for '" + partner + "'"));
    }

    /**
     * A shipped bank's side of files; empty for any other partner.
     *
     * @param port of the SFTP server, where the bank has one; 0: any
     * @param told a line for people, for every file either way
     */
    public Optional<FileSide> files(String partner, int port, Consumer<String> told) {
        return FileSide.of(partner, certificates, home, work(partner), port, told);
    }

    /** The Credit Reference Center, which is no partner with a folder. */
    public CreditCenter credit(ReportSettings reports, EnquirySettings asking, int port, Consumer<String> told) {
        return new CreditCenter(keys, work(CreditCenter.NAME), reports, asking, port, Clock.system(ZoneId.of("Asia/Shanghai")), told);
    }

    private Path work(String name) {
        return home.resolve(".jinqiao/simulated").resolve(name);
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

    private SimulatedPartner mirrored(String partner, Sources sources, Path work, int port, Consumer<String> told) {
        Dialect dialect = Catalogues.dialect(home, partner, Map.of());
        requireIdentities(dialect);
        SigningRoom chair = SigningRoom.open(
                certificates.settings(partner), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates());
        List<Sample> samples = Sample.of(dialect, new Folders(sources).files(partner));
        if (dialect.descriptor().frame() != null) {
            return new MirroredLineBank(dialect, chair, samples, work, port, told);
        }
        return new MirroredBank(dialect, chair, sources, samples, MirroredBank.ServerIdentity.of(certificates, partner), work, port, told);
    }

    /** Everything the folder names by alias is made in development; what nobody described cannot be. */
    private void requireIdentities(Dialect dialect) {
        String partner = dialect.descriptor().partner().value();
        List<String> missing = Stream.concat(NamedIdentity.of(dialect).stream().map(NamedIdentity::alias), dialect.descriptor().frame() == null ? Stream.of(partner + "-tls-server") : Stream.empty())
                .distinct()
                .filter(alias -> !certificates.has(alias))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("certs-dev/certs.yaml 没有这些身份：" + missing + "；在 identities 下各加一行（仿照同类合作方，new-partner 会自动添加）"
                    + " / certs-dev/certs.yaml has no identities " + missing + ": add a line for each under identities, like those of the partner it was made from (new-partner does it)");
        }
    }
}
