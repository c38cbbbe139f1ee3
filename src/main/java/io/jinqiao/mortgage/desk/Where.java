package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.RegistryPartners;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** At which registry something is asked or applied for: the one named for the area, else the only one that does it. */
@Component
class Where {
    private final MortgageProperties properties;
    private final RegistryPartners partners;

    Where(MortgageProperties properties, RegistryPartners partners) {
        this.properties = properties;
        this.partners = partners;
    }

    /** Whether a bank is told what became of its requests. */
    boolean told(PartnerId bank) {
        return partners.hears(bank, Operation.MORTGAGE_RESULT);
    }

    boolean does(PartnerId registry, Operation operation) {
        return partners.that(operation).contains(registry);
    }

    /** Registries that an operation was agreed with. */
    List<PartnerId> that(Operation operation) {
        return partners.that(operation);
    }

    RegistryMaterials materials(PartnerId registry) {
        return partners.materials(registry);
    }

    /** @return empty when there is none, or more than one and nobody said which */
    Optional<PartnerId> registry(String areaCode, Operation operation) {
        List<PartnerId> that = partners.that(operation);
        Optional<PartnerId> named = properties.registry(areaCode);
        return named.isPresent() ? named.filter(that::contains) : that.size() == 1 ? Optional.of(that.get(0)) : Optional.empty();
    }
}
