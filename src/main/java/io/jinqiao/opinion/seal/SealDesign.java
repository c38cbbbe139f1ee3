package io.jinqiao.opinion.seal;

/**
 * What is engraved on a round organisation seal.
 *
 * @param organisation along the upper arc
 * @param purpose line below the star, such as 贷款审批专用章
 * @param sample line at the foot that marks a seal without effect, such as 样章·测试; empty for a real one
 */
public record SealDesign(String organisation, String purpose, String sample) {
    /** On every seal that no certified device holds. */
    public static final String SAMPLE = "样章·测试";
}
