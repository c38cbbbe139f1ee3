package io.jinqiao.loan.model;

import io.jinqiao.message.CreditCode;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.UnitNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a branch's request to the registry is one for this loan, told field by field. */
public final class RequestedRegistration {
    private RequestedRegistration() {}

    /** What of a request is compared. @param units empty: that of the loan */
    private record Asked(Kind kind, CreditCode mortgagee, Set<UnitNumber> units, List<Party> parties, MortgageApplication.@Nullable Claim claim) {}

    /** @throws Refusal with everything that differs, or when the loan's state forbids such a request */
    public static void check(Loan loan, MortgageApplication request) {
        Set<UnitNumber> units = request.unitNumber() == null ? Set.of() : Set.of(request.unitNumber());
        check(loan, new Asked(request.kind(), request.mortgagee(), units, request.parties(), request.claim()));
    }

    /**
     * The same of what a person has filed. It goes out at once: not before the approval it is for, whose amount it names.
     *
     * @throws Refusal with everything that differs, or when the loan's state forbids it
     */
    public static void check(Loan loan, RegistrationApplication filed) {
        if (filed.kind() != Kind.CANCELLATION) {
            Gates.opinionInForce(loan);
        }
        Set<UnitNumber> units = filed.units().stream().map(RegistrationApplication.Unit::unitNumber).collect(Collectors.toSet());
        check(loan, new Asked(filed.kind(), filed.mortgagee().code(), units, filed.parties(), filed.claim()));
    }

    private static void check(Loan loan, Asked request) {
        boolean ends = request.kind() == Kind.CANCELLATION;
        if (!ends && loan.decision().ended() || !expected(request.kind()).contains(loan.security())) {
            throw Gates.forbids(loan);
        }
        if (ends) {
            Gates.nothingToBePaid(loan);
        } else if (loan.money().over()) {
            throw Gates.forbids(loan);
        } else if (loan.security() == SecurityTrack.RELEASED) {
            Gates.somethingToBePaid(loan);
        }
        List<Problem> problems = new ArrayList<>();
        LoanApplication applied = loan.application();
        differs(problems, "mortgagee", !request.mortgagee().equals(applied.mortgagee()), "mortgagee");
        boolean otherUnit = applied.home().unitNumber() != null && !Set.of(applied.home().unitNumber()).containsAll(request.units());
        differs(problems, "unitNumber", otherUnit, "home.unitNumber");
        if (request.units().isEmpty() && applied.home().unitNumber() == null) {
            problems.add(Problem.at("unitNumber", FailureCode.FIELD_MISSING));
        }
        boolean preSold = loan.scheme().requires().contains(SecurityPiece.MORTGAGE_PRE_NOTICE);
        boolean ofPreSold = request.kind() == Kind.DOUBLE_PRE_NOTICE || request.kind() == Kind.CONVERSION;
        differs(problems, "kind", ofPreSold && !preSold, "homeKind");
        differs(problems, "parties", nobodyOf(applied, request), "parties");
        amount(problems, loan, request);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** Where the loan must stand at the registry for such a request. */
    private static Set<SecurityTrack> expected(Kind kind) {
        return switch (kind) {
            // released: what an earlier approval was secured by was cancelled
            case DOUBLE_PRE_NOTICE, MORTGAGE -> Set.of(SecurityTrack.NONE, SecurityTrack.HELD, SecurityTrack.RELEASED);
            // none, held: what was registered may stand there though a change or a conversion of it was taken off; which proof it rests on is compared with the cases
            case CONVERSION -> Set.of(SecurityTrack.PRE_NOTICED, SecurityTrack.NONE, SecurityTrack.HELD);
            case CHANGE -> Set.of(SecurityTrack.REGISTERED, SecurityTrack.CONVERTED, SecurityTrack.NONE, SecurityTrack.HELD);
            // destroyed was what was held; what a person had filed, or stood before, stands there still
            case CANCELLATION -> Set.of(
                    SecurityTrack.PRE_NOTICED, SecurityTrack.REGISTERED, SecurityTrack.CONVERTED, SecurityTrack.NONE, SecurityTrack.HELD, SecurityTrack.DESTROYED);
        };
    }

    /** Who mortgages must be, by name and number, one of those the application names and who can own the home; nobody else beside them. */
    private static boolean nobodyOf(LoanApplication applied, Asked request) {
        List<Party> mortgagors = request.parties().stream().filter(party -> party.role() == Party.Role.MORTGAGOR).toList();
        return mortgagors.isEmpty() || !mortgagors.stream().allMatch(one -> applied.parties().stream().anyMatch(known -> mayOwn(known.role()) && same(known, one)));
    }

    private static boolean mayOwn(Party.Role role) {
        return role == Party.Role.BORROWER || role == Party.Role.SPOUSE || role == Party.Role.CO_BORROWER || role == Party.Role.MORTGAGOR;
    }

    private static boolean same(Party one, Party other) {
        return PersonName.same(one.name(), other.name()) && one.identity().equals(other.identity());
    }

    /** What is secured is what was approved; before the decision at most what was applied for. An amount in another unit is caught here. */
    private static void amount(List<Problem> problems, Loan loan, Asked request) {
        if (request.claim() == null) {
            return;
        }
        Approval approval = loan.inForce();
        if (approval != null) {
            differs(problems, "claim.amount", !request.claim().amount().equals(approval.amount()), "approval-opinion.amount");
        } else {
            differs(problems, "claim.amount", !request.claim().amount().equals(loan.application().terms().amount()), "terms.amount");
        }
    }

    private static void differs(List<Problem> problems, String field, boolean different, String other) {
        if (different) {
            String place = other.contains("-") ? other : "loan-application." + other;
            problems.add(Problem.at(field, FailureCode.FIELDS_DISAGREE, place));
        }
    }
}
