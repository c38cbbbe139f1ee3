package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.support.Heard;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A fault of the verifier itself: what a person reads then, what is logged, and what is no such fault. */
class LastResortTest {
    private static final byte[] FILE = {1, 2, 3};

    @Test
    void aReaderThatThrowsRefusesTheDocumentWithACodeOfItsOwn() {
        DocumentVerdict verdict = verdict(findings -> {
            findings.add(Finding.passed(VerificationStep.PACKAGE));
            throw new IllegalStateException("borrower 110101199003070993");
        });

        assertThat(verdict.format()).isEqualTo("pdf");
        assertThat(verdict.opinionNo()).isNull();
        assertThat(verdict.with(Outcome.PASSED)).isEmpty();
        assertThat(verdict.with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.PACKAGE, DocumentFault.VERIFIER_STOPPED));
        assertThat(verdict.findings()).extracting(Finding::step).containsExactly(VerificationStep.values());
        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(verdict.text(Locale.CHINESE)).contains("核验程序读取此文件时出错", "结论：不予认可").doesNotContain("IllegalState");
    }

    @Test
    void whatIsLoggedNamesThePlaceAndNobodysData() {
        try (Heard heard = Heard.from(LastResort.class)) {
            verdict(findings -> givenUp());
            assertThat(heard.text()).contains("ERROR", "please report this", "IllegalStateException", "LastResortTest.givenUp")
                    .doesNotContain("110101199003070993");
        }
    }

    @Test
    void aReaderThatNeverComesBackUpIsStoppedToo() {
        assertThat(verdict(LastResortTest::deeper).failures()).containsExactly(DocumentFault.VERIFIER_STOPPED.code());
    }

    /** A database that does not answer is no fault of the document: who asked is told so, not that it is forged. */
    @Test
    void recordsThatCannotBeAskedAreNoReasonToRefuse() {
        VerificationBasis basis = new VerificationBasis(
                List.of(), List.of(), false, Set.of(),
                no -> {
                    throw new IllegalStateException("no database");
                },
                Bases.now(), Bases.TODAY);

        assertThatThrownBy(() -> OpinionVerification.verify(Forger.genuine(), basis)).hasMessage("no database");
    }

    private static Face givenUp() {
        throw new IllegalStateException("borrower 110101199003070993");
    }

    private static Face deeper(Findings findings) {
        return deeper(findings);
    }

    private static DocumentVerdict verdict(LastResort.Reader reader) {
        return LastResort.verdict("pdf", FILE, Bases.full(), reader);
    }
}
