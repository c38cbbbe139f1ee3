package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.DocumentVerdict.Result;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationStep;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the findings come to, in a number and in words; and what is no document at all. */
class VerdictTest {
    private static final Finding PASSED = Finding.passed(VerificationStep.PACKAGE);
    private static final Finding EXPIRED = Finding.failed(VerificationStep.STANDING, DocumentFault.OPINION_EXPIRED, "2026-01-01");
    private static final Finding WRONG = Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG);
    private static final Finding UNCHECKED = Finding.notChecked(VerificationStep.RECORD, DocumentFault.NEEDS_RECORD);

    @Test
    void aDocumentThatOnlyLostItsForceIsAuthenticAnythingElseIsRefused() {
        assertVerdict(Result.AUTHENTIC, 0, PASSED);
        assertVerdict(Result.INCOMPLETE, 2, PASSED, UNCHECKED);
        assertVerdict(Result.NOT_IN_FORCE, 2, PASSED, EXPIRED, UNCHECKED);
        assertVerdict(Result.REFUSED, 1, PASSED, EXPIRED, WRONG, UNCHECKED);
    }

    @Test
    void findingsAreToldStepByStepInBothLanguages() {
        DocumentVerdict verdict = new DocumentVerdict("ofd", null, List.of(EXPIRED, PASSED, WRONG));

        assertThat(verdict.failures()).containsExactly("document.opinion_expired", "document.signature_wrong");
        assertThat(verdict.with(Outcome.PASSED)).containsExactly(PASSED);
        assertThat(verdict.text(Locale.CHINESE).lines()).hasSize(4).startsWith("通过  文件结构")
                .element(1).asString().startsWith("不通过  签章签名: ").endsWith("[document.signature_wrong]");
        assertThat(verdict.text(Locale.ENGLISH).lines().toList()).startsWith("passed  structure of the file")
                .last().asString().isEqualTo("Conclusion: refused: do not use it");
        assertThat(EXPIRED.text(Locale.CHINESE)).isEqualTo(EXPIRED.chinese()).contains("2026-01-01");
        assertThat(EXPIRED.text(Locale.ENGLISH)).isEqualTo(EXPIRED.english());
        assertThat(VerificationStep.TIMES.text(Locale.CHINESE)).isEqualTo("签章时间");
        assertThat(verdict.text(Locale.CHINESE)).endsWith("结论：不予认可，请勿使用" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PK\3", "PK\3\5", "%PD", "%PDG", "hello", "PDF%"})
    void bytesOfNoKnownFormatAreRefusedUnread(String text) {
        DocumentVerdict verdict = OpinionVerification.verify(text.getBytes(StandardCharsets.ISO_8859_1), Bases.full());

        assertThat(verdict.format()).isEqualTo("unknown");
        assertThat(verdict.with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.PACKAGE, DocumentFault.FORMAT_UNKNOWN));
        assertThat(verdict.findings()).extracting(Finding::step).containsExactly(VerificationStep.values());
        assertThat(verdict.with(Outcome.NOT_CHECKED)).extracting(Finding::code).containsOnly("document.needs_earlier");
    }

    @Test
    void eachFormatIsAskedItsOwnQuestions() {
        assertThat(OpinionVerification.verify("PK\3\4".getBytes(StandardCharsets.ISO_8859_1), Bases.full()).format()).isEqualTo("ofd");
        assertThat(OpinionVerification.verify("%PDF".getBytes(StandardCharsets.ISO_8859_1), Bases.full()).format()).isEqualTo("pdf");
    }

    @Test
    void aFileOfMoreThanTwentyMebibytesIsNotRead() {
        byte[] largest = new byte[20 << 20];

        assertThat(OpinionVerification.verify(largest, Bases.full()).failures()).containsExactly("document.format_unknown");
        assertThat(OpinionVerification.verify(new byte[largest.length + 1], Bases.full()).with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.PACKAGE, DocumentFault.TOO_LARGE, "20971520 bytes"));
    }

    private static void assertVerdict(Result result, int exitCode, Finding... findings) {
        DocumentVerdict verdict = new DocumentVerdict("ofd", null, List.of(findings));
        assertThat(verdict.result()).isEqualTo(result);
        assertThat(verdict.exitCode()).isEqualTo(exitCode);
    }
}
