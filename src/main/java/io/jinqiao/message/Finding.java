package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * A risk point an application touches (风险点). What the bank sees is coarse: never content of a credit report.
 *
 * @param rule name of the rule, for us
 * @param code coarse word for the bank, up to 40 characters
 * @param field the place meant, in our words; null for the whole application
 * @param text for people, Chinese and English, up to 500 characters; no values of the application
 */
public record Finding(String rule, Grade grade, String code, @Nullable String field, String text) {

    /** From mild to grave; only a red line refuses. */
    public enum Grade {
        /** 办理要件存疑 */
        DOUBTFUL_DOCUMENTS,
        /** 受理初审违规 */
        FAULTY_ACCEPTANCE,
        /** 业务提交违规 */
        FAULTY_SUBMISSION,
        /** 底线红线 */
        RED_LINE
    }
}
