package io.jinqiao.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Simulators of our own write their wire and judge by themselves: what they shared with the product could hide the product's faults. */
class IndependentSimulatorsTest {

    @Test
    void theBanksUseNothingOfMappingCodecChannelOrSigning() {
        assertThat(banks("io.jinqiao", new ImportOption.DoNotIncludeTests())).isEmpty();
    }

    @Test
    void theCreditCenterUsesNothingOfTheProductsRulesEither() {
        assertThat(center("io.jinqiao", new ImportOption.DoNotIncludeTests())).isEmpty();
    }

    @Test
    void wouldNoticeABankThatSignsWithTheProduct() {
        assertThat(banks("io.jinqiao.house.twin", location -> true)).anyMatch(v -> v.contains("SignsWithTheProduct"));
    }

    @Test
    void wouldNoticeACenterThatJudgesByTheProductsRules() {
        assertThat(center("io.jinqiao.house.twin", location -> true)).anyMatch(v -> v.contains("AsksTheProductsRules"));
    }

    private static List<String> banks(String base, ImportOption option) {
        return violations(base, ".workbench.simulate.bank", option, ".adapter..", ".signing..", ".workbench.simulate.mirror..");
    }

    private static List<String> center(String base, ImportOption option) {
        return violations(base, ".workbench.simulate.credit", option, ".credit..", ".rulebook..", ".adapter..", ".signing..", ".workbench.simulate.mirror..");
    }

    private static List<String> violations(String base, String simulator, ImportOption option, String... product) {
        JavaClasses classes = new ClassFileImporter().withImportOption(option).importPackages(base + simulator);
        assertThat(classes).isNotEmpty();
        return noClasses()
                .that()
                .resideInAPackage(base + simulator + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(product).map(part -> base + part).toArray(String[]::new))
                .because("a fault of ours must not mirror itself")
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }
}
