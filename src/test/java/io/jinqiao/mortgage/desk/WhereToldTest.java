package io.jinqiao.mortgage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.RegistryPartners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhereToldTest {

    @Test
    void twoRegistriesWithoutASettingAreToldWithTheFix() {
        assertThat(problems(Map.of(), "city-a", "city-b")).singleElement().asString()
                .contains("[city-a, city-b]", "jinqiao.mortgage.registries.<first digits of the area code>=<folder>", "registry-unknown");
    }

    @Test
    void aNameNobodyHasIsToldWithTheKnownOnes() {
        assertThat(problems(Map.of("99", "city-c"), "city-a")).singleElement().asString().contains("jinqiao.mortgage.registries.99=city-c", "known: [city-a]");
    }

    @Test
    void oneRegistryOrTwoThatAreNamedAreWell() {
        assertThat(problems(Map.of(), "city-a")).isEmpty();
        assertThat(problems(Map.of("99", "city-b"), "city-a", "city-b")).isEmpty();
    }

    private static List<String> problems(Map<String, String> registries, String... known) {
        MortgageProperties properties = new MortgageProperties(Duration.ofHours(4), 500, 5, Map.of(), 30, Duration.ofHours(4), 3, 3, Duration.ofHours(1), Duration.ofDays(7), Duration.ofHours(36), registries, Map.of());
        return new WhereTold(properties, new RegistryPartners() {
                    @Override
                    public List<PartnerId> that(Operation operation) {
                        return Stream.of(known).map(PartnerId::new).toList();
                    }

                    @Override
                    public RegistryMaterials materials(PartnerId registry) {
                        return RegistryMaterials.NAMED_ONLY;
                    }

                    @Override
                    public boolean hears(PartnerId bank, Operation operation) {
                        return true;
                    }
                })
                .problems();
    }
}
