package io.jinqiao.risk;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.Applications.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jinqiao.loan.Applications;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Finding.Grade;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.InitialOpinion;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.LoanApplication.Terms;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RiskTest {
    private static final Sources PACKAGED = new Sources(Path.of("target/no-home"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private final Risk risk = new RiskDesk(PACKAGED, CLOCK);

    private static Incoming incoming(LoanApplication application) {
        return new Incoming(new PartnerId("bank-a"), new MessageId("m"), CLOCK.instant(), application);
    }

    @Test
    void findsNothingInAGoodApplication() {
        Incoming incoming = incoming(good().build());
        assertThat(risk.check(incoming)).isSameAs(incoming);
    }

    @Test
    void letsOtherMessagesPass() {
        Incoming other = new Incoming(
                new PartnerId("bank-a"), new MessageId("m"), CLOCK.instant(), new ApplicationWithdrawal("A", "x", "o"));
        assertThat(risk.check(other)).isSameAs(other);
    }

    static Stream<Arguments> redLines() {
        return Stream.of(
                arguments(good().home(1_000_000, 400_001, 1), "terms.amount"),
                arguments(good().home(1_000_000, 400_000, 3), "home.ordinal"),
                arguments(good().borrower(person(Role.BORROWER, "张三", "20081124", 1, 20_000)), "parties[0].identity.number"),
                arguments(good().with(person(Role.GUARANTOR, "张三", "19910101", 1, 0)), "parties[2].identity.number"),
                arguments(good().with(person(Role.MORTGAGOR, "李四", "19700101", 2, 0)), "parties[2].identity.number"),
                arguments(good().with(person(Role.SELLER, "李四", "19700101", 2, 0)), "parties[2].identity.number"),
                arguments(good().with(person(Role.SELLER, "张三", "19910101", 1, 0)), "parties[2].identity.number"),
                arguments(good().with(person(Role.GUARANTOR, "李四", "19700101", 2, 0)), "parties[2].identity.number"),
                arguments(good().homeKind(HomeKind.PRE_SOLD, PayeeKind.SELLER).with(developer()), "accounts.payeeKind"),
                arguments(good().homeKind(HomeKind.RESALE, PayeeKind.CREDITOR_BANK), "accounts.payeeKind"));
    }

    private static io.jinqiao.message.Party developer() {
        return person(Role.DEVELOPER, "开发企业", "19600101", 9, 0);
    }

    @ParameterizedTest
    @MethodSource("redLines")
    void refusesARedLineAtItsField(Applications application, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> risk.check(incoming(application.build())));
        assertThat(refusal.problems()).extracting(Problem::field).containsExactly(field);
        assertThat(refusal.problems()).extracting(Problem::code).containsOnly(FailureCode.RISK_REFUSED);
    }

    @Test
    void refusesEveryRedLineAtOnce() {
        LoanApplication bad =
                good().home(1_000_000, 400_001, 3).homeKind(HomeKind.RESALE, PayeeKind.CREDITOR_BANK).build();
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> risk.check(incoming(bad)));
        assertThat(refusal.problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("terms.amount", "home.ordinal", "accounts.payeeKind");
    }

    static Stream<Arguments> milderFindings() {
        LoanApplication a = good().build();
        LoanApplication notRecommended = new LoanApplication(
                a.applicationNo(), a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), a.parties(), a.mortgagee(), a.home(),
                a.contract(), a.terms(), a.accounts(), a.authorisations(), a.attachments(), new InitialOpinion("OP", false, null),
                false);
        return Stream.of(
                arguments(good().home(749_999, 140_000, 1).build(), "loan-share", "terms.amount", Grade.FAULTY_SUBMISSION),
                arguments(good().home(857_000, 250_000, 2).build(), "loan-share", "terms.amount", Grade.FAULTY_SUBMISSION),
                arguments(
                        good().borrower(person(Role.BORROWER, "张三", "19800101", 1, 20_000)).build(),
                        "age-and-term", "terms.months", Grade.FAULTY_SUBMISSION),
                arguments(
                        good().borrower(person(Role.BORROWER, "张三", "19910101", 1, 5_000)).build(),
                        "repayment-burden", "terms.amount", Grade.FAULTY_SUBMISSION),
                arguments(
                        good().borrower(person(Role.BORROWER, "张三", "19910101", 1, 5_000))
                                .with(person(Role.MORTGAGOR, "王五", "19920202", 3, 20_000))
                                .build(),
                        "repayment-burden", "terms.amount", Grade.FAULTY_SUBMISSION),
                arguments(
                        good().borrower(person(Role.BORROWER, "张三", "19910101", 1, 0)).build(),
                        "income-proved", "parties[0].monthlyIncome", Grade.DOUBTFUL_DOCUMENTS),
                arguments(
                        good().homeKind(HomeKind.PRE_SOLD, PayeeKind.SUPERVISED_PRESALE).build(),
                        "developer-named", "parties", Grade.DOUBTFUL_DOCUMENTS),
                arguments(
                        good().attach("marriage-certificate").build(), "spouse-named", "parties", Grade.DOUBTFUL_DOCUMENTS),
                arguments(good().without("identity-card").build(), "documents-listed", "attachments", Grade.DOUBTFUL_DOCUMENTS),
                arguments(
                        good().acceptedOn(DAY.minusDays(21)).build(), "days-in-order", "contract.signedOn", Grade.FAULTY_ACCEPTANCE),
                arguments(good().acceptedOn(DAY.plusDays(1)).build(), "days-in-order", "acceptedOn", Grade.FAULTY_ACCEPTANCE),
                arguments(notRecommended, "branch-recommends", "initialOpinion.recommended", Grade.FAULTY_ACCEPTANCE),
                arguments(
                        good().terms(100_000, 13).method(RepaymentMethod.SINGLE_REPAYMENT).build(),
                        "method-fits-term", "terms.method", Grade.FAULTY_SUBMISSION));
    }

    @ParameterizedTest
    @MethodSource("milderFindings")
    void letsAMilderFindingRideAlong(LoanApplication application, String rule, String field, Grade grade) {
        List<Finding> findings = risk.check(incoming(application)).findings();
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        assertThat(findings.get(0).field()).isEqualTo(field);
        assertThat(findings.get(0).grade()).isEqualTo(grade);
    }

    static Stream<Applications> justWithin() {
        return Stream.of(
                good().home(750_000, 150_000, 1),
                good().home(858_000, 258_000, 2),
                good().borrower(person(Role.BORROWER, "张三", "20060101", 1, 20_000)),
                good().borrower(person(Role.BORROWER, "张三", "20081123", 1, 20_000)),
                good().borrower(person(Role.BORROWER, "张三", "19810101", 1, 20_000)),
                good().with(person(Role.DEVELOPER, "李四", "19700101", 2, 0)),
                good().borrower(person(Role.BORROWER, "张三", "19811124", 1, 20_000)),
                good().borrower(person(Role.BORROWER, "张三", "19910101", 1, 5_600)),
                good().with(person(Role.MORTGAGOR, "张三", "19910101", 1, 0)),
                good().homeKind(HomeKind.PRE_SOLD, PayeeKind.SUPERVISED_PRESALE).with(developer()),
                good().attach("marriage-certificate").with(person(Role.SPOUSE, "王五", "19920202", 3, 0)),
                good().acceptedOn(DAY.minusDays(20)),
                good().terms(100_000, 12).method(RepaymentMethod.SINGLE_REPAYMENT));
    }

    @ParameterizedTest
    @MethodSource("justWithin")
    void leavesAloneWhatIsJustWithin(Applications application) {
        assertThat(risk.check(incoming(application.build())).findings()).isEmpty();
    }

    @Test
    void countsTheInstalmentAsTheFactSheetDoes() {
        Terms terms = new Terms(Applications.yuan(600_000), 240, RepaymentMethod.EQUAL_INSTALMENT);
        assertThat(Rules.instalment(terms, new BigDecimal("2.60"))).isBetween(new BigDecimal("320872.5"), new BigDecimal("320873.5"));
    }

    @Test
    void asksARuleOnlyWhileItsVersionIsInForce() throws IOException {
        own("version: asked until the day before", "from: 2024-05-18, source", "from: 2026-11-24, source");
        LoanApplication third = good().home(1_000_000, 400_000, 3).build();
        assertThat(new RiskDesk(new Sources(home), CLOCK).check(incoming(third)).findings())
                .extracting(Finding::rule)
                .doesNotContain("home-ordinal");
        Clock tomorrow = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
        assertThatThrownBy(() -> new RiskDesk(new Sources(home), tomorrow).check(incoming(third)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void asksARuleNoMoreWhoseLatestVersionEndsIt() throws IOException {
        own(
                "ended",
                "parameters: {last: 2}}",
                "parameters: {last: 2}}\n      - {from: 2026-11-23, asked: false, source: ended, parameters: {last: 2}}");
        LoanApplication third = good().home(1_000_000, 400_000, 3).build();
        assertThat(new RiskDesk(new Sources(home), CLOCK).check(incoming(third)).findings())
                .extracting(Finding::rule)
                .doesNotContain("home-ordinal");
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments("- rule: home-ordinal", "- rule: home-ordinals", "did you mean \"home-ordinal\"?"),
                arguments("- rule: home-ordinal", "- rule: home-ordinals", "the rule home-ordinal is missing"),
                arguments("parameters: {last: 2}", "parameters: {lst: 2}", "the rule takes exactly [last]"),
                arguments("parameters: {last: 2}", "parameters: {last: [two]}", "last is a list of words"),
                arguments("grade: faulty-submission", "grade: red-line", "an assumed number cannot draw a red line"),
                arguments("grade: red-line", "grade: redline", "rules[0].grade"),
                arguments("code: ", "code: Upper-", "does not match"),
                arguments("- rule: home-ordinal", "- rule: loan-share", "the rule loan-share is there twice"),
                arguments(
                        "parameters: {last: 2}}",
                        "parameters: {last: 2}}\n      - {from: 2024-05-18, source: twice, parameters: {last: 3}}",
                        "another version starts on this day"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void stopsTheStartOnABrokenFile(String from, String to, String message) throws IOException {
        own(message, from, to);
        assertThatThrownBy(() -> new RiskDesk(new Sources(home), CLOCK))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining(message);
    }

    @Test
    void asksNothingMoreOfARuleThatIsThereTwice() throws IOException {
        own("twice", "- rule: home-ordinal", "- rule: loan-share");
        assertThatThrownBy(() -> new RiskDesk(new Sources(home), CLOCK))
                .hasMessageContaining("there twice")
                .hasMessageNotContaining("takes exactly");
    }

    @Test
    void keepsEveryTextShortEnoughForTheAnswer() {
        assertThat(RiskFile.read(PACKAGED, "risk", Rules.ALL)).hasSizeGreaterThanOrEqualTo(8).allSatisfy(point -> {
            assertThat(point.text()).hasSizeLessThanOrEqualTo(500);
            assertThat(point.code()).hasSizeLessThanOrEqualTo(40);
        });
    }

    private void own(String why, String from, String to) throws IOException {
        String packaged = PACKAGED.get("rules/risk.yaml").text();
        assertThat(packaged).as(why).contains(from);
        Files.createDirectories(home.resolve("rules"));
        int at = packaged.indexOf(from);
        Files.writeString(
                home.resolve("rules/risk.yaml"), packaged.substring(0, at) + to + packaged.substring(at + from.length()));
    }
}
