package io.jinqiao.workbench.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.check.CatalogueCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewPartnerTest {
    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void makesAFolderWithoutAProblemLikeAnyOfTheShippedOnes(String like) throws IOException {
        NewPartner.Made made = new NewPartner(home).like(like, "river-bank");
        CatalogueCheck.Report report = check("river-bank");
        assertThat(report.problems()).isEmpty();
        assertThat(report.checked().get("river-bank")).startsWith("29 operations, ").isEqualTo(check(like).checked().get(like));
        assertThat(made.identities()).contains("river-bank-sm2-sign", "river-bank-tls-client", "river-bank-tls-server");
        assertThat(Files.readString(home.resolve("certs-dev/certs.yaml"))).contains("river-bank-sm2-sign: {owner: river-bank,").contains("icbc-sm2-sign:");
        String adapter = Files.readString(made.folder().resolve("adapter.yaml"));
        assertThat(adapter).contains("partner: river-bank").contains("${RIVER_BANK_").doesNotContainPattern("(?<![A-Za-z0-9])" + like + "(?![A-Za-z0-9])");
        assertThat(Files.readString(made.folder().resolve("README.md"))).contains("Open questions").contains("RIVER_BANK_");
        assertThat(namedLike(made.folder(), "(?s).*adapters/" + like + "/.*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry", "registry-xml"})
    void makesAFolderLikeARegistryWhoseMessageMayHaveTheNumberOfItsContent(String like) throws IOException {
        new NewPartner(home).like(like, "river-registry");
        CatalogueCheck.Report report = check("river-registry");
        assertThat(report.problems()).isEmpty();
        assertThat(report.checked().get("river-registry")).isEqualTo(check(like).checked().get(like));
        assertThat(namedLike(home.resolve("adapters/river-registry"), "(?s).*adapters/" + like + "/.*")).isEmpty();
        assertThat(Files.readString(home.resolve("adapters/river-registry/adapter.yaml")))
                .contains("partner: river-registry", "role: registry", "river-registry-tls-client", "${RIVER_REGISTRY_", "/river-registry")
                .doesNotContain("[" + like + "-", "/" + like + "\n");

        int code = new CommandLine(new SamplesCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute("river-registry", "--home", home.toString());
        assertThat(code).isZero();
        assertThat(check("river-registry").problems()).isEmpty();
    }

    @Test
    void takesNoNameThatIsTakenOrIsNone() {
        NewPartner partners = new NewPartner(home);
        assertThatThrownBy(() -> partners.like("abc", "icbc")).hasMessageContaining("of this name");
        assertThatThrownBy(() -> partners.like("abc", "../up")).hasMessageContaining("cannot be");
        assertThatThrownBy(() -> partners.like("nobody", "river-bank")).hasMessageContaining("known: [abc");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void writesTheSamplesAnewWhenTheTablesChanged() throws IOException {
        new NewPartner(home).like("abc", "river-bank");
        Path folder = home.resolve("adapters/river-bank");
        replace(folder.resolve("mapping/application-withdrawal.yaml"), "their: AppNo", "their: ApplicationNumber");
        for (String part : List.of("request", "reply")) {
            replace(folder.resolve("schema/application-withdrawal." + part + ".xsd"), "name=\"AppNo\"", "name=\"ApplicationNumber\"");
        }
        assertThat(check("river-bank").problems()).isNotEmpty();
        StringWriter out = new StringWriter();
        int code = new CommandLine(new SamplesCommand())
                .setOut(new PrintWriter(out))
                .execute("river-bank", "--home", home.toString());
        assertThat(code).isZero();
        assertThat(out.toString()).contains("2 个错误样例").contains("not the partner's");
        assertThat(check("river-bank").problems()).isEmpty();
    }

    private CatalogueCheck.Report check(String partner) {
        return new CatalogueCheck(new Sources(home, NewPartnerTest.class.getClassLoader()), Clock.systemUTC()).run(partner);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static List<Path> namedLike(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("README.md"))
                    .filter(file -> text(file).matches(pattern))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
