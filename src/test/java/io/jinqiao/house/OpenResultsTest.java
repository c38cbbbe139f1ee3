package io.jinqiao.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.jinqiao.house.twin.LeavesAResultOpen;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stream of rows keeps its connection until somebody closes it: rows are read as lists. */
class OpenResultsTest {
    private static final ArchRule RULE =
            noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").because("its connection never comes back");

    @Test
    void nobodyStreamsRows() {
        RULE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.jinqiao"));
    }

    @Test
    void wouldNoticeAStreamOfRows() {
        assertThat(RULE.evaluate(new ClassFileImporter().importClasses(LeavesAResultOpen.class)).hasViolation()).isTrue();
    }
}
