package io.jinqiao.loan.model;

import java.util.Set;

/** Where the mortgage stands at the registry. A pre-notice (预告登记) is not a mortgage and never reads as one. */
public enum SecurityTrack {
    NONE,
    /** Signed in the one visit, kept unsent until the loan is approved and the contract in force. */
    HELD,
    SUBMITTED,
    PRE_NOTICED,
    REGISTERED,
    /** A pre-notice that became a mortgage. */
    CONVERTED,
    RELEASED,
    /** A held request that was never sent, destroyed with proof. */
    DESTROYED;

    /** Whether a registry has, or had and kept, something of this loan: it may ask for more. */
    public boolean atTheRegistry() {
        return this == SUBMITTED || this == PRE_NOTICED || this == REGISTERED || this == CONVERTED;
    }

    /** What of a scheme the registry gives while the loan stands here; whatever else it gave before is gone. */
    public Set<SecurityPiece> gives() {
        return switch (this) {
            case PRE_NOTICED -> Set.of(SecurityPiece.MORTGAGE_PRE_NOTICE);
            case REGISTERED, CONVERTED -> Set.of(SecurityPiece.MORTGAGE);
            case NONE, HELD, SUBMITTED, RELEASED, DESTROYED -> Set.of();
        };
    }

    public Set<SecurityTrack> next() {
        return switch (this) {
            // the registry may enter again what it had taken off; what it leaves open may be cancelled
            case NONE -> Set.of(HELD, SUBMITTED, PRE_NOTICED, REGISTERED, CONVERTED, RELEASED);
            // also entered: a person had filed it, and the registry was quicker than its own receipt
            case HELD -> Set.of(SUBMITTED, PRE_NOTICED, REGISTERED, CONVERTED, RELEASED, DESTROYED);
            // held again: what a person had filed came to nothing, and what the branch prepared is here
            // released: so did what was applied for after an earlier mortgage was cancelled
            case SUBMITTED -> Set.of(PRE_NOTICED, REGISTERED, NONE, HELD, RELEASED);
            // back to nothing when the registry takes an entry off: the gate closes again
            case PRE_NOTICED -> Set.of(CONVERTED, RELEASED, NONE);
            case REGISTERED, CONVERTED -> Set.of(RELEASED, NONE);
            // applied for anew, for a later approval; or the cancellation was taken off
            case RELEASED -> Set.of(SUBMITTED, PRE_NOTICED, REGISTERED, CONVERTED, NONE);
            // beside what was held something stood in the register, and was cancelled
            case DESTROYED -> Set.of(RELEASED);
        };
    }
}
