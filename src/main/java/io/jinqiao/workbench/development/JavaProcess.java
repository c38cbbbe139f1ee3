package io.jinqiao.workbench.development;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a main class as a process of its own with this process's JDK and class path, whether we run from exploded classes or from the
 * packed workbench jar.
 */
public final class JavaProcess {
    private final String mainClass;
    private final List<String> options = new ArrayList<>();
    private final List<Path> extra = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    private JavaProcess(String mainClass) {
        this.mainClass = mainClass;
    }

    public static JavaProcess of(String mainClass) {
        return new JavaProcess(mainClass);
    }

    /** Options of the virtual machine, such as {@code -Xmx512m}. */
    public JavaProcess options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** A folder of classes in front of the class path. */
    public JavaProcess classes(Path folder) {
        extra.add(folder);
        return this;
    }

    public JavaProcess arguments(List<String> more) {
        arguments.addAll(more);
        return this;
    }

    /** Standard error goes where {@code log} says; standard output is read by the caller. */
    public Process start(Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        List<String> path = new ArrayList<>(extra.stream().map(Path::toString).toList());
        path.add(classPath());
        command.addAll(List.of("-cp", String.join(File.pathSeparator, path), mainClass));
        command.addAll(arguments);
        return command;
    }

    private static String classPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return packed() ? UnpackedJar.classPath(Path.of(own)) : own;
    }

    private static boolean packed() {
        return JavaProcess.class.getResource("JavaProcess.class").toString().contains("BOOT-INF");
    }
}
