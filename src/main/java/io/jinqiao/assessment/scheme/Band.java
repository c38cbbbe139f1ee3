package io.jinqiao.assessment.scheme;

import java.math.BigDecimal;

/**
 * Points that make one grade.
 *
 * @param from least points, 0 to 100
 * @param coefficient of the fee, 0 to 1
 * @param proposes what the committee is asked for; nothing happens by itself
 */
public record Band(String grade, BigDecimal from, BigDecimal coefficient, Effect proposes, Title words) {

    /** What a grade proposes for the standing of a bank (承办资格). */
    public enum Effect {
        NONE,
        PLAN,
        CAP,
        SUSPEND
    }
}
