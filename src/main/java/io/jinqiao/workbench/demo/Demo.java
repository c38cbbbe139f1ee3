package io.jinqiao.workbench.demo;

import io.jinqiao.adapter.PortTaken;
import io.jinqiao.workbench.development.Home;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole house on one machine, twenty applications through it, four of them on to the registry. */
@Command(
        name = "demo",
        description = {
            "Runs the gateway with a real PostgreSQL, four simulated banks and a registry; twenty loan applications walk through it, four on to the registry.",
            "演示：真实数据库、四家模拟银行和一家登记机构，二十笔贷款申请走完全程，其中四笔办结登记。"
        },
        mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
    @Mixin
    private Home home = new Home();

    @Option(names = "--once", description = {"End after the table instead of keeping running.", "出表即止。"})
    private boolean once;

    @Option(names = "--port", description = {"Port of console and API; default ${DEFAULT-VALUE}.", "控制台与接口端口。"}, defaultValue = "8080")
    private int port;

    @Option(names = "--partners-port", description = {"Port for partners; default ${DEFAULT-VALUE}.", "合作方端口。"}, defaultValue = "8443")
    private int partnersPort;

    @Override
    public Integer call() throws Exception {
        Path folder = home.folder();
        System.setProperty("java.awt.headless", "true");
        PortTaken.requireFree("127.0.0.1", port, "--port");
        PortTaken.requireFree("localhost", partnersPort, "--partners-port");
        try (Journey journey = Journey.begin(folder, port, partnersPort, System.out)) {
            boolean well = journey.walk();
            if (!once) {
                System.out.println("\n按 Ctrl-C 结束。 / Press Ctrl-C to stop.");
                System.out.flush();
                new CountDownLatch(1).await();
            }
            return well ? 0 : 1;
        }
    }
}
