package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    /** Rooms whose rule files are written at the centre; an integration engineer meets all the others. */
    private static final Set<String> AT_THE_CENTRE = Set.of("assessment", "credit", "mortgage");

    @Test
    void everyProblemOfADataFileIsToldInChineseAndEnglish() {
        Map<String, String> sources = new HashMap<>(Sources.below("src/main/java/io/jinqiao", ".java"));
        sources.keySet().removeIf(path -> AT_THE_CENTRE.contains(path.split("/")[5]));

        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(ProblemTexts.oneSided(sources)).isEmpty();
    }

    @Test
    void wouldNoticeAProblemOrAFixInEnglishOnly() {
        assertThat(oneSided("problems.at(node, \"a name must be a text\");")).containsExactly("a name must be a text");
        assertThat(oneSided("problems.at(node, \"重复 / twice\", \"keep one of them\");")).containsExactly("keep one of them");
        assertThat(oneSided("problems.unknown(node, \"charset\", word, known);")).containsExactly("charset");
        assertThat(oneSided("problems.file(file, \"文件缺失\" + \" / missing: \" + file, good ? null : \"write it now\");")).containsExactly("write it now");
        assertThat(oneSided("throw new RulebookException(List.of(new RuleProblem(file, 0, 0, \"\", \"nobody reads \" + name, null)));")).containsExactly("nobody reads …");
    }

    @Test
    void followsATextThroughAVariableAMethodAndAnArgumentThatIsHandedOn() {
        assertThat(oneSided("String what = good ? \"好 / good\" : \"not so good\"; problems.at(node, what);")).containsExactly("not so good");
        assertThat(oneSided("problems.at(node, said()); } String said() { return \"so it is\";")).containsExactly("so it is");
        assertThat(oneSided("tell(1, \"so it is\"); } void tell(int line, String what) { problems.at(node, what);")).containsExactly("so it is");
    }

    @Test
    void leavesExamplesAndWhatOnlyTheRunKnows() {
        assertThat(oneSided("problems.at(node, e.getMessage(), \"order: c1c3c2\"); problems.at(node, name + \": \" + name, \"mapping/\" + name);")).isEmpty();
    }

    private static List<String> oneSided(String statements) {
        return ProblemTexts.oneSided(Map.of("A.java", "class A { void a() { " + statements + " } }")).stream()
                .map(found -> found.substring("A.java: ".length()))
                .collect(Collectors.toList());
    }
}
