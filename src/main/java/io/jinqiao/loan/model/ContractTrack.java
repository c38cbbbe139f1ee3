package io.jinqiao.loan.model;

import java.util.Set;

/** Where the loan contract (借款合同) stands. */
public enum ContractTrack {
    NONE,
    /** Signed by the borrower, equal to the opinion in force. */
    SIGNED,
    /** The centre's seal is on it. */
    SEALED,
    IN_FORCE,
    /** What it was signed on is no longer in force. */
    VOID;

    public Set<ContractTrack> next() {
        return switch (this) {
            case NONE, VOID -> Set.of(SIGNED);
            case SIGNED -> Set.of(SEALED, VOID);
            case SEALED -> Set.of(IN_FORCE, VOID);
            case IN_FORCE -> Set.of(VOID);
        };
    }
}
