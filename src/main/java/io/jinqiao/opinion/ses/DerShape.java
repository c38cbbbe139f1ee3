package io.jinqiao.opinion.ses;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks through tags and lengths before anything is parsed, without recursion: definite lengths in their shortest spelling, low tag numbers,
 * one value and nothing after it, bounded depth and number of elements. What passes cannot exhaust a parser.
 */
final class DerShape {
    private static final int DEEPEST = 24;
    private static final int MOST_ELEMENTS = 20_000;
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1f;

    private final byte[] der;
    private final String path;
    private int at;

    private DerShape(byte[] der, String path) {
        this.der = der;
        this.path = path;
    }

    static void check(byte[] der, String path) throws MalformedSeal {
        new DerShape(der, path).walk();
    }

    private void walk() throws MalformedSeal {
        Deque<Integer> ends = new ArrayDeque<>();
        ends.push(der.length);
        int elements = 0;
        while (!ends.isEmpty()) {
            if (at == ends.peek()) {
                ends.pop();
                continue;
            }
            if (ends.size() == 1 && at > 0) {
                throw bad("bytes after the end");
            }
            if (++elements > MOST_ELEMENTS || ends.size() > DEEPEST) {
                throw new MalformedSeal(Reason.TOO_LARGE, path, "too many elements or levels");
            }
            element(ends);
        }
        if (elements == 0) {
            throw bad("empty");
        }
    }

    private void element(Deque<Integer> ends) throws MalformedSeal {
        int tag = next(ends.peek());
        if ((tag & HIGH_TAG) == HIGH_TAG || tag == 0) {
            throw bad("tag " + tag);
        }
        int length = length(ends.peek());
        if (length > ends.peek() - at) {
            throw bad("an element is longer than what holds it");
        }
        if ((tag & CONSTRUCTED) != 0) {
            ends.push(at + length);
        } else {
            at += length;
        }
    }

    private int length(int end) throws MalformedSeal {
        int first = next(end);
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > 3) {
            throw bad("indefinite or enormous length");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | next(end);
        }
        if (length < 0x80 || length >> 8 * (count - 1) == 0) {
            throw bad("a length in a longer spelling than needed");
        }
        return length;
    }

    private int next(int end) throws MalformedSeal {
        if (at >= end) {
            throw bad("cut off");
        }
        return der[at++] & 0xff;
    }

    private MalformedSeal bad(String message) {
        return new MalformedSeal(Reason.NOT_DER, path, message + " at byte " + at);
    }
}
