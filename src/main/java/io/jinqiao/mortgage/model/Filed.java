package io.jinqiao.mortgage.model;

import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.UnitNumber;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case was filed for; what the registry tells is compared with it.
 *
 * @param amount null for a cancellation
 * @param mortgagors their names
 */
public record Filed(Kind kind, Set<UnitNumber> units, @Nullable Money amount, Set<String> mortgagors) {
    public Filed {
        units = Set.copyOf(units);
        mortgagors = Set.copyOf(mortgagors);
    }

    public static Filed of(RegistrationApplication application) {
        return new Filed(
                application.kind(),
                application.units().stream().map(RegistrationApplication.Unit::unitNumber).collect(Collectors.toSet()),
                application.claim() == null ? null : application.claim().amount(),
                application.parties().stream()
                        .filter(party -> party.role() == Party.Role.MORTGAGOR)
                        .map(Party::name)
                        .collect(Collectors.toSet()));
    }

    /** Names are personal data. */
    @Override
    public String toString() {
        return kind + " on " + units;
    }
}
