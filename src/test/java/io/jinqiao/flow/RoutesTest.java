package io.jinqiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Path ROUTES = Path.of("routes");

    @Test
    void everyRouteCallsDoorsInAnOrderThatFitsAndNamesNoPartner() throws IOException {
        Map<String, String> files = files();
        assertThat(files).hasSizeGreaterThan(10);
        assertThat(new RouteRules(files, partners()).problems()).isEmpty();
    }

    /** Exactly these are refused as not in service: a route takes its operation off the list, a lost route is noticed. */
    @Test
    void everyMessageToTheCentreHasItsRouteUnlessItIsKnownToBeMissing() throws IOException {
        assertThat(withoutRoute(Operation.Direction.FROM_CENTRE, ""))
                .containsExactlyInAnyOrder(
                        "prepayment-quote", "prepayment",
                        "reconciliation-result", "contribution-enquiry");
    }

    @Test
    void everyMessageFromTheCentreHasARouteForItsAnswerUnlessItIsKnownToBeMissing() throws IOException {
        assertThat(withoutRoute(Operation.Direction.TO_CENTRE, "-answered"))
                .containsExactlyInAnyOrder(
                        "prepayment-quote", "prepayment", "settlement",
                        "reconciliation");
    }

    /** Some are asked and answered by the pipe itself. */
    private static List<String> withoutRoute(Operation.Direction notThis, String ending) throws IOException {
        Set<String> names = files().keySet();
        return Arrays.stream(Operation.values())
                .filter(o -> o.direction() != notThis && !o.ofThePipe())
                .map(Operation::id)
                .filter(id -> !names.contains("routes/" + id + ending + ".camel.yaml"))
                .toList();
    }

    @Test
    void wouldNoticeABeanThatIsNoDoor() {
        assertThat(broken("- bean: {ref: dataSource, method: close}"))
                .contains("routes/attachment.camel.yaml calls dataSource, which is no door");
    }

    @Test
    void wouldNoticeAMethodThatDoesNotTakeWhatComes() {
        assertThat(broken("- bean: {ref: loans, method: decide}"))
                .contains("routes/attachment.camel.yaml calls loans.decide, which does not take a Incoming");
    }

    @Test
    void wouldNoticeARouteThatLeadsNowhere() {
        assertThat(broken("- to: direct:nowhere"))
                .contains("routes/attachment.camel.yaml goes to direct:nowhere, which no route answers");
    }

    @Test
    void wouldNoticeAnAnswerThatIsMissing() {
        assertThat(broken("- bean: {ref: standing, method: check}"))
                .contains("routes/attachment.camel.yaml ends with a Incoming, not with an Outcome");
    }

    @Test
    void wouldNoticeAFileWhoseResultIsMissing() {
        String text = """
                - route:
                    id: repayment-status-file
                    from:
                      uri: direct:repayment-status-file
                      steps:
                        - bean: {ref: repayments, method: report}
                """;
        assertThat(new RouteRules(Map.of("routes/repayment-status-file.camel.yaml", text), Set.of()).problems())
                .contains("routes/repayment-status-file.camel.yaml calls repayments.report, which does not take a IncomingFile",
                        "routes/repayment-status-file.camel.yaml ends with a Object, not with a FileResult");
    }

    @Test
    void wouldNoticeAPartnersName() {
        assertThat(broken("- bean: {ref: loans, method: attachment} # as goldbank wants it"))
                .contains("routes/attachment.camel.yaml names the partner goldbank");
    }

    private static List<String> broken(String step) {
        String text = """
                - route:
                    id: attachment
                    from:
                      uri: direct:attachment
                      steps:
                        %s
                """.formatted(step);
        return new RouteRules(Map.of("routes/attachment.camel.yaml", text), Set.of("goldbank")).problems();
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(ROUTES)) {
            for (Path file : found.filter(f -> f.toString().endsWith(".camel.yaml")).toList()) {
                files.put(file.toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static Set<String> partners() throws IOException {
        if (!Files.isDirectory(Path.of("adapters"))) {
            return Set.of();
        }
        try (Stream<Path> folders = Files.list(Path.of("adapters"))) {
            return folders.filter(Files::isDirectory)
                    .map(f -> f.getFileName().toString())
                    .filter(n -> !n.startsWith("_"))
                    .collect(Collectors.toSet());
        }
    }
}
