package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.check.RoutesThere.Missing;
import io.jinqiao.workbench.development.Home;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit code 0 only when there was something to check and nothing is wrong. */
@Command(
        name = "check",
        description = {
            "Checks the partners' folders: descriptor, tables, codes, schemas, samples, stubs.",
            "检查合作方目录：描述、映射、代码、模式、样例、桩。"
        },
        mixinStandardHelpOptions = true)
public final class Check implements Callable<Integer> {
    private static final int WIDTH = 110;
    private static final int MOST_FILES = 10;
    private static final String INDENT = "    ";

    @Parameters(arity = "0..1", paramLabel = "partner", description = {"Only this one.", "只检查这一家。"})
    private @Nullable String partner;

    @Mixin
    private Home home = new Home();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CatalogueCheck.Report report;
        try {
            report = new CatalogueCheck(new Sources(home.folder(), Check.class.getClassLoader()), Clock.systemUTC()).run(partner);
        } catch (RulebookException e) {
            e.problems().forEach(out::println);
            return 1;
        }
        report.problems().forEach(out::println);
        return summary(report, out);
    }

    private static int summary(CatalogueCheck.Report report, PrintWriter out) {
        if (report.checked().isEmpty()) {
            out.println("没有可检查的目录 / nothing to check; known: " + report.known());
            return 1;
        }
        report.checked().forEach((name, counts) -> out.println(name + ": " + counts));
        notInService(report.notInService(), out);
        if (report.registries().size() > 1) {
            out.println();
            out.println(String.join(", ", report.registries()) + ": 均接收登记申请，须逐一设置 / all take applications, so set for each:");
            out.println(INDENT + "jinqiao.mortgage.registries.<区划代码前几位 / first digits of the area code>=<目录 / folder>");
            out.println(INDENT + "否则登记申请一律等待（registry-unknown） / else every request waits");
        }
        List<RuleProblem> problems = report.problems();
        List<String> files = problems.stream().map(RuleProblem::file).distinct().sorted().toList();
        out.println();
        out.println(problems.isEmpty()
                ? "没有问题 / no problem"
                : problems.size() + " 个问题，涉及 " + files.size() + " 个文件 / " + problems.size() + " problem(s) in " + files.size() + " file(s):");
        files.stream().limit(MOST_FILES).forEach(file -> out.println(INDENT + file));
        if (files.size() > MOST_FILES) {
            out.println(INDENT + "… (" + (files.size() - MOST_FILES) + ")");
        }
        return problems.isEmpty() ? 0 : 1;
    }

    /** Partners that lack the same are told together. */
    private static void notInService(Map<String, List<Missing>> operations, PrintWriter out) {
        Map<List<Missing>, List<String>> alike = new LinkedHashMap<>();
        operations.forEach((partner, missing) -> {
            if (!missing.isEmpty()) {
                alike.computeIfAbsent(missing, m -> new ArrayList<>()).add(partner);
            }
        });
        alike.forEach((missing, partners) -> {
            out.println();
            out.println(String.join(", ", partners) + ": 尚未开通，一律回绝 / not in service yet, refused:");
            folded("没有路由 / no route: ", missing.stream().map(Missing::route).filter(Objects::nonNull).toList(), out);
            folded("目录停用 / enabled: false: ", missing.stream().filter(each -> each.route() == null).map(each -> each.operation().id()).toList(), out);
        });
    }

    /** In lines people can read. */
    private static void folded(String what, List<String> words, PrintWriter out) {
        if (words.isEmpty()) {
            return;
        }
        StringBuilder line = new StringBuilder(INDENT + what);
        for (int i = 0; i < words.size(); i++) {
            String next = words.get(i) + (i == words.size() - 1 ? "" : ", ");
            if (line.length() + next.length() > WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(INDENT + INDENT);
            }
            line.append(next);
        }
        out.println(line);
    }
}
