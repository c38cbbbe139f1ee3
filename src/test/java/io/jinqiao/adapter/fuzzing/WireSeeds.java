package io.jinqiao.adapter.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a reader's good bytes into the folder a coverage-guided fuzzer starts from: {@code WireSeeds <target> <folder>}. */
public final class WireSeeds {
    private WireSeeds() {}

    public static void main(String[] arguments) throws IOException {
        List<byte[]> seeds = WireTarget.named(arguments[0]).seeds();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("good-" + i), seeds.get(i));
        }
        System.out.println(seeds.size() + " seeds in " + folder);
    }
}
