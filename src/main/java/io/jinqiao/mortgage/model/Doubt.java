package io.jinqiao.mortgage.model;

/** Why something the registry told is not taken for what was applied for: a person must look. */
public enum Doubt {
    /** an entry names a unit that was not applied for, or leaves one out */
    OTHER_UNIT,
    /** nobody of the mortgagors is named */
    OTHER_OBLIGOR,
    /** the amount is another one */
    OTHER_AMOUNT,
    /** the amount is ten thousand times too much or too little: it was written in the other unit */
    AMOUNT_IN_ANOTHER_UNIT,
    /** a mortgage was entered where a pre-notice was applied for, or the other way round */
    OTHER_RIGHT,
    /** a certificate proves something that was not entered */
    CERTIFICATE_OF_ANOTHER_PROOF,
    /** the registry has called the case by two numbers */
    TWO_REGISTRY_NUMBERS
}
