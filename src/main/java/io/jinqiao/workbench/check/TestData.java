package io.jinqiao.workbench.check;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bank gave us to try its test system with.
 *
 * @param agreed where it was agreed on, in words
 */
public record TestData(String agreed, List<Case> cases) {

    public enum Play {
        GOOD("good"),
        REFUSED("refused"),
        LOST_ANSWER("lost-answer");

        private final String word;

        Play(String word) {
            this.word = word;
        }
    }

    /** @param failure our code a refusal must tell; null: any */
    public record Case(String name, Play play, CanonicalMessage message, @Nullable FailureCode failure) {
        public Operation operation() {
            return message.operation();
        }
    }

    public TestData {
        cases = List.copyOf(cases);
    }

    public List<Case> played(Play play) {
        return cases.stream().filter(each -> each.play() == play).toList();
    }

    /**
     * @param agreed operations of the partner
     * @throws RulebookException with every problem, its file and line
     */
    public static TestData read(Source file, Schema schema, Set<Operation> agreed) {
        Problems problems = new Problems();
        Document document = Document.read(file);
        schema.check(document, problems);
        List<Case> cases = new ArrayList<>();
        Map<String, Integer> names = new HashMap<>();
        List<Node> rows = document.group().rows("cases");
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Node.Group row && row.get("content") instanceof Node.Group content) {
                Integer first = names.putIfAbsent(String.valueOf(row.text("name")), row.line());
                if (first != null) {
                    problems.at(row, "这个用例名在第 " + first + " 行已有 / a case of this name is there already, in line " + first);
                }
                Case read = read(row, content, document.json().at("/cases/" + i + "/content").toString(), agreed, problems);
                if (read != null) {
                    cases.add(read);
                }
            }
        }
        problems.throwIfAny();
        return new TestData(String.valueOf(document.group().text("agreed")), cases);
    }

    private static @Nullable Case read(Node.Group row, Node.Group content, String json, Set<Operation> agreed, Problems problems) {
        String word = String.valueOf(row.text("operation"));
        Operation operation = agreed.stream().filter(each -> each.id().equals(word)).findFirst().orElse(null);
        if (operation == null) {
            problems.unknown(at(row, "operation"), "约定业务 / operation", word, agreed.stream().filter(TestData::begun).map(Operation::id).toList());
            return null;
        }
        if (!begun(operation)) {
            problems.at(at(row, "operation"), "不由中心发起 / the centre does not begin '" + operation.id() + "'");
            return null;
        }
        String code = row.text("failure");
        FailureCode failure = code == null ? null : FailureCode.find(code).orElse(null);
        if (code != null && failure == null) {
            problems.unknown(at(row, "failure"), "失败码 / failure code", code, Arrays.stream(FailureCode.values()).map(FailureCode::code).toList());
        }
        Play play = Arrays.stream(Play.values()).filter(each -> each.word.equals(row.text("play"))).findFirst().orElse(null);
        try {
            CanonicalMessage message = operation.read(CanonicalJson.read(json));
            return play == null ? null : new Case(String.valueOf(row.text("name")), play, message, failure);
        } catch (Refusal refusal) {
            for (Problem problem : refusal.problems()) {
                problems.at(field(content, problem.field()), problem.field() + ": " + problem.text(Locale.CHINESE) + " / " + problem.text(Locale.ENGLISH));
            }
        } catch (IllegalArgumentException e) {
            problems.at(content, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static boolean begun(Operation operation) {
        return operation.direction() != Operation.Direction.TO_CENTRE && operation != Operation.STATUS_ENQUIRY;
    }

    private static Node at(Node.Group row, String name) {
        Node node = row.get(name);
        return node == null ? row : node;
    }

    /** The value at a place of ours, or the group in which it is missing. */
    private static Node field(Node.Group content, @Nullable String place) {
        Node at = content;
        for (String step : place == null ? new String[0] : place.split("[.\\[\\]]+")) {
            Node next = at instanceof Node.Group group ? group.get(step) : at instanceof Node.Rows rows && step.matches("[0-9]{1,4}") && Integer.parseInt(step) < rows.rows().size() ? rows.rows().get(Integer.parseInt(step)) : null;
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
