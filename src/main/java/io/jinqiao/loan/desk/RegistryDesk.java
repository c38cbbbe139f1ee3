package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.ChangeSecurity;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.RequestedRegistration;
import io.jinqiao.loan.model.SecurityPiece;
import io.jinqiao.loan.model.SecurityTrack;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.NeedsScans;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.FileCase;
import io.jinqiao.message.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a loan has to say to its requests at the registry, and what it hears of them. */
@Component
class RegistryDesk {
    private final LoanStore loans;
    private final ScanStore scans;
    private final Movements movements;
    private final Clock clock;

    RegistryDesk(LoanStore loans, ScanStore scans, Movements movements, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.scans = scans;
        this.movements = movements;
        this.clock = clock;
    }

    MortgageRequest requested(Incoming incoming) {
        MortgageApplication request = (MortgageApplication) incoming.message();
        // held until the commit: a contract that is sealed meanwhile finds the request, or the request finds the contract
        scans.hold(incoming.partner(), request.applicationNo());
        Loan loan = loans.get(incoming.partner(), request.applicationNo()).loan();
        RequestedRegistration.check(loan, request);
        scans.expect(loan.acceptanceNo(), request.attachments(), incoming.id());
        List<String> missing = loans.get(loan.acceptanceNo()).loan().scans().missing();
        return new MortgageRequest(incoming, loan.application(), Movements.inForce(loan), opinionNo(loan), missing, scans.here(loan.acceptanceNo()));
    }

    /** A loan that is not here is not compared, and what is filed for it is for no approval. */
    FileCase filing(FileCase command) {
        if (loans.acceptanceNo(command.bank(), command.applicationNo()).flatMap(loans::unlessErased).isEmpty()) {
            return command.forNoOpinion();
        }
        // held until the commit: an opinion that is taken back meanwhile finds the case, or the case finds it taken back
        scans.hold(command.bank(), command.applicationNo());
        Loan loan = loans.get(command.bank(), command.applicationNo()).loan();
        RequestedRegistration.check(loan, command.application());
        return command.forOpinion(opinionNo(loan));
    }

    private static @Nullable String opinionNo(Loan loan) {
        Approval approval = loan.inForce();
        return approval == null ? null : approval.opinionNo();
    }

    Outcome follow(Outcome outcome) {
        Outcome after = outcome;
        for (Consequence consequence : outcome.consequences()) {
            if (consequence instanceof Consequence.Wanted wanted) {
                after = after.andTell(new Outgoing(wanted.registry(), wanted.message().with(scansOf(wanted))));
            } else if (consequence instanceof Consequence.Secured secured) {
                loan(secured).ifPresent(loan -> secured(loan, secured));
            } else if (consequence instanceof Consequence.Checked checked) {
                loan(checked).ifPresent(loan -> note(loan.loan(), LoanEvent.of(LoanEvent.Type.PROPERTY_CHECKED)
                        .with("checkNo", checked.checkNo())
                        .with("verdict", checked.verdict())
                        .with("hindrances", checked.hindrances().isEmpty() ? null : String.join(" ", checked.hindrances()))));
            }
        }
        return after;
    }

    /** What was filed was filed for a loan that is here; its scans are, or the case would not have been. */
    private NeedsScans.Scans scansOf(Consequence.Wanted wanted) {
        String acceptanceNo = loans.acceptanceNo(wanted.bank(), wanted.applicationNo()).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
        return (digest, from, length) -> scans.read(acceptanceNo, digest, from, length);
    }

    /** Cases of a loan nobody here knows, or whose data were erased, move nothing. */
    private Optional<StoredLoan> loan(Consequence consequence) {
        return loans.acceptanceNo(consequence.bank(), consequence.applicationNo()).flatMap(loans::unlessErased);
    }

