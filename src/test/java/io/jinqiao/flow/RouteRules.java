package io.jinqiao.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.jinqiao.adapter.Gateway;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.Standing;
import io.jinqiao.console.FeeStatements;
import io.jinqiao.credit.CreditEnquiries;
import io.jinqiao.loan.Loans;
import io.jinqiao.message.Answered;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.opinion.Opinions;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.Deductions;
import io.jinqiao.repayment.EarlyWarnings;
import io.jinqiao.repayment.Reconciliations;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.risk.Risk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What every business route must keep; each break is one line. */
final class RouteRules {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Class<?>> DOORS = Map.ofEntries(
            Map.entry("loans", Loans.class),
            Map.entry("registrations", Registrations.class),
            Map.entry("creditEnquiries", CreditEnquiries.class),
            Map.entry("repayments", Repayments.class),
            Map.entry("earlyWarnings", EarlyWarnings.class),
            Map.entry("collectionCases", CollectionCases.class),
            Map.entry("deductions", Deductions.class),
            Map.entry("reconciliations", Reconciliations.class),
            Map.entry("standing", Standing.class),
            Map.entry("assessments", Assessments.class),
            Map.entry("risk", Risk.class),
            Map.entry("opinions", Opinions.class),
            Map.entry("feeStatements", FeeStatements.class),
            Map.entry("gateway", Gateway.class));

    private final Map<String, String> files;
    private final Set<String> partners;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> routes = new HashSet<>();

    /** @param files text by name */
    RouteRules(Map<String, String> files, Set<String> partners) {
        this.files = files;
        this.partners = partners;
    }

    List<String> problems() {
        files.values().forEach(text -> eachRoute(text, r -> routes.add(r.path("from").path("uri").asText())));
        files.forEach(this::checkFile);
        return problems;
    }

    private void checkFile(String name, String text) {
        for (String partner : partners) {
            if (text.matches("(?s).*\\b" + partner + "\\b.*")) {
                problems.add(name + " names the partner " + partner);
            }
        }
        eachRoute(text, route -> checkRoute(name, route));
    }

    private void checkRoute(String name, JsonNode route) {
        String id = route.path("id").asText();
        if (!name.endsWith("/" + id + ".camel.yaml") || !route.path("from").path("uri").asText().equals("direct:" + id)) {
            problems.add(name + " holds the route " + id + " under another name");
        }
        Class<?> body = bodyOf(id);
        for (JsonNode step : route.path("from").path("steps")) {
            body = checkStep(name, step, body);
        }
        if (body == Incoming.class || isOperation(id) && body != Outcome.class) {
            problems.add(name + " ends with a " + body.getSimpleName() + ", not with an Outcome");
        }
        if (takesFiles(id) && body != FileResult.class) {
            problems.add(name + " ends with a " + body.getSimpleName() + ", not with a FileResult");
        }
    }

    private Class<?> checkStep(String name, JsonNode step, Class<?> body) {
        if (step.has("to")) {
            String uri = step.path("to").isTextual() ? step.path("to").asText() : step.path("to").path("uri").asText();
            if (!routes.contains(uri)) {
                problems.add(name + " goes to " + uri + ", which no route answers");
            }
            return Object.class;
        }
        String ref = step.path("bean").path("ref").asText();
        String method = step.path("bean").path("method").asText();
        if (!DOORS.containsKey(ref)) {
            problems.add(name + " calls " + ref + ", which is no door");
            return Object.class;
        }
        return Arrays.stream(DOORS.get(ref).getMethods())
                .filter(m -> m.getName().equals(method) && takes(m, body))
                .findFirst()
                .<Class<?>>map(Method::getReturnType)
                .orElseGet(() -> {
                    problems.add(name + " calls " + ref + "." + method + ", which does not take a " + body.getSimpleName());
                    return Object.class;
                });
    }

    private static boolean takes(Method method, Class<?> body) {
        return method.getParameterCount() == 1
                && (body == Object.class || method.getParameterTypes()[0].isAssignableFrom(body));
    }

    private static Class<?> bodyOf(String route) {
        return isOperation(route) ? Incoming.class : takesFiles(route) ? IncomingFile.class : route.endsWith("-answered") ? Answered.class : Object.class;
    }

    private static boolean takesFiles(String route) {
        return Arrays.stream(FileKind.values()).anyMatch(kind -> route.equals(kind.id() + "-file"));
    }

    private static boolean isOperation(String route) {
        return Arrays.stream(Operation.values()).anyMatch(o -> o.id().equals(route));
    }

    private static void eachRoute(String text, Consumer<JsonNode> check) {
        try {
            for (JsonNode element : YAML.readTree(text)) {
                if (element.has("route")) {
                    check.accept(element.path("route"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
