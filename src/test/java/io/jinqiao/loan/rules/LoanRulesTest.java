package io.jinqiao.loan.rules;

import static io.jinqiao.loan.model.SecurityPiece.MORTGAGE;
import static io.jinqiao.loan.model.SecurityPiece.MORTGAGE_PRE_NOTICE;
import static io.jinqiao.loan.model.SecurityPiece.PROJECT_ADMITTED;
import static io.jinqiao.loan.model.SecurityPiece.STAGE_GUARANTEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.loan.Applications;
import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.model.Scheme;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.CalendarFiles;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which loan is taken under which scheme; the deadlines and rates that a name or a day finds. */
class LoanRulesTest {
    private static final Sources PACKAGED = new Sources(Path.of("target/no-home"));
    private static final WorkingCalendar CALENDAR = new CalendarFiles().workingCalendar(PACKAGED);

    @TempDir
    private Path home;

    private final Schemes schemes = Schemes.read(PACKAGED);

    @ParameterizedTest
    @EnumSource(HomeKind.class)
    void everyHomeHasItsScheme(HomeKind kind) {
        boolean preSold = kind == HomeKind.PRE_SOLD;
        Scheme scheme = schemes.of(Applications.good()
                .homeKind(kind, preSold ? PayeeKind.SUPERVISED_PRESALE : PayeeKind.SELLER)
                .build());

        assertThat(scheme.requires()).isEqualTo(
                preSold ? Set.of(MORTGAGE_PRE_NOTICE, STAGE_GUARANTEE, PROJECT_ADMITTED) : Set.of(MORTGAGE));
    }

    @ParameterizedTest
    @EnumSource(value = LoanKind.class, names = "FUND", mode = EnumSource.Mode.EXCLUDE)
    void aLoanThatIsNotTakenIsRefusedAsWhatItIs(LoanKind kind) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> schemes.of(Applications.good().loanKind(kind).build()));

        assertThat(refusal.problems())
                .containsExactly(Problem.at("loanKind", FailureCode.LOAN_KIND_UNSUPPORTED, Words.of(kind)));
    }

    @Test
    void aSchemeOfAStoredLoanIsFoundByItsName() {
        assertThat(schemes.named("pledge").name()).isEqualTo("pledge");
        assertThatThrownBy(() -> schemes.named("gone")).isInstanceOf(IllegalStateException.class).hasMessageContaining("gone");
    }

    @Test
    void aDeadlineIsFoundByItsName() {
        Deadlines deadlines = DeadlineFile.read(PACKAGED, null);

        assertThat(deadlines.named("decision").name()).isEqualTo("decision");
        assertThat(deadlines.reportGrace()).isPositive();
        assertThatThrownBy(() -> deadlines.named("gone")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("gone");
    }

    @Test
    void everyFileIsAtHandAfterTheStart() {
        LoanRules rules = new LoanRules(PACKAGED, CALENDAR, new LoanProperties(null));

        assertThat(rules.schemes().named("surety").name()).isEqualTo("surety");
        assertThat(rules.rates().at(LocalDate.of(2026, 11, 23), 1, 60)).isPresent();
        assertThat(rules.deadlines().named("decision").name()).isEqualTo("decision");
        assertThat(rules.calendar()).isSameAs(CALENDAR);
    }

    @Test
    void theShortestBandThatFitsCountsInWhateverOrderTheyStand() throws IOException {
        String shortest = "      - {home: 1, up-to-months: 60, percent: 2.10}\n";
        String longest = "      - {home: 1, up-to-months: 360, percent: 2.60}\n";
        own("rates", shortest + longest, longest + shortest);

        assertThat(Rates.read(new Sources(home)).at(LocalDate.of(2026, 11, 23), 1, 60).orElseThrow().percent()).isEqualByComparingTo("2.10");
    }

    /** Each unknown limit has an assumption of its own. */
    @Test
    void anAssumptionStandsForItsOwnLimitOnly() throws IOException {
        own("deadlines", "days: 10, from: 2016-01-01, source: \"Chongqing", "days: unknown, from: 2016-01-01, source: \"Chongqing");
        Files.writeString(home.resolve("own.yaml"), "format: 1\nlimits:\n"
                + "  - {deadline: decision, clock: promised, from: 2016-01-01, kind: working, days: 3, source: x}\n"
                + "  - {deadline: decision, clock: legal, from: 2026-09-20, kind: working, days: 4, source: y}\n");
        Deadlines.Deadline decision = DeadlineFile.read(new Sources(home), "own.yaml").named("decision");

        assertThat(limit(decision, LoanDeadline.Clock.PROMISED).days()).isEqualTo(3);
        assertThat(limit(decision, LoanDeadline.Clock.LEGAL).days()).isEqualTo(4);
        assertThat(limit(decision, LoanDeadline.Clock.LEGAL).assumed()).isTrue();
    }

    private static Deadlines.Limit limit(Deadlines.Deadline deadline, LoanDeadline.Clock clock) {
        return deadline.limits().get(clock).find(LocalDate.of(2026, 11, 23)).orElseThrow();
    }

    private void own(String file, String part, String by) throws IOException {
        String text = PACKAGED.get("rules/" + file + ".yaml").text();
        assertThat(text).containsOnlyOnce(part);
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/" + file + ".yaml"), text.replace(part, by));
    }

    @Test
    void aRateSaysWhichTableItStandsIn() {
        Rates.Rate rate = Rates.read(PACKAGED).at(LocalDate.of(2026, 11, 23), 1, 60).orElseThrow();

        assertThat(rate.version()).isEqualTo("R20250508");
        assertThat(rate.from()).isEqualTo(LocalDate.of(2025, 5, 8));
    }
}
