package io.jinqiao.workbench.simulate.credit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No rule is only written down: each one refuses a sample made for it, and nobody else does when it is taken out. */
class EveryRuleTest {

    static List<Sample> samples() {
        return Samples.all();
    }

    static List<String> rules() {
        return Catalogue.of(ReportSettings.plain()).keys();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesWhatIsWrongWithTheIdOfItsRule(Sample sample) {
        Post post = Post.to(sample.settings());
        sample.before().accept(post);
        Feedback feedback = sample.bad().apply(post);
        assertThat(feedback.flag()).isNotEqualTo('1');
        assertThat(feedback.codes()).contains(sample.id());
        assertThat(post.desk.coverage().counts().entrySet()).anyMatch(e -> e.getKey().startsWith(sample.rule()) && e.getValue() > 0);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesItForNothingElse(Sample sample) {
        Post post = Post.to(sample.settings());
        sample.before().accept(post);
        assertThat(sample.bad().apply(post).codes()).containsOnly(sample.id());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hasASampleThatOnlyThisRuleRefuses(String key) {
        List<Sample> made = samples().stream().filter(sample -> key.startsWith(sample.rule())).toList();
        assertThat(made).isNotEmpty();
        for (Sample sample : made) {
            Catalogue lacking = Catalogue.of(sample.settings()).without(key);
            Post post = new Post(new ReportingDesk(sample.settings(), lacking, null, Post.CLOCK), sample.settings());
            sample.before().accept(post);
            assertThat(codes(sample, post)).as(sample.toString()).doesNotContain(sample.id());
        }
    }

    /** A record the missing rule should have stopped may be more than what follows can bear: then nothing was refused. */
    private static List<String> codes(Sample sample, Post post) {
        try {
            return sample.bad().apply(post).codes();
        } catch (NoSuchElementException | IllegalStateException e) {
            return List.of();
        }
    }

    @Test
    void allSamplesTogetherExerciseEveryRuleThereIs() {
        Set<String> exercised = new TreeSet<>();
        for (Sample sample : samples()) {
            Post post = Post.to(sample.settings());
            sample.before().accept(post);
            sample.bad().apply(post);
            post.desk.coverage().counts().forEach((key, times) -> {
                if (times > 0) {
                    exercised.add(key);
                }
            });
        }
        System.out.println("rules exercised / implemented: " + exercised.size() + " / " + rules().size() + ", samples: " + samples().size());
        assertThat(exercised).containsExactlyInAnyOrderElementsOf(rules());
    }

    @Test
    void countsHowManyRulesHaveRefusedSomething() {
        Post post = Post.plain().taken(Line.person(), Line.mortgage());
        assertThat(post.desk.coverage().exercised()).isZero();
        post.send(Line.stock().set("AcctBal", "1.5"));
        assertThat(post.desk.coverage().table()).contains("exercised / implemented: 1 / " + rules().size()).contains("ABE001 *").contains("BBE004: ");
    }
}
