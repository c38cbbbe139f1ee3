package io.jinqiao.mortgage.model;

import java.util.EnumSet;
import java.util.Set;

/** Why something the registry told is not taken for what was applied for: a person must look. */
public enum Doubt {
    /** an entry names a unit that was not applied for, or leaves one out */
    OTHER_UNIT,
    /** not every mortgagor is named */
    OTHER_OBLIGOR,
    /** the amount is another one */
    OTHER_AMOUNT,
    /** the amount is ten thousand times too much or too little: it was written in the other unit */
    AMOUNT_IN_ANOTHER_UNIT,
    /** a mortgage was entered where a pre-notice was applied for, or the other way round */
    OTHER_RIGHT,
    /** a certificate proves something that was not entered */
    CERTIFICATE_OF_ANOTHER_PROOF,
    /** the seal of a certificate does not hold: changed, forged, or by a key nobody vouches for */
    CERTIFICATE_SEAL_BROKEN,
    /** nothing wrong was found with a certificate, but not everything could be checked */
    CERTIFICATE_NOT_FULLY_CHECKED,
    /** a certificate names another proof or another licence than the notice it came with */
    CERTIFICATE_OF_ANOTHER_NUMBER,
    /** a certificate is of a unit that was not applied for, or not the one its proof was entered for */
    CERTIFICATE_OF_ANOTHER_UNIT,
    /** a certificate names another mortgagee, or nobody of the mortgagors */
    CERTIFICATE_OF_ANOTHER_HOLDER,
    /** a certificate says itself that it is not in force */
    CERTIFICATE_NOT_CURRENT,
    /** the registry has called the case by two numbers */
    TWO_REGISTRY_NUMBERS,
    /** it claims a moment that had not come when it was told: a clock there is wrong, and would hide what really happens later */
    TIME_TO_COME,
    /** after the entry the registry says that it refused the case or that it was withdrawn */
    ENDED_AFTER_ITS_ENTRY,
    /** the right is held by somebody else than the mortgagee of the loan, or by others as well */
    OTHER_MORTGAGEE,
    /** the register has the right, and not as a current one (QSZT) */
    RIGHT_NOT_CURRENT,
    /** after the registry took it off, an entry is told: it stays off until it is applied for anew */
    ENTERED_AFTER_ITS_DELETION,
    /** two entries of the same moment name different proofs: which of them stands, the registry must say */
    ENTRIES_OF_ONE_MOMENT,
    /** what was entered does not say for how much */
    AMOUNT_NOT_TOLD;

    /** Doubts about what was entered: the registry says of this case something else than that what was applied for stands. */
    static final Set<Doubt> OF_AN_ENTRY = EnumSet.of(OTHER_UNIT, OTHER_OBLIGOR, OTHER_AMOUNT, AMOUNT_IN_ANOTHER_UNIT, OTHER_RIGHT, ENDED_AFTER_ITS_ENTRY,
            OTHER_MORTGAGEE, RIGHT_NOT_CURRENT, AMOUNT_NOT_TOLD);

    /** Of these the registry alone can say that they are not right: what has one is not what was applied for, whoever looks. */
    static final Set<Doubt> OF_ANOTHER_RIGHT = EnumSet.of(OTHER_UNIT, OTHER_AMOUNT, AMOUNT_IN_ANOTHER_UNIT, OTHER_RIGHT, RIGHT_NOT_CURRENT);
}
