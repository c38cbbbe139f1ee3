package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    @Parameters(arity = "0..1", paramLabel = "partner", description = {"Only this one.", "只检查这一家。"})
    private @Nullable String partner;

    @Option(names = "--home", paramLabel = "DIR", description = {"Folder that holds adapters/; default: here.", "adapters/ 所在目录，默认当前目录。"})
    private Path home = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        CatalogueCheck.Report report;
        try {
            report = new CatalogueCheck(new Sources(home, Check.class.getClassLoader()), Clock.systemUTC()).run(partner);
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
        report.notInService().forEach((name, operations) -> {
            if (!operations.isEmpty()) {
                out.println(name + ": 尚未开通，一律回绝 / not in service yet, refused: " + String.join(", ", operations));
            }
        });
        List<RuleProblem> problems = report.problems();
        long files = problems.stream().map(RuleProblem::file).distinct().count();
        out.println(problems.isEmpty()
                ? "没有问题 / no problem"
                : problems.size() + " 个问题，涉及 " + files + " 个文件 / " + problems.size() + " problem(s) in " + files + " file(s): "
                        + new TreeSet<>(problems.stream().map(RuleProblem::file).toList()));
        return problems.isEmpty() ? 0 : 1;
    }
}
