package io.jinqiao.loan.rules;

import static io.jinqiao.loan.model.SecurityPiece.MORTGAGE;
import static io.jinqiao.loan.model.SecurityPiece.MORTGAGE_PRE_NOTICE;
import static io.jinqiao.loan.model.SecurityPiece.PROJECT_ADMITTED;
import static io.jinqiao.loan.model.SecurityPiece.STAGE_GUARANTEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.loan.Applications;
import io.jinqiao.loan.model.Scheme;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.Sources;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which loan is taken under which scheme; the deadlines and rates that a name or a day finds. */
class SchemesTest {
    private static final Sources PACKAGED = new Sources(Path.of("target/no-home"));
    private static final Schemes SCHEMES = Schemes.read(PACKAGED);

    @ParameterizedTest
    @EnumSource(HomeKind.class)
    void everyHomeHasItsScheme(HomeKind kind) {
        boolean preSold = kind == HomeKind.PRE_SOLD;
        Scheme scheme = SCHEMES.of(Applications.good()
                .homeKind(kind, preSold ? PayeeKind.SUPERVISED_PRESALE : PayeeKind.SELLER)
                .build());

        assertThat(scheme.requires()).isEqualTo(
                preSold ? Set.of(MORTGAGE_PRE_NOTICE, STAGE_GUARANTEE, PROJECT_ADMITTED) : Set.of(MORTGAGE));
    }

    @ParameterizedTest
    @EnumSource(value = LoanKind.class, names = "FUND", mode = EnumSource.Mode.EXCLUDE)
    void aLoanThatIsNotTakenIsRefusedAsWhatItIs(LoanKind kind) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> SCHEMES.of(Applications.good().loanKind(kind).build()));

        assertThat(refusal.problems())
                .containsExactly(Problem.at("loanKind", FailureCode.LOAN_KIND_UNSUPPORTED, Words.of(kind)));
    }

    @Test
    void aSchemeOfAStoredLoanIsFoundByItsName() {
        assertThat(SCHEMES.named("pledge").name()).isEqualTo("pledge");
        assertThatThrownBy(() -> SCHEMES.named("gone")).isInstanceOf(IllegalStateException.class).hasMessageContaining("gone");
    }

    @Test
    void aDeadlineIsFoundByItsName() {
        Deadlines deadlines = DeadlineFile.read(PACKAGED, null);

        assertThat(deadlines.named("decision").name()).isEqualTo("decision");
        assertThat(deadlines.reportGrace()).isPositive();
        assertThatThrownBy(() -> deadlines.named("gone")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("gone");
    }

    @Test
    void aRateSaysWhichTableItStandsIn() {
        Rates.Rate rate = Rates.read(PACKAGED).at(LocalDate.of(2026, 11, 23), 1, 60).orElseThrow();

        assertThat(rate.version()).isEqualTo("R20250508");
        assertThat(rate.from()).isEqualTo(LocalDate.of(2025, 5, 8));
    }
}
