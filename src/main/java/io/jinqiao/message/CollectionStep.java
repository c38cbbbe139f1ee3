package io.jinqiao.message;

/** A step of collection (催收方式), from mild to grave. When which is due is data of the centre. */
public enum CollectionStep {
    RE_DEDUCT,
    MESSAGE,
    PHONE,
    LETTER,
    VISIT,
    GUARANTOR,
    LAWSUIT
}
