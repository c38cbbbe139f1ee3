package io.jinqiao.workbench;

import io.jinqiao.adapter.PortTaken;
import io.jinqiao.evidence.MasterKeyUnusable;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.signing.KeyUnusable;
import io.jinqiao.workbench.database.DatabaseCannotStart;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence why a command could not do its work; the trace only of what nobody foresaw. */
final class PlainWords implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        String sentence = isToldToStop() ? "已中止，未全部完成。 / Stopped before all was done." : sentence(failure);
        if (sentence == null) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println(command.getColorScheme().errorText(sentence));
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** While the process ends by Ctrl-C or a signal, everything it used goes away under it: what fails then is nobody's failure. */
    private static boolean isToldToStop() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException underWay) {
            return true;
        }
    }

    /** The first cause that is meant for people; null: there is none. */
    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException missing) {
                return "找不到文件 / no such file: " + missing.getFile();
            }
            if (cause instanceof FileSystemException file) {
                String why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
                return "文件不可读写 / a file cannot be read or written: " + file.getFile() + " (" + why + ")";
            }
            if (cause instanceof Refusal refusal) {
                return refusal.problems().stream().map(PlainWords::words).collect(Collectors.joining("\n"));
            }
            if (cause instanceof PortInUseException used) {
                return new PortTaken("127.0.0.1", used.getPort(), "--port (server.port)").getMessage();
            }
            if (cause instanceof DatabaseCannotStart || cause instanceof PortTaken || cause instanceof RulebookException || cause instanceof KeyUnusable || cause instanceof MasterKeyUnusable || cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return null;
    }

    private static String words(Problem problem) {
        return problem.text(Locale.CHINESE) + " / " + problem.text(Locale.ENGLISH) + " (" + problem.code().code() + ")";
    }
}
