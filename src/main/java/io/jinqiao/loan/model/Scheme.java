package io.jinqiao.loan.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * The security a loan needs before its money is paid.
 *
 * @param name such as {@code pre-sold-home}
 * @param requires pieces that must be in hand
 */
public record Scheme(String name, Set<SecurityPiece> requires) {
    public Scheme {
        requires = Set.copyOf(requires);
    }

    /** What is still missing; a mortgage that a pre-notice was converted into stands for the pre-notice and its stage guarantee. */
    public Set<SecurityPiece> missing(Set<SecurityPiece> inHand) {
        EnumSet<SecurityPiece> missing = EnumSet.noneOf(SecurityPiece.class);
        missing.addAll(requires);
        missing.removeAll(inHand);
        if (inHand.contains(SecurityPiece.MORTGAGE)) {
            missing.remove(SecurityPiece.MORTGAGE_PRE_NOTICE);
            missing.remove(SecurityPiece.STAGE_GUARANTEE);
        }
        return missing;
    }
}
