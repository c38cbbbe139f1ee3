package io.jinqiao.workbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench mutation}: the profile {@code mutation} of the build, in a checkout. What survives is explained in docs/mutation.md. */
@Command(
        name = "mutation",
        description = {"Mutation testing of signatures and gates; needs a checkout and Maven.", "对签名与关口做变异测试。"})
public final class MutationCommand implements Callable<Integer> {
    @Option(names = "--classes", description = "Classes to mutate, as a PIT pattern (default: the build's)", defaultValue = "")
    String classes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.exists(Path.of("pom.xml"))) {
            System.err.println("No pom.xml here: start it in a checkout. / 请在源码目录中运行。");
            return 1;
        }
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-Pmutation", "test-compile", "org.pitest:pitest-maven:mutationCoverage"));
        if (!classes.isEmpty()) {
            command.add("-Dmutation.classes=" + classes);
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
