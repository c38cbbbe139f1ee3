package io.jinqiao.workbench.conformance;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bank gave us to try its test system with.
 *
 * @param agreed where it was agreed on, in words
 */
record TestData(String agreed, List<Case> cases) {

    enum Play {
        GOOD("good"),
        REFUSED("refused"),
        LOST_ANSWER("lost-answer");

        private final String word;

        Play(String word) {
            this.word = word;
        }
    }

    /** @param failure our code a refusal must tell; null: any */
    record Case(String name, Play play, CanonicalMessage message, @Nullable FailureCode failure) {
        Operation operation() {
            return message.operation();
        }
    }

    TestData {
        cases = List.copyOf(cases);
    }

    List<Case> played(Play play) {
        return cases.stream().filter(each -> each.play() == play).toList();
    }

    /** @throws RulebookException with every problem, its file and line */
    static TestData read(Source file, Schema schema) {
        Problems problems = new Problems();
        Document document = Document.read(file);
        schema.check(document, problems);
        problems.throwIfAny();
        List<Case> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Node> rows = document.group().rows("cases");
        for (int i = 0; i < rows.size(); i++) {
            Node.Group row = (Node.Group) rows.get(i);
            if (!names.add(String.valueOf(row.text("name")))) {
                problems.at(row, "a case of this name is there already");
            }
            Case read = read(row, document.json().at("/cases/" + i + "/content").toString(), problems);
            if (read != null) {
                cases.add(read);
            }
        }
        problems.throwIfAny();
        return new TestData(String.valueOf(document.group().text("agreed")), cases);
    }

    private static @Nullable Case read(Node.Group row, String content, Problems problems) {
        try {
            Operation operation = Operation.of(String.valueOf(row.text("operation")));
            if (operation.direction() == Operation.Direction.TO_CENTRE || operation == Operation.STATUS_ENQUIRY) {
                problems.at(row, "the centre does not begin '" + operation.id() + "'");
                return null;
            }
            String failure = row.text("failure");
            return new Case(
                    String.valueOf(row.text("name")),
                    play(row),
                    operation.read(CanonicalJson.read(content)),
                    failure == null ? null : FailureCode.find(failure).orElseThrow(() -> new IllegalArgumentException("no failure code '" + failure + "'")));
        } catch (Refusal refusal) {
            for (Problem problem : refusal.problems()) {
                problems.at(row, problem.field() + ": " + problem.text(Locale.ENGLISH));
            }
        } catch (IllegalArgumentException e) {
            problems.at(row, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static Play play(Node.Group row) {
        for (Play play : Play.values()) {
            if (play.word.equals(row.text("play"))) {
                return play;
            }
        }
        throw new IllegalArgumentException("no play '" + row.text("play") + "'");
    }
}
