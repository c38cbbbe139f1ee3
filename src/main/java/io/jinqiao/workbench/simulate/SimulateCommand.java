package io.jinqiao.workbench.simulate;

import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate <partner>}: the partner's test system, until it is stopped. */
@Command(name = "simulate", description = {"Plays a partner's test system on HTTPS.", "扮演合作方的测试系统。"})
public final class SimulateCommand implements Callable<Integer> {
    @Parameters(description = "The partner, such as icbc")
    String partner;

    @Option(names = "--port", description = "HTTPS port", defaultValue = "9443")
    int port;

    @Option(names = "--home", description = "Where adapters/ and certs-dev/ are", defaultValue = "")
    Path home;

    @Option(names = "--behaviour", description = "How messages are treated: ${COMPLETION-CANDIDATES}", defaultValue = "OK")
    Behaviour behaviour;

    @Override
    public Integer call() throws InterruptedException {
        Path root = home.toAbsolutePath().normalize();
        Path work = root.resolve(".jinqiao/simulated/" + partner);
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(root.resolve("certs-dev"));
        try (SigningRoom chair = SigningRoom.open(
                        certificates.settings(partner), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates());
                SimulatedBank bank = new SimulatedBank(
                        Catalogues.dialect(root, partner, Map.of()),
                        chair.signing(),
                        new Sources(root, SimulateCommand.class.getClassLoader()),
                        new BankLedger(work.resolve("ledger.jsonl")),
                        SimulatedBank.ServerIdentity.of(certificates, partner),
                        work,
                        port)) {
            bank.mood(() -> behaviour);
            bank.start();
            System.out.println(partner + " answers on https://localhost:" + bank.port() + " (client certificate required), "
                    + behaviour + "; its book: " + work.resolve("ledger.jsonl"));
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
