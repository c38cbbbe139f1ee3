package io.jinqiao.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    record Limit(LocalDate from, Money amount, HomeKind homeKind, Duration within, List<String> codes) {}

    private static Document read(String text) {
        return Document.read(Source.of("rules/x.yaml", text));
    }

    @Test
    void knowsWhereEveryValueStands() {
        Node.Group top = read("a: 1\nrows:\n  - {name: x}\n  - name: y\n").group();
        Node.Group second = (Node.Group) top.rows("rows").get(1);
        Node name = second.get("name");
        assertThat(name.line()).isEqualTo(4);
        assertThat(name.column()).isEqualTo(11);
        assertThat(name.place()).isEqualTo("rows[1].name");
        assertThat(second.text("name")).isEqualTo("y");
    }

    @Test
    void readsCodesWithLeadingZerosAndWordsLikeNoAsTexts() {
        assertThat(read("a: 01\nb: no\nc: 2026-01-01\nd: on\ne: 1_000").json().toString())
                .isEqualTo("{\"a\":\"01\",\"b\":\"no\",\"c\":\"2026-01-01\",\"d\":\"on\",\"e\":\"1_000\"}");
    }

    @Test
    void readsNumbersFlagsAndNothing() {
        assertThat(read("a: 12\nb: 1.50\nc: true\nd:\ne: '12'\nf: 12345678901").json().toString())
                .isEqualTo("{\"a\":12,\"b\":1.50,\"c\":true,\"d\":null,\"e\":\"12\",\"f\":12345678901}");
    }

    @Test
    void becomesARecordWithTheCentresOwnTypes() {
        Limit limit = read("{from: 2026-01-01, amount: 800000.50, home-kind: pre-sold, within: 5m, codes: [01, 02]}")
                .as(Limit.class);
        assertThat(limit)
                .isEqualTo(new Limit(
                        LocalDate.of(2026, 1, 1),
                        new Money(80000050),
                        HomeKind.PRE_SOLD,
                        Duration.ofMinutes(5),
                        List.of("01", "02")));
    }

    @Test
    void tellsTheKnownWordsForAWrongOne() {
        assertThatThrownBy(() -> read("from: 2026-01-01\nhome-kind: presold\n").as(Limit.class))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("rules/x.yaml:2:12  home-kind  值不符 / not as it must be: \"presold\" is not one of: pre-sold, new");
    }

    @Test
    void tellsTheKnownNamesForAWrongOne() {
        assertThatThrownBy(() -> read("fron: 2026-01-01\n").as(Limit.class))
                .hasMessageContaining("did you mean \"from\"? 已知 / known: amount, codes, from, home-kind, within");
    }

    @Test
    void refusesWhatIsNotYamlWithItsLine() {
        RulebookException refused = catchThrowableOfType(RulebookException.class, () -> read("a: 1\nb: [1, 2\nc: 3\n"));
        assertThat(refused.problems()).singleElement().satisfies(p -> {
            assertThat(p.file()).isEqualTo("rules/x.yaml");
            assertThat(p.line()).isEqualTo(3);
            assertThat(p.what()).startsWith("不是 YAML / not YAML");
        });
    }

    @Test
    void refusesAliasesThatGrowWithoutAnEndWithTheLine() {
        String laugh = "a0: &a0 [x, x]\n";
        for (int i = 1; i < 60; i++) {
            laugh += "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n";
        }
        String bomb = laugh;
        assertThat(catchThrowableOfType(RulebookException.class, () -> read(bomb)).problems())
                .singleElement().asString().startsWith("rules/x.yaml:27:12  不是 YAML / not YAML: Number of aliases");
        // few enough for the library, and a million values all the same
        String few = bomb.lines().limit(20).collect(java.util.stream.Collectors.joining("\n"));
        assertThat(catchThrowableOfType(RulebookException.class, () -> read(few)).problems())
                .singleElement().satisfies(problem -> assertThat(problem.line()).isPositive())
                .asString().contains("别名展开后过大 / too large once its aliases are written out");
    }

    @Test
    void refusesAnAliasInsideWhatItMeans() {
        assertThatThrownBy(() -> read("a: 1\nb: &b\n  c: [*b]\n")).hasMessageContaining("rules/x.yaml:2:4  别名指向自身 / an alias stands inside what it means");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("# nothing\n")).hasMessageContaining("the file is empty");
    }

    @Test
    void refusesEveryNameGivenTwice() {
        RulebookException refused = catchThrowableOfType(RulebookException.class, () -> read("a: 1\na: 2\nb: {c: 1, c: 2}\n"));
        assertThat(refused.problems()).extracting(RuleProblem::line).containsExactly(2, 3);
    }

    @Test
    void refusesRowsWhereNamesAreExpected() {
        assertThatThrownBy(() -> read("- a\n").group()).hasMessageContaining("expected named members");
    }
}
