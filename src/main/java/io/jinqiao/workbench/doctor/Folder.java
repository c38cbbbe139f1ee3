package io.jinqiao.workbench.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.adapter.codec.CodesReader;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The partner's folder as it is agreed.
 *
 * @param constants what each side always writes in requests, by name: theirs, then ours
 */
record Folder(Dialect dialect, Codes codes, Map<String, List<String>> constants) {
    private static final Pattern CONFIGURED = Pattern.compile("(?:^|/ )([A-Z0-9_]+) is \"(.*)\": no ");

    /** The folder, or what is wrong with it. */
    static @Nullable Folder read(Setup setup, String partner, List<Symptom> wrong) {
        Folders folders = Folders.of(new Sources(setup.home(), Folder.class.getClassLoader()), partner);
        if (folders.partners().isEmpty()) {
            throw new IllegalArgumentException("没有这家合作方 / no such partner: '" + partner + "'");
        }
        List<String> unset = new ArrayList<>();
        Folders.Read read = folders.read(text -> filled(setup, text, unset), setup.clock());
        unset.forEach(name -> wrong.add(Symptom.of(Sign.PLACEHOLDER_UNSET, name)));
        read.problems().stream().filter(p -> unset.isEmpty()).limit(1).forEach(p -> wrong.add(symptom(p, setup)));
        Dialect dialect = read.dialects().get(partner);
        return dialect == null ? null : new Folder(dialect, codes(folders.files(partner)), constants(folders.files(partner)));
    }

    /** A configured address is nobody's folder's fault. */
    private static Symptom symptom(RuleProblem problem, Setup setup) {
        Matcher configured = CONFIGURED.matcher(problem.what());
        return problem.place().endsWith(".address") && configured.find() && setup.environment().containsProperty(configured.group(1))
                ? Symptom.of(Sign.NO_ADDRESS, configured.group(1) + "=" + configured.group(2))
                : Symptom.of(Sign.FOLDER_PROBLEM, problem.toString());
    }

    private static String filled(Setup setup, String text, List<String> unset) {
        try {
            return setup.environment().resolveRequiredPlaceholders(text);
        } catch (IllegalArgumentException e) {
            unset.add(text.replaceAll(".*\\$\\{([^:}]+).*", "$1"));
            throw e;
        }
    }

    private static Codes codes(Map<String, Source> files) {
        Document file = Document.read(Objects.requireNonNull(files.get("codes.yaml")));
        return Objects.requireNonNull(new CodesReader(new Problems()).read(file));
    }

    private static Map<String, List<String>> constants(Map<String, Source> files) {
        JsonNode wire = Document.read(Objects.requireNonNull(files.get("adapter.yaml"))).json().path("wire");
        Map<String, List<String>> constants = new LinkedHashMap<>();
        wire.path("request").path("constants").fields().forEachRemaining(c -> constants.put(c.getKey(), values(c.getValue())));
        JsonNode token = wire.path("sealing").path("token");
        if (token.isObject()) {
            constants.put(token.path("name").asText(), values(token));
        }
        return constants;
    }

    private static List<String> values(JsonNode constant) {
        return constant.isObject()
                ? List.of(constant.path("in").asText(), constant.path("out").asText())
                : List.of(constant.asText(), constant.asText());
    }
}
