package io.jinqiao.workbench.bench.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is measured and what is accepted names things that exist. */
class MutationFilesTest {
    private static final Path CHECKOUT = Path.of("");

    @Test
    void everyScopeNamesClassesAndTestsThatExistAndNoClassIsMeasuredTwice() throws IOException {
        List<Scope> scopes = Scope.read(CHECKOUT);
        assertThat(scopes).extracting(Scope::name).doesNotHaveDuplicates().isNotEmpty();
        assertThat(scopes.stream().flatMap(scope -> scope.classes().stream())).doesNotHaveDuplicates();
        scopes.stream().flatMap(scope -> Stream.concat(scope.classes().stream(), scope.tests().stream())).forEach(MutationFilesTest::exists);
    }

    @Test
    void everyReasonSpeaksOfAMeasuredClassAndSaysSomething() throws IOException {
        List<String> measured = Scope.read(CHECKOUT).stream().flatMap(scope -> scope.classes().stream()).toList();
        assertThat(AcceptedSurvivor.read(CHECKOUT)).doesNotHaveDuplicates().allSatisfy(accepted -> {
            assertThat(measured).contains(accepted.type());
            assertThat(accepted.reason()).hasSizeGreaterThan(15);
            assertThat(accepted.change()).isNotBlank();
            assertThat(accepted.code()).isNotNull();
            assertThat(accepted.covers()).isPositive();
        });
    }

    private static void exists(String name) {
        assertThatCode(() -> Class.forName(Mutant.BASE + name, false, MutationFilesTest.class.getClassLoader()))
                .as(name)
                .doesNotThrowAnyException();
    }
}
