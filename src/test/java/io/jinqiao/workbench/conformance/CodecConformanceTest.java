package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.MemoryFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To write the table of {@code docs/conformance.md} anew: {@code mvn test -Dtest=CodecConformanceTest -Djinqiao.docs.write=true}. */
class CodecConformanceTest {
    private static final Path PAGE = Path.of("docs/conformance.md");
    private static final String START = "<!-- hostile -->\n";
    private static final List<String> BANKS = List.of("icbc", "abc", "ccb", "psbc");
    private static final Map<String, List<Result>> RESULTS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc", "registry", "registry-xml"})
    void everyShippedFolderConforms(String partner) {
        List<Result> results = results(partner);
        assertThat(results.stream().filter(Result::failed).map(CodecConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).count()).isGreaterThan(partner.startsWith("registry") ? 400 : 1000);
    }

    @Test
    void theHeadBeforeTheDocumentOfTheCreditReferenceSystemIsNothingToStumbleOver() {
        List<Result> results = results("credit-reference");
        assertThat(results.stream().filter(Result::failed)).isEmpty();
        assertThat(results.stream().filter(Result::passed).map(result -> result.trial().name()))
                .hasSizeGreaterThan(50)
                .contains("credit-enquiry.centre.hostile.entity-bomb", "credit-enquiry.centre.boundary.name.missing", "credit-enquiry.centre.hostile.a-return-code-nobody-agreed-on");
    }

    @Test
    void aTableThatChoosesItsLinesIsTriedForEveryWordOfItsSamples() {
        List<String> ran = results("registry-xml").stream().filter(Result::passed).map(result -> result.trial().name()).toList();
        for (String word : List.of("mortgage", "double-pre-notice", "conversion", "cancellation")) {
            assertThat(ran).contains("registration-application.centre.good." + word + ".full", "registration-application.centre.hostile." + word + ".deep-nesting");
        }
        assertThat(ran).contains(
                "registration-entry.partner.boundary.double-pre-notice.entry.proofs[].obligors.one-over",
                "registration-entry.partner.boundary.mortgage.entry.proofs[].proofNo.missing");
    }

    /** The samples do not see it: none of their numbers is that long. */
    @Test
    void aSchemaThatDoesNotFitTheTableIsFoundByWhatIsMadeFromIt() {
        String schema = "adapters/registry-xml/schema/registration-application.request.xsd";
        String line = "抵押合同号</xs:documentation></xs:annotation><xs:simpleType><xs:restriction base=\"xs:string\"><xs:maxLength value=\"";
        MemoryFolders wrong = new MemoryFolders().replace(schema, line + "40", line + "20");
        List<Result> results = Conformance.of(wrong, "registry-xml", result -> {}).codec().results();
        assertThat(results.stream().filter(Result::failed).map(result -> result.trial().name()))
                .contains("registration-application.centre.good.mortgage.mortgageContractNo.longest")
                .allMatch(name -> name.contains("mortgageContractNo"));
    }

    @Test
    void thePageSaysWhichHostileCasesRan() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(START) + START.length();
        String now = page.substring(0, from) + table() + page.substring(page.indexOf("<!-- /hostile -->", from));
        if (Boolean.getBoolean("jinqiao.docs.write")) {
            Files.writeString(PAGE, now);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(now);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| case | " + String.join(" | ", BANKS) + " | 用例 |\n|---|---|---|---|---|---|\n");
        Map<String, String> names = new LinkedHashMap<>();
        results("icbc").stream().filter(CodecConformanceTest::hostile).forEach(r -> names.putIfAbsent(name(r), r.trial().what().chinese()));
        for (String name : new TreeSet<>(names.keySet())) {
            table.append("| `").append(name).append("` |");
            BANKS.forEach(bank -> table.append(' ').append(ran(bank, name)).append(" |"));
            table.append(' ').append(names.get(name)).append(" |\n");
        }
        return table.toString();
    }

    private static String ran(String bank, String name) {
        Predicate<Result> asked = result -> hostile(result) && name(result).equals(name);
        long all = results(bank).stream().filter(asked).count();
        long ran = results(bank).stream().filter(asked).filter(result -> !(result.outcome() instanceof Outcome.NotRun)).count();
        return ran == 0 ? "–" : ran == all ? "" + all : ran + " (" + all + ")";
    }

    private static boolean hostile(Result result) {
        return result.trial().kind() == Trial.Kind.HOSTILE;
    }

    private static String name(Result result) {
        return result.trial().name().substring(result.trial().name().lastIndexOf('.') + 1);
    }

    private static List<Result> results(String partner) {
        return RESULTS.computeIfAbsent(partner, p -> Conformance.of(new MemoryFolders(), p, result -> {}).codec().results());
    }

    private static String words(Result result) {
        Finding finding = ((Outcome.Failed) result.outcome()).finding();
        return result.trial().name() + ": expected " + finding.expected() + ", found " + finding.found();
    }
}
