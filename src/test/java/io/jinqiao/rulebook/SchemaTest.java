package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Source BASE = Source.of(
            "rules/_schema/base.json",
            "{\"$id\": \"https://jinqiao.test/base.json\", \"$defs\": {\"word\": {\"enum\": [\"red\", \"blue\"]}}}");
    private static final Schema SCHEMA = Schema.of(
            Source.of(
                    "rules/_schema/x.yaml",
                    """
                    type: object
                    required: [format, rows]
                    additionalProperties: false
                    properties:
                      format: {const: 1}
                      rows:
                        type: array
                        items:
                          type: object
                          additionalProperties: false
                          required: [name]
                          properties: {name: {type: string}, colour: {$ref: "https://jinqiao.test/base.json#/$defs/word"}}
                    """),
            List.of(BASE));

    private static List<RuleProblem> check(String text) {
        Problems problems = new Problems();
        SCHEMA.check(Document.read(Source.of("rules/x.yaml", text)), problems);
        return problems.list();
    }

    @Test
    void findsNothingInAGoodFile() {
        assertThat(check("format: 1\nrows:\n  - {name: a, colour: red}\n")).isEmpty();
    }

    @Test
    void tellsEveryProblemWithItsPlace() {
        List<RuleProblem> problems = check("format: 2\nrows:\n  - {colour: green}\n  - name: 12\n    color: red\n");
        assertThat(problems)
                .extracting(RuleProblem::line, RuleProblem::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "format"),
                        org.assertj.core.groups.Tuple.tuple(3, "rows[0]"),
                        org.assertj.core.groups.Tuple.tuple(3, "rows[0].colour"),
                        org.assertj.core.groups.Tuple.tuple(4, "rows[1].name"),
                        org.assertj.core.groups.Tuple.tuple(5, "rows[1].color"));
    }

    @Test
    void namesTheNearestKnownMember() {
        RuleProblem problem = check("format: 1\nrows:\n  - name: a\n    color: red\n").get(0);
        assertThat(problem.toString())
                .isEqualTo("rules/x.yaml:4:5  rows[0].color  此处没有这一项 / \"color\" is not known here; 是否应为 \"colour\" / did you mean \"colour\"? 已知 / known: colour, name");
    }

    @Test
    void namesTheKnownWords() {
        assertThat(check("format: 1\nrows: [{name: a, colour: green}]").get(0).toString()).contains("不是可选的词 / is none of the known words: \"green\"", "red", "blue");
    }
}
