package io.jinqiao.workbench.bench.mutation;

import io.jinqiao.rulebook.RulebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bench mutation}: PIT over signatures and gates, scope by scope, by the profile {@code mutation} of the build. Ends with 0 only
 * when every survivor has a recorded reason; see docs/mutation.md.
 */
@Command(
        name = "mutation",
        description = {
            "Mutation testing of signatures and gates; needs a checkout and Maven. Fails for a survivor without a recorded reason.",
            "对签名与关口做变异测试；存活的变异体必须有书面理由。"
        })
public final class MutationCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "SCOPE", description = "Scopes of src/test/resources/mutation/scopes.yaml; none: all of them")
    List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Only name the scopes")
    boolean list;

    @Option(names = "--judge-only", description = "Run nothing: judge the reports of the last runs again")
    boolean judgeOnly;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path checkout = Path.of("").toAbsolutePath();
        if (!Files.exists(checkout.resolve("pom.xml")) || !Files.exists(checkout.resolve(Scope.FILE))) {
            System.err.println("No pom.xml here: start it in a checkout. / 请在源码目录中运行。");
            return 1;
        }
        try {
            return run(checkout);
        } catch (RulebookException e) {
            e.problems().forEach(System.err::println);
            return 1;
        }
    }

    private int run(Path checkout) throws IOException, InterruptedException {
        List<Scope> all = Scope.read(checkout);
        List<String> known = all.stream().map(Scope::name).toList();
        if (list || !known.containsAll(names)) {
            known.forEach(System.out::println);
            return list ? 0 : 1;
        }
        List<AcceptedSurvivor> accepted = AcceptedSurvivor.read(checkout);
        List<Scope> chosen = all.stream().filter(scope -> names.isEmpty() || names.contains(scope.name())).toList();
        if (!judgeOnly && !(compiled(checkout) && measured(chosen))) {
            return 1;
        }
        List<Mutant> mutants = new ArrayList<>();
        for (Scope scope : chosen) {
            mutants.addAll(new PitReport(checkout).read(scope.report()));
        }
        Judgement judgement = Judgement.of(mutants, accepted);
        System.out.print(judgement.words());
        return judgement.clean() ? 0 : 1;
    }

    /** Into a folder of its own: the classes are changed before they are measured. */
    private static boolean compiled(Path checkout) throws IOException, InterruptedException {
        if (maven(List.of("test-compile")) != 0) {
            return false;
        }
        PlainRecords.in(checkout.resolve("target/mutation/classes"));
        return true;
    }

    private static boolean measured(List<Scope> scopes) throws IOException, InterruptedException {
        for (Scope scope : scopes) {
            System.out.println("scope " + scope.name());
            int ended = maven(List.of(
                    "org.pitest:pitest-maven:mutationCoverage",
                    "-Dmutation.classes=" + scope.patterns(scope.classes()),
                    "-Dmutation.tests=" + scope.patterns(scope.tests()),
                    "-DhistoryInputFile=" + scope.history(),
                    "-DhistoryOutputFile=" + scope.history(),
                    "-DreportsDirectory=" + scope.report()));
            if (ended != 0) {
                return false;
            }
        }
        return true;
    }

    private static int maven(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-Pmutation"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
