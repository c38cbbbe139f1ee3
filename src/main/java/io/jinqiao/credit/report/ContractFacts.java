package io.jinqiao.credit.report;

import io.jinqiao.message.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mortgage contract.
 *
 * @param contract its whole identifier (抵质押合同标识码), provider's code first
 * @param certificate number of the real-estate certificate (不动产权证号)
 * @param district of the home, 6 digits; null when unknown
 * @param owner who mortgages it
 */
public record ContractFacts(
        String contract, Money amount, LocalDate from, LocalDate until, String certificate, @Nullable String district, Money value, LocalDate valued, AccountFacts.Person owner) {
    /** The same one, known to the Center as something else. */
    public ContractFacts under(String identifier) {
        return new ContractFacts(identifier, amount, from, until, certificate, district, value, valued, owner);
    }

    @Override
    public String toString() {
        return "ContractFacts " + contract;
    }
}
