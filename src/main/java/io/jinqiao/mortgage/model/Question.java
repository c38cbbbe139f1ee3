package io.jinqiao.mortgage.model;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.PropertyCheck.Holder;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.UnitRights.Right;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the register is asked about a home, and whom it should name. */
public final class Question {
    private Question() {}

    /** At acceptance the seller holds the home, or the developer. @return empty when the application names no unit */
    public static Optional<PropertyCheck> of(LoanApplication application, String checkNo) {
        UnitNumber unit = application.home().unitNumber();
        if (unit == null) {
            return Optional.empty();
        }
        Role holder = application.homeKind() == HomeKind.RESALE ? Role.SELLER : developed(application) ? Role.DEVELOPER : Role.BORROWER;
        List<Holder> holders = holders(application.parties(), holder);
        return Optional.of(ask(checkNo, unit, null, holders.isEmpty() ? holders(application.parties(), Role.BORROWER) : holders));
    }

    private static boolean developed(LoanApplication application) {
        return application.homeKind() == HomeKind.PRE_SOLD || application.homeKind() == HomeKind.NEW;
    }

    /** Before filing: who mortgages must hold it; under a pre-notice the developer still does. */
    public static PropertyCheck of(MortgageApplication request, String checkNo) {
        Role holder = request.kind() == Kind.DOUBLE_PRE_NOTICE ? Role.DEVELOPER : Role.MORTGAGOR;
        CertificateNumber title = request.titleNo() == null ? null : CertificateNumber.title(request.titleNo());
        return ask(checkNo, Objects.requireNonNull(request.unitNumber()), title, holders(request.parties(), holder));
    }

    /** Years later: whether the building was registered, so that what a pre-notice is for is possible. */
    public static PropertyCheck ofTheBuilding(RegistrationApplication noticed, String checkNo) {
        List<PropertyCheck.Unit> units = noticed.units().stream().map(unit -> new PropertyCheck.Unit(unit.unitNumber())).toList();
        return new PropertyCheck(checkNo, noticed.areaCode(), null, units, holders(noticed.parties(), Role.DEVELOPER));
    }

    /** Registered for this loan already, so in nobody's way. */
    public static Set<Right> ours(Kind kind) {
        return switch (kind) {
            case DOUBLE_PRE_NOTICE, MORTGAGE -> Set.of();
            case CONVERSION -> Set.of(Right.PRE_NOTICE);
            case CHANGE -> Set.of(Right.MORTGAGE);
            case CANCELLATION -> Set.of(Right.PRE_NOTICE, Right.MORTGAGE);
        };
    }

    private static PropertyCheck ask(
            String checkNo, UnitNumber unit, @org.jspecify.annotations.Nullable CertificateNumber title, List<Holder> holders) {
        return new PropertyCheck(checkNo, unit.county(), title, List.of(new PropertyCheck.Unit(unit)), holders);
    }

    private static List<Holder> holders(List<Party> parties, Role role) {
        return parties.stream().filter(party -> party.role() == role).map(party -> new Holder(party.name(), party.identity())).distinct().toList();
    }
}
