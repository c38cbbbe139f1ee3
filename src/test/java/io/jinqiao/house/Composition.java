package io.jinqiao.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** Who depends on the classes right in the base package, apart from themselves and the workbench, which starts them. */
final class Composition {
    private Composition() {}

    static List<String> importers(String base) {
        ImportOption kind = base.equals("io.jinqiao") ? new ImportOption.DoNotIncludeTests() : location -> true;
        return new ClassFileImporter()
                .withImportOption(kind).importPackages(base).stream()
                        .filter(c -> !c.getPackageName().equals(base))
                        .filter(c -> !c.getPackageName().startsWith(base + ".workbench"))
                        .filter(c -> dependsOnPackage(c, base))
                        .map(JavaClass::getName)
                        .toList();
    }

    private static boolean dependsOnPackage(JavaClass one, String name) {
        return one.getDirectDependenciesFromSelf().stream()
                .anyMatch(d -> d.getTargetClass().getPackageName().equals(name));
    }
}
