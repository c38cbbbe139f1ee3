package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The way from a leaf to the root, one line for each step: {@code left} or {@code right}, a blank, the neighbour's hash. */
final class PathText {
    private PathText() {}

    static String write(List<Merkle.Step> path) {
        return path.stream()
                .map(step -> (step.side() == Merkle.Side.LEFT ? "left " : "right ") + Sha256.hex(step.hash()) + "\n")
                .collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException when it is no such text */
    static List<Merkle.Step> read(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).lines().map(PathText::step).toList();
    }

    private static Merkle.Step step(String line) {
        if (line.startsWith("left ")) {
            return new Merkle.Step(Merkle.Side.LEFT, Sha256.parse(line.substring(5)));
        }
        if (line.startsWith("right ")) {
            return new Merkle.Step(Merkle.Side.RIGHT, Sha256.parse(line.substring(6)));
        }
        throw new IllegalArgumentException("neither left nor right");
    }
}
