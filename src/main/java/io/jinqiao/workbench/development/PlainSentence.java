package io.jinqiao.workbench.development;

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

/** What went wrong, in one sentence for whoever typed the command. */
public final class PlainSentence {
    private PlainSentence() {}

    /** The same of whatever it was: of what nobody foresaw, what lies at its bottom. */
    public static String of(Throwable failure) {
        String known = known(failure);
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        return known != null ? known : bottom instanceof IllegalStateException && bottom.getMessage() != null ? bottom.getMessage() : bottom.toString();
    }

    /** The first cause that is meant for people; null: there is none. */
    public static @Nullable String known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoSuchFileException missing) {
                return "找不到文件 / no such file: " + missing.getFile();
            }
            if (cause instanceof FileSystemException file) {
                String why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
                return "文件不可读写 / a file cannot be read or written: " + file.getFile() + " (" + why + ")";
            }
            if (cause instanceof Refusal refusal) {
                return refusal.problems().stream().map(PlainSentence::words).collect(Collectors.joining("\n"));
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
