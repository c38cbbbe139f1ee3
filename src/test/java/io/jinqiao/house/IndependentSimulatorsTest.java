package io.jinqiao.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped banks' simulators write their wire by themselves: what they shared with the product could hide the product's faults. */
class IndependentSimulatorsTest {

    @Test
    void theBanksUseNothingOfMappingCodecChannelOrSigning() {
        assertThat(violations("io.jinqiao", new ImportOption.DoNotIncludeTests())).isEmpty();
    }

    @Test
    void wouldNoticeABankThatSignsWithTheProduct() {
        assertThat(violations("io.jinqiao.house.twin", location -> true)).anyMatch(v -> v.contains("SignsWithTheProduct"));
    }

    private static List<String> violations(String base, ImportOption option) {
        JavaClasses classes = new ClassFileImporter().withImportOption(option).importPackages(base + ".workbench.simulate.bank");
        return noClasses()
                .that()
                .resideInAPackage(base + ".workbench.simulate.bank..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + ".adapter..", base + ".signing..", base + ".workbench.simulate.mirror..")
                .because("a fault of ours must not mirror itself")
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }
}
