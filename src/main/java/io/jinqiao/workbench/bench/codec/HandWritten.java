package io.jinqiao.workbench.bench.codec;

import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The peer: Jackson binding to a class written by hand, in a process of its own with libraries of its own. */
final class HandWritten {
    private final Path work;

    HandWritten(Path work) {
        this.work = work;
    }

    /** @param payload content in the words of the bank the class was written for */
    Figure measure(boolean xml, String payload, double seconds) throws IOException, InterruptedException {
        String form = xml ? "xml" : "json";
        Path file = Files.writeString(work.resolve("content." + form), payload);
        JavaProcess peer = JavaProcess.of("io.jinqiao.bench.codec.PlainJackson")
                .classes(BenchClasses.folder(work))
                .options("-Xmx256m")
                .arguments(List.of(form, file.toString(), "" + seconds));
        BenchClasses.libraries(work).forEach(peer::classes);
        Process process = peer.start(work.resolve("peer-" + form + ".log"));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            process.waitFor();
            if (line == null) {
                throw new IllegalStateException("the peer did not start; see " + work.resolve("peer-" + form + ".log"));
            }
            String[] told = line.split(" ");
            if (!told[2].equals("true")) {
                throw new IllegalStateException("the peer does not write the same message; its figures would mean nothing");
            }
            return new Figure("Jackson, hand-written", form, payload.length(), Double.parseDouble(told[0]), 0, Double.parseDouble(told[1]));
        }
    }
}
