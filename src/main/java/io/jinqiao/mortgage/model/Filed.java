package io.jinqiao.mortgage.model;

import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationApplication.Mortgagee;
import io.jinqiao.message.UnitNumber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a case was filed for; what the registry tells is compared with it.
 *
 * @param amount null for a cancellation
 */
public record Filed(Kind kind, Set<UnitNumber> units, @Nullable Money amount, Set<Mortgagor> mortgagors, Mortgagee mortgagee) {

    /** @param number of the identity document */
    public record Mortgagor(String name, String number) {
        /**
         * Whether it is one of those named; where the form tells numbers, by the number too: namesakes are not the same. As many numbers as names
         * belong to them in their order.
         *
         * @param numbers null: the form has none
         */
        boolean among(String names, @Nullable String numbers) {
            List<List<String>> readings = Joined.names(names);
            String ours = Joined.folded(name);
            if (numbers == null) {
                return readings.stream().anyMatch(read -> read.contains(ours));
            }
            List<String> all = Joined.parts(numbers).toList();
            return readings.stream().anyMatch(read -> read.size() == all.size())
                    ? readings.stream().filter(read -> read.size() == all.size()).anyMatch(read -> IntStream.range(0, all.size()).anyMatch(i -> read.get(i).equals(ours) && Joined.sameNumber(number, all.get(i))))
                    : readings.stream().anyMatch(read -> read.contains(ours)) && all.stream().anyMatch(one -> Joined.sameNumber(number, one));
        }

        /** Personal data. */
        @Override
        public String toString() {
            return "a mortgagor";
        }
    }

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
                        .map(party -> new Mortgagor(party.name(), party.identity().number()))
                        .collect(Collectors.toSet()),
                application.mortgagee());
    }

    /** Names are personal data. */
    @Override
    public String toString() {
        return kind + " on " + units;
    }
}
