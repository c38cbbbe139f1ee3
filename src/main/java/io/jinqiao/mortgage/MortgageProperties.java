package io.jinqiao.mortgage;

import io.jinqiao.message.CreditCode;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pollEvery how long a case may be silent before it is asked about
 * @param pollAtOnce most cases asked about in one round
 * @param promisedDays working days a registry promises (国办发〔2019〕8号 aimed at 5) that is not named in {@code promisedDaysOf}
 * @param promisedDaysOf the same by registry, where a city promises another number
 * @param certificateDays working days from the entry in which its certificates come; own choice, no source found
 * @param legalDays working days the law allows at most (Interim Regulations, art. 20: 30); not checked against the text
 * @param clockAhead how far a registry's clock may be ahead of ours: a later moment is not believed
 * @param buildingEvery how often the register is asked whether the building of a pre-noticed home was registered
 * @param checkEvery how often the register is asked again about a home that is not clean, while a request waits for it
 * @param checkTries how often the register may refuse to answer a question of one request before its branch must mend it
 * @param registerAge how old the register's own data may be when it answers about a home (some answer from last night's copy): from older ones nothing is clean; own
 *     choice, no source found
 * @param registries partner by beginning of the area code; the longest one counts. Without any the only registry that does it is meant
 * @param mortgagees names by credit code: the centre's, and those of banks it entrusts
 */
@ConfigurationProperties("jinqiao.mortgage")
public record MortgageProperties(
        @DefaultValue("4h") Duration pollEvery,
        @DefaultValue("500") int pollAtOnce,
        @DefaultValue("5") int promisedDays,
        @DefaultValue Map<String, Integer> promisedDaysOf,
        @DefaultValue("30") int legalDays,
        @DefaultValue("4h") Duration checkEvery,
        @DefaultValue("3") int checkTries,
        @DefaultValue("3") int certificateDays,
        @DefaultValue("1h") Duration clockAhead,
        @DefaultValue("7d") Duration buildingEvery,
        @DefaultValue("36h") Duration registerAge,
        @DefaultValue Map<String, String> registries,
        @DefaultValue Map<String, String> mortgagees) {

    /** Working days this registry promises. */
    public int promisedDays(PartnerId registry) {
        return promisedDaysOf.getOrDefault(registry.value(), promisedDays);
    }

    /** The registry that was named for an area. */
    public Optional<PartnerId> registry(String areaCode) {
        return registries.entrySet().stream()
                .filter(entry -> areaCode.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> new PartnerId(entry.getValue()));
    }

    public Optional<String> mortgagee(CreditCode code) {
        return Optional.ofNullable(mortgagees.get(code.value()));
    }
}
