package io.jinqiao.assessment.gather;

import java.math.BigInteger;

/** Some loans in some days. @param late of the loans, one or two instalments late at some time @param lateFenDays of the fen times days, so late */
record Exposure(long loans, long late, BigInteger fenDays, BigInteger lateFenDays) {
    static final Exposure NONE = new Exposure(0, 0, BigInteger.ZERO, BigInteger.ZERO);

    static Exposure of(long loans, long late, long fenDays, long lateFenDays) {
        return new Exposure(loans, late, BigInteger.valueOf(fenDays), BigInteger.valueOf(lateFenDays));
    }

    Exposure plus(Exposure other) {
        return new Exposure(loans + other.loans, late + other.late, fenDays.add(other.fenDays), lateFenDays.add(other.lateFenDays));
    }
}
