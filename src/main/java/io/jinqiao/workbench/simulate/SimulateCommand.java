package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate <partner>}: the partner's test system, until it is stopped. */
@Command(
        name = "simulate",
        description = {
            "Plays a partner's test system; one line for each message. Its behaviour is told on the control port.",
            "扮演合作方的测试系统，每笔报文一行；行为由控制端口指定。"
        })
public final class SimulateCommand implements Callable<Integer> {
    @Parameters(description = "The partner, such as icbc")
    String partner;

    @Option(names = "--port", description = "Port (default: ${DEFAULT-VALUE}; 0: any)", defaultValue = "9443")
    int port;

    @Option(names = "--as", description = "Whom it plays: ${COMPLETION-CANDIDATES} (the bank for us, or us for the bank)", defaultValue = "bank")
    Role role;

    @Option(names = "--control-port", description = "HTTP port on which it is told how to behave (default: any free one)", defaultValue = "0")
    int controlPort;

    @Option(names = "--home", description = "Where adapters/ and certs-dev/ are", defaultValue = "")
    Path home;

    @Option(names = "--behaviour", description = "How messages are treated that no order fits: ${COMPLETION-CANDIDATES}", defaultValue = "OK")
    Behaviour behaviour;

    @Option(names = "--files-port", description = "Port of the bank's SFTP server, where it has one (default: any free one)", defaultValue = "0")
    int filesPort;

    /** In lower case, as it is typed. */
    enum Role {
        bank,
        centre
    }

    @Override
    public Integer call() throws InterruptedException {
        Path root = home.toAbsolutePath().normalize();
        PrintStream out = System.out;
        Simulators simulators = new Simulators(root, DevelopmentCertificates.ensure(root.resolve("certs-dev")));
        Consumer<String> told = line -> out.println(LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        try (SimulatedPartner bank = role == Role.bank ? simulators.bank(partner, port, told) : simulators.centre(partner, port, told);
                FileSide files = role == Role.bank ? simulators.files(partner, filesPort, told).map(FileSide::open).orElse(null) : null;
                ControlPort control = ControlPort.open(controlPort, bank, files)) {
            bank.moods().mood(() -> behaviour);
            bank.start();
            out.println((role == Role.bank ? partner : "centre for " + partner) + ": https/tls localhost:" + bank.port() + ", 须出示客户端证书 / client certificate required");
            out.println(bank.build().words());
            out.println("行为 / behaviour: " + behaviour + "; 控制 / control: " + control.usage());
            if (files != null) {
                out.println("文件 / files: curl -X POST 'http://localhost:" + control.port() + "/file?as=ok&rows=3'; 网关设置 / settings of the gateway:");
                files.settings().forEach((name, value) -> out.println("  " + name + "=" + value));
            }
            new CountDownLatch(1).await();
            return 0;
        }
    }
}
