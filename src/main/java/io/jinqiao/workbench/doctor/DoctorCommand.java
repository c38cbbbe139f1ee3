package io.jinqiao.workbench.doctor;

import io.jinqiao.workbench.development.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doctor <partner>}: exit code 0 healthy, 1 something is wrong, 2 could not look. */
@Command(
        name = "doctor",
        description = {
            "Before the first message: names the one thing that is wrong, and the fix. Asks the partner harmless questions only.",
            "联调前检查：说出唯一的问题与改法。只向对方发无害的查询。"
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "partner", description = {"Such as icbc.", "合作方，如 icbc。"})
    private String partner = "";

    @Mixin
    private Home home = new Home();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = {
                "The gateway's application.yaml or .properties; without one and without jinqiao.keys in the environment, the identities of certs-dev are used.",
                "网关的 application.yaml 或 .properties；未给出且环境变量中没有 jinqiao.keys 时使用 certs-dev 的开发证书。"
            })
    private @Nullable Path config;

    @Option(names = "--agreed-by", paramLabel = "WHO", description = {"Who agreed that a production partner is asked.", "同意向生产环境发查询的人。"})
    private String agreedBy = "";

    @Option(names = "--requests", paramLabel = "N", description = {"The most questions that are sent (default ${DEFAULT-VALUE}).", "最多发多少个查询（默认 ${DEFAULT-VALUE}）。"})
    private int requests = Doctor.Limits.USUAL.requests();

    @Option(names = "--json", paramLabel = "FILE", description = {"Writes what came out, for programs.", "把结果写成 JSON。"})
    private @Nullable Path json;

    @Option(names = "--site-sheet", description = {"Prints the page both firewall teams need, and asks nobody.", "打印双方防火墙管理员需要的单页，不发任何请求。"})
    private boolean siteSheet;

    @Option(names = "--our-address", paramLabel = "IP", description = {"For the sheet: an address we come from.", "单页用：我方出口地址，可多次给出。"})
    private List<String> ourAddresses = List.of();

    @Option(names = "--contact", paramLabel = "TEXT", description = {"For the sheet: whom to call.", "单页用：联系人，可多次给出。"})
    private List<String> contacts = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Setup setup = Setup.read(home.given(), config, partner, out::println);
        if (siteSheet) {
            out.print(SiteSheet.of(setup, partner, ourAddresses, contacts));
            out.flush();
            return 0;
        }
        if (!agreedBy.isBlank()) {
            out.println("经同意 / agreed by: " + agreedBy);
        }
        Examined examined = new Doctor(setup, new Doctor.Limits(agreedBy, requests)).examine(partner, step -> out.println(step.line()));
        out.print(Report.text(examined));
        out.flush();
        if (json != null) {
            Report.write(examined, json);
        }
        return examined.exitCode();
    }
}
