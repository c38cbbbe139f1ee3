package io.jinqiao.message;

import java.math.BigDecimal;

/** Amount in fen (1/100 CNY), from 0 to 10^14; the direction lies in the message type. */
public record Money(long fen) implements Comparable<Money> {
    /** One trillion yuan: above it a single amount is taken for a mistake. */
    public static final long MAX_FEN = 100_000_000_000_000L;

    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalValue(FailureCode.AMOUNT_NEGATIVE, "0", "" + MAX_FEN);
        }
        if (fen > MAX_FEN) {
            throw new IllegalValue(FailureCode.AMOUNT_OUT_OF_RANGE, "0", "" + MAX_FEN);
        }
    }

    /** Reads whole fen, digits only. */
    public static Money parse(String fen) {
        String digits = fen.startsWith("-") ? fen.substring(1) : fen;
        if (!Form.DIGITS.fits(digits, 1, 18)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "分，0-9 / fen, 0-9");
        }
        return new Money(Long.parseLong(fen));
    }

    /** Like {@link #parse}, but zero is refused too. */
    public static Money parsePositive(String fen) {
        Money money = parse(fen);
        if (money.fen == 0) {
            throw new IllegalValue(FailureCode.AMOUNT_OUT_OF_RANGE, "1", "" + MAX_FEN);
        }
        return money;
    }

    /** @throws IllegalValue if {@code amount} has a fraction smaller than one fen or is out of range */
    public static Money yuan(BigDecimal amount) {
        BigDecimal fen = amount.movePointRight(2).stripTrailingZeros();
        if (fen.scale() > 0) {
            throw new IllegalValue(FailureCode.AMOUNT_PRECISION, "2");
        }
        if (fen.precision() - fen.scale() > 18) {
            throw new IllegalValue(fen.signum() < 0 ? FailureCode.AMOUNT_NEGATIVE : FailureCode.AMOUNT_OUT_OF_RANGE, "0", "" + MAX_FEN);
        }
        return new Money(fen.longValueExact());
    }

    /** In yuan with two decimals. */
    public BigDecimal inYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** The canonical form: whole fen. */
    @Override
    public String toString() {
        return Long.toString(fen);
    }
}