    private void secured(StoredLoan stored, Consequence.Secured told) {
        Loan loan = stored.loan();
        SecurityTrack to = Words.parse(Words.of(told.state()), SecurityTrack.class);
        boolean untouched = loan.security() == SecurityTrack.HELD || loan.security() == SecurityTrack.DESTROYED;
        if (to == loan.security()) {
            restsOnAnother(stored, told, to);
            return;
        }
        if (to == SecurityTrack.NONE && untouched) {
            return;
        }
        if (!moved(stored, told, to)) {
            doubted(stored, told, to);
        }
    }

    /** The track stays, and what it rests on was applied for at another time: the piece goes with the one that was applied for for another approval, and comes with the one for this. */
    private void restsOnAnother(StoredLoan stored, Consequence.Secured told, SecurityTrack to) {
        boolean has = stored.loan().pieces().containsAll(to.gives());
        if (!to.gives().isEmpty() && stored.loan().inForce() != null && has != forThisApproval(stored.loan(), told)) {
            movements.move(stored, new ChangeSecurity(SecurityTrack.NONE, told.reference()), null);
            loan(told).ifPresent(shut -> moved(shut, told, to));
        }
    }

    /** @return false when the loan's state does not allow it */
    private boolean moved(StoredLoan stored, Consequence.Secured told, SecurityTrack to) {
        try {
            boolean ofThisApproval = to.gives().isEmpty() || forThisApproval(stored.loan(), told);
            movements.move(stored, new ChangeSecurity(to, told.reference(), ofThisApproval), null);
            if (!ofThisApproval) {
                inDoubt(stored.loan(), told);
            }
            return true;
        } catch (Refusal refusal) {
            if (refusal.problems().get(0).code() == FailureCode.LOAN_CHANGED_MEANWHILE) {
                throw refusal;
            }
            return false;
        }
    }

    /** The register is as it is, whatever the loan's state allows: what it no longer gives is taken first, and a person must look. */
    private void doubted(StoredLoan stored, Consequence.Secured told, SecurityTrack to) {
        inDoubt(stored.loan(), told);
        if (givesNoMore(stored.loan(), to)) {
            movements.move(stored, new ChangeSecurity(SecurityTrack.NONE, told.reference()), null);
            loan(told).filter(shut -> SecurityTrack.NONE.next().contains(to)).ifPresent(shut -> moved(shut, told, to));
        }
    }

    /** A mortgage given up while money is owed, or of which the loan has no piece any more, is gone as well. */
    private static boolean givesNoMore(Loan loan, SecurityTrack to) {
        boolean held = loan.pieces().stream().anyMatch(piece -> SecurityPiece.FROM_THE_REGISTRY.contains(piece) && !to.gives().contains(piece));
        boolean released = to == SecurityTrack.RELEASED && loan.security().next().contains(SecurityTrack.NONE);
        return held || released;
    }

    /** Whether what secures it was applied for for the approval that is in force. Of cases older than that word: when the loan was here to be compared with, and after an opinion was taken back, if one was. */
    private boolean forThisApproval(Loan loan, Consequence.Secured told) {
        if (told.opinionNo() != null) {
            return isInForce(loan.inForce(), told.opinionNo());
        }
        Instant filed = told.filedAt();
        boolean compared = filed == null || loans.acceptedAt(loan.acceptanceNo()).map(accepted -> !filed.isBefore(accepted)).orElse(false);
        return compared && loans.revokedAt(loan.acceptanceNo()).map(revoked -> filed != null && filed.isAfter(revoked)).orElse(true);
    }

    private static boolean isInForce(@Nullable Approval approval, String opinionNo) {
        return approval != null && approval.opinionNo().equals(opinionNo);
    }

    private void inDoubt(Loan loan, Consequence.Secured told) {
        note(loan, LoanEvent.of(LoanEvent.Type.SECURITY_IN_DOUBT).with("told", told.state()).with("reference", told.reference()));
    }

    private void note(Loan loan, LoanEvent event) {
        loans.note(loan.acceptanceNo(), List.of(event), null, clock.instant());
    }
}
