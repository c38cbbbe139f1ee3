package io.jinqiao.loan.model;

import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.PartnerId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One loan as it stands.
 *
 * @param scheme name of the security scheme it was accepted under
 * @param opinions how many opinions were issued so far
 * @param approval the latest approval; in force only while the decision says so
 * @param contract null-safe: {@code signed} is there unless the track says NONE
 * @param pieces what of the scheme is in hand
 * @param moneyProposedBy who proposed the payment that waits for another's confirmation
 */
public record Loan(
        String acceptanceNo,
        PartnerId bank,
        LoanApplication application,
        Scheme scheme,
        DecisionTrack decision,
        @Nullable Pause pause,
        Reviews reviews,
        int opinions,
        @Nullable Approval approval,
        ContractTrack contract,
        @Nullable SignedContract signed,
        SecurityTrack security,
        Set<SecurityPiece> pieces,
        MoneyTrack money,
        @Nullable String moneyProposedBy,
        Scans scans) {
    public Loan {
        pieces = Set.copyOf(pieces);
    }

    /** A loan that has just been accepted. */
    public static Loan accepted(String acceptanceNo, PartnerId bank, LoanApplication application, Scheme scheme, Scans scans) {
        SecurityTrack security = application.mortgageRequest() ? SecurityTrack.HELD : SecurityTrack.NONE;
        return new Loan(
                acceptanceNo, bank, application, scheme, DecisionTrack.ACCEPTED, null, Reviews.NONE, 0, null,
                ContractTrack.NONE, null, security, Set.of(), MoneyTrack.NONE, null, scans);
    }

    public String applicationNo() {
        return application.applicationNo();
    }

    /** The approval whose opinion is in force; null when there is none. */
    public @Nullable Approval inForce() {
        return decision == DecisionTrack.APPROVED ? approval : null;
    }

    /** Whether the bank was asked for more. */
    public boolean returned() {
        return pause != null && pause.reason() == Pause.Reason.RETURNED;
    }

    /** The same loan with its pieces changed. */
    Set<SecurityPiece> piecesWith(@Nullable SecurityPiece added, Set<SecurityPiece> removed) {
        Set<SecurityPiece> changed = new HashSet<>(pieces);
        changed.removeAll(removed);
        if (added != null) {
            changed.add(added);
        }
        return changed;
    }

    Change change() {
        return new Change(this);
    }
}
