package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conformance <partner>}: exit code 0 only when something ran and nothing failed. */
@Command(
        name = "conformance",
        description = {"Tries everything a partner's folder agreed on, and writes a signed report.", "对合作方目录逐项测试，出具签名报告。"},
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "partner", description = {"Whose folder.", "哪一家。"})
    private String partner = "";

    @Option(names = "--report", paramLabel = "DIR", description = {"Where the report goes; default: .jinqiao/conformance/<partner>.", "报告目录。"})
    private @Nullable Path report;

    @Mixin
    private Home home = new Home();

    @Option(names = "--messages-only", description = {"Sends nothing: no gateway, no simulator.", "只比对报文，不启动网关与模拟器。"})
    private boolean messagesOnly;

    @Mixin
    private Agreed agreed = new Agreed();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path root = home.folder();
        Terminal terminal = new Terminal(out);
        if (agreed.against != null) {
            return against(new Sources(root, ConformanceCommand.class.getClassLoader()), root, terminal, out);
        }
        agreed.requireNothing();
        Set<Trial.Level> wanted = messagesOnly ? EnumSet.of(Trial.Level.CODEC) : EnumSet.allOf(Trial.Level.class);
        Conformance conformance = Conformance.of(new Sources(root, ConformanceCommand.class.getClassLoader()), partner, terminal);
        Path folder = folder(root);
        conformance.codec();
        Words target = messagesOnly
                ? new Words("无（只比对报文与约定）", "nobody (messages against the agreement)")
                : conformance.channel();
        terminal.finish();
        return told(report(conformance, target, null, List.of(), wanted), folder, root, out);
    }

    private int against(Sources sources, Path root, Terminal terminal, PrintWriter out) {
        Conformance conformance = Conformance.of(sources, partner, Clock.systemUTC(), terminal);
        Path folder = folder(root);
        conformance.open();
        Agreed.Tried tried = agreed.run(conformance, sources, root, out);
        terminal.finish();
        return told(report(conformance, tried.target(), agreed.agreedBy, tried.remarks(), EnumSet.of(Trial.Level.CHANNEL)), folder, root, out);
    }

    /** Where the report will go, before anything is tried. */
    private Path folder(Path root) {
        Path folder = report == null ? root.resolve(".jinqiao/conformance").resolve(partner) : report;
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int told(Report written, Path folder, Path root, PrintWriter out) {
        write(written, folder, root, out);
        return written.well() ? 0 : 1;
    }

    private Report report(Conformance conformance, Words target, @Nullable String agreedBy, List<Words> remarks, Set<Trial.Level> wanted) {
        PartnerDescriptor descriptor = conformance.centre().descriptor();
        return new Report(
                partner,
                descriptor.chineseTitle() + " " + descriptor.title(),
                descriptor.specification().title() + " " + descriptor.specification().version() + " (" + descriptor.specification().received() + ")",
                Clock.systemUTC().instant(),
                target,
                agreedBy,
                remarks,
                wanted,
                conformance.results());
    }

    private void write(Report written, Path folder, Path root, PrintWriter out) {
        SignedFiles files = new SignedFiles(folder, DevelopmentCertificates.ensure(root.resolve("certs-dev")));
        Path page = files.write("conformance-" + partner + ".html", HtmlReport.of(written));
        files.write("TEST-conformance-" + partner + ".xml", JunitReport.of(written));
        out.println(partner + ": " + written.passed() + " 通过 passed, " + written.failed() + " 失败 failed, " + written.notRun() + " 未执行 not run");
        written.idle().forEach(idle -> out.println("✗ " + idle));
        out.println("报告 / report: " + page);
    }
}
