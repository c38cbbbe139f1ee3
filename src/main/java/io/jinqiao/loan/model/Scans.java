package io.jinqiao.loan.model;

import java.util.List;
import java.util.Set;

/**
 * The scans of an application.
 *
 * @param missing kinds of listed scans that are not here yet, ordered
 * @param here kinds of which a whole scan is here
 */
public record Scans(List<String> missing, Set<String> here) {
    /** Kind of the page on which the borrower agrees to terms other than applied for (借款人确认书). */
    public static final String BORROWER_CONFIRMATION = "borrower-confirmation";

    public Scans {
        missing = List.copyOf(missing);
        here = Set.copyOf(here);
    }
}
