package io.jinqiao.mortgage.model;

/** Why a request is not filed. */
public enum Wait {
    /** not approved, or the contract not in force: nobody needs to do anything about the request */
    LOAN_NOT_IN_FORCE,
    /** what the application tells is not enough: the branch must send the request itself */
    REQUEST_INCOMPLETE,
    /** another amount was approved than the request secures: the branch must send it anew */
    CLAIM_DIFFERS,
    /** made for an approval that was taken back, whose contract is void: the branch must send it anew */
    CONTRACT_DIFFERS,
    /** no registry, or more than one, for the area: the configuration must name it */
    REGISTRY_UNKNOWN,
    /** the configuration does not name the mortgagee */
    MORTGAGEE_UNKNOWN,
    /** a paper the registry wants to see is not here, or not wholly: the branch must hand it in */
    MATERIALS_MISSING,
    /** a paper is larger than the registry takes: the branch must list a smaller one in a request of its own */
    MATERIALS_TOO_LARGE,
    /** the register was asked and did not answer yet, or refused to */
    CHECK_AWAITED,
    /** the register refused to answer time and again: the branch must mend what it is asked about, and send the request anew */
    CHECK_REFUSED,
    /** a person had the same right applied for, for another amount, or cancelled, or what it names stands no more: the centre must say which of the two it is to be */
    FILED_OTHERWISE,
    /** something stands in the way, is being decided, or is not known */
    NOT_CLEAN
}
