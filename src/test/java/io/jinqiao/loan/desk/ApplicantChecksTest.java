package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.Applications.yuan;
import static io.jinqiao.loan.desk.Desk.content;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.CoreSystem;
import io.jinqiao.loan.CoreSystem.Eligibility;
import io.jinqiao.loan.CoreSystem.Verdict;
import io.jinqiao.message.AnswerContent;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.Content;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ApplicantChecksTest {
    private static final ApplicantCheck QUESTION = new ApplicantCheck("C-1", "0102", good().build().parties());

    private static Content.Group ask(CoreSystem... core) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (CoreSystem system : core) {
            beans.addBean("core", system);
        }
        Incoming incoming = new Incoming(new PartnerId("bank-a"), new MessageId("m"), Instant.EPOCH, QUESTION);
        Content.Group answer = content(new ApplicantChecks(beans.getBeanProvider(CoreSystem.class), org.mockito.Mockito.mock(io.jinqiao.loan.store.CheckStore.class), java.time.Clock.systemUTC()).check(incoming));
        Fields fields = Fields.of(answer);
        AnswerContent.read(Operation.APPLICANT_CHECK, fields);
        assertThat(fields.problems()).isEmpty();
        return answer;
    }

    private static List<String> results(Content.Group answer) {
        return ((Content.Rows) answer.get("persons")).rows().stream().map(row -> row.text("result")).toList();
    }

    @Test
    void tellsWhatTheCoreSystemAnswered() {
        Content.Group answer = ask(question -> Optional.of(new Eligibility(
                "P-7", yuan(500_000), List.of(new Verdict(true, null), new Verdict(true, null)))));
        assertThat(answer.text("outcome")).isEqualTo("checked");
        assertThat(answer.text("indicativeAmount")).isEqualTo("50000000");
        assertThat(results(answer)).containsExactly("eligible", "eligible");
    }

    @Test
    void namesNoAmountWhenOneOfThemMayNotBorrow() {
        Content.Group answer = ask(question -> Optional.of(new Eligibility(
                "P-7", yuan(500_000), List.of(new Verdict(true, null), new Verdict(false, "缴存不足六个月")))));
        assertThat(answer.text("indicativeAmount")).isNull();
        assertThat(results(answer)).containsExactly("eligible", "not-eligible");
    }

    @Test
    void neverSaysPassedWithoutAnAnswerForEveryPerson() {
        CoreSystem silent = question -> Optional.empty();
        CoreSystem broken = question -> {
            throw new IllegalStateException("core");
        };
        CoreSystem forOneOnly = question -> Optional.of(new Eligibility("P-7", null, List.of(new Verdict(true, null))));
        for (Content.Group answer : List.of(ask(), ask(silent), ask(broken), ask(forOneOnly))) {
            assertThat(answer.text("outcome")).isEqualTo("not-checked");
            assertThat(results(answer)).containsExactly("not-checked", "not-checked");
        }
    }
}
