package io.jinqiao.credit.report;

import io.jinqiao.message.Money;

/**
 * The Center takes whole yuan. How fen are dropped is not published: here half a yuan and more counts as one, and what is more than nothing is never told as
 * nothing, so that arrears of a few fen stay arrears.
 */
final class Yuan {
    private static final long FEN = 100;

    private Yuan() {}

    static String of(Money amount) {
        long rounded = (amount.fen() + FEN / 2) / FEN;
        return Long.toString(rounded == 0 && amount.fen() > 0 ? 1 : rounded);
    }
}
