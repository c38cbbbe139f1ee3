package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.Home;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import io.jinqiao.workbench.simulate.credit.CenterOrders;
import io.jinqiao.workbench.simulate.credit.CreditCenter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate <partner>}: the partner's test system, until it is stopped. */
@Command(
        name = "simulate",
        description = {
            "Plays a partner's test system; one line for each message. Its behaviour is told on the control port.",
            "扮演合作方的测试系统，每笔报文一行；行为由控制端口指定。"
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Parameters(paramLabel = "partner", description = {"Such as icbc; credit: the Credit Reference Center.", "合作方，如 icbc；credit 为征信中心。"})
    String partner;

    @Option(names = "--port", description = {"Port (default ${DEFAULT-VALUE}; 0: any).", "端口，0 为任意空闲端口。"}, defaultValue = "9443")
    int port;

    @Option(names = "--as", description = {"Whom it plays: ${COMPLETION-CANDIDATES} (the bank for us, or us for the bank).", "扮演谁：银行（供我方调用）或中心（供银行调用）。"}, defaultValue = "bank")
    Role role;

    @Option(names = "--control-port", description = {"HTTP port on which it is told how to behave (default: any free one).", "指定其行为的 HTTP 端口，默认任意空闲端口。"}, defaultValue = "0")
    int controlPort;

    @Mixin
    private Home home = new Home();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--behaviour", description = {"How messages are treated that no order fits: ${COMPLETION-CANDIDATES}.", "未另行指定时如何对待报文。"}, defaultValue = "OK")
    Behaviour behaviour;

    @Option(names = "--centre-port", description = {"Port of our gateway for partners, for whoever calls back (the registry); 0: nobody is called back.", "我方网关供合作方接入的端口，登记机构回调用；0 为不回调。"}, defaultValue = "0")
    int centrePort;

    @Option(names = "--files-port", description = {"Port of the bank's SFTP server, where it has one; default: any free one.", "银行 SFTP 端口，默认任选。"}, defaultValue = "0")
    int filesPort;

    @Mixin
    private CreditOptions credit = new CreditOptions();

    /** In lower case, as it is typed. */
    enum Role {
        bank,
        centre
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path root = home.folder();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        boolean center = partner.equals(CreditCenter.NAME);
        if (!center) {
            Catalogues.requirePartner(root, partner);
        }
        if (Math.max(port, controlPort) > LAST_PORT || Math.min(port, controlPort) < 0) {
            throw new IllegalArgumentException("端口为 0 至 65535 / ports are 0 to 65535: --port " + port + " --control-port " + controlPort);
        }
        Simulators simulators = new Simulators(root, DevelopmentCertificates.ensure(root.resolve("certs-dev")));
        Consumer<String> told = line -> say(out, LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
        return center ? center(simulators, out, told) : partner(simulators, out, told);
    }

    private int center(Simulators simulators, PrintWriter out, Consumer<String> told) throws InterruptedException, IOException {
        try (CreditCenter center = simulators.credit(credit.reports(), credit.enquiries(), port, told);
                OrderPort control = OrderPort.open(controlPort, CenterOrders.USAGE, new CenterOrders(center))) {
            center.start();
            say(out, "征信中心 / the Credit Reference Center: https://localhost:" + center.port() + CreditCenter.PATH + ", 须出示客户端证书 / client certificate required");
            say(out, "报送 / reporting: " + center.folder().resolve("in") + " → " + center.folder().resolve("out") + "; " + center.reporting().holds());
            say(out, Build.OWN.words());
            say(out, "控制 / control: http://localhost:" + control.port() + " " + CenterOrders.USAGE);
            Thread last = new Thread(() -> say(out, center.reporting().coverage().table()), "rules-exercised");
            Runtime.getRuntime().addShutdownHook(last); // whoever stops it from outside gets the sum, too
            try {
                new CountDownLatch(1).await();
            } finally {
                Runtime.getRuntime().removeShutdownHook(last);
                last.run();
            }
            return 0;
        }
    }

    private int partner(Simulators simulators, PrintWriter out, Consumer<String> told) throws InterruptedException {
        try (SimulatedPartner bank = role == Role.bank ? simulators.bank(partner, port, told) : simulators.centre(partner, port, told);
                FileSide files = role == Role.bank ? simulators.files(partner, filesPort, told).map(FileSide::open).orElse(null) : null;
                ControlPort control = ControlPort.open(controlPort, bank, files)) {
            if (bank instanceof CaseOffice registry) {
                if (centrePort > 0) {
                    registry.centreAt(centrePort);
                }
                say(out, "登记机构 / the registry: " + (bank instanceof OwnRegistry ? RegistryOrders.USAGE : RegistryOrders.NATIONAL));
            }
            bank.moods().mood(() -> behaviour);
            bank.start();
            say(out, where(bank));
            say(out, bank.build().words());
            say(out, "行为 / behaviour: " + behaviour + "; 控制 / control: " + control.usage());
            if (files != null) {
                say(out, "文件 / files: curl -X POST 'http://localhost:" + control.port() + "/file?as=ok&rows=3'; 网关设置 / settings of the gateway:");
                files.settings().forEach((name, value) -> say(out, "  " + name + "=" + value));
            }
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    /** What a caller has to know: the address as its settings want it. */
    private String where(SimulatedPartner bank) {
        String who = role == Role.bank ? partner : "扮演中心，供 " + partner + " 调用 / the centre, for " + partner;
        String address = (bank.http() ? "https://" : "") + "localhost:" + bank.port() + bank.path();
        return who + ": " + address + (bank.http() ? "" : "（TCP 加 TLS / TCP with TLS）") + ", 须出示客户端证书 / client certificate required";
    }
}
