package io.jinqiao.evidence.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962 section 2.1: a leaf is SHA-256(00 ‖ link hash), a node SHA-256(01 ‖ left ‖ right), and n leaves split at the
 * largest power of two below n.
 */
public final class Merkle {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    /** One step up: a neighbour's hash and the side it stands on. */
    public record Step(Side side, byte[] hash) {}

    public enum Side {
        LEFT,
        RIGHT
    }

    public static byte[] leaf(byte[] linkHash) {
        return Sha256.of(LEAF, linkHash);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** @param linkHashes at least one */
    public static byte[] root(List<byte[]> linkHashes) {
        if (linkHashes.isEmpty()) {
            throw new IllegalArgumentException("a tree needs a leaf");
        }
        if (linkHashes.size() == 1) {
            return leaf(linkHashes.get(0));
        }
        int split = split(linkHashes.size());
        return node(root(linkHashes.subList(0, split)), root(linkHashes.subList(split, linkHashes.size())));
    }

    /** From the leaf at {@code index} upward; empty for a tree of one leaf. */
    public static List<Step> path(List<byte[]> linkHashes, int index) {
        List<Step> path = new ArrayList<>();
        climb(linkHashes, index, path);
        return path;
    }

    /** The root these steps lead to. */
    public static byte[] root(byte[] linkHash, List<Step> path) {
        byte[] hash = leaf(linkHash);
        for (Step step : path) {
            hash = step.side() == Side.LEFT ? node(step.hash(), hash) : node(hash, step.hash());
        }
        return hash;
    }

    private static void climb(List<byte[]> hashes, int index, List<Step> path) {
        if (hashes.size() == 1) {
            return;
        }
        int split = split(hashes.size());
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        if (index < split) {
            climb(left, index, path);
            path.add(new Step(Side.RIGHT, root(right)));
        } else {
            climb(right, index - split, path);
            path.add(new Step(Side.LEFT, root(left)));
        }
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
