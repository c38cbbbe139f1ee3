package io.jinqiao.credit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnquiryGateTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 2, 12, 0);
    private static final EnquiryTerms TERMS = new EnquiryTerms(EnumSet.allOf(Purpose.class), true, 30, 20, LocalTime.of(8, 0), LocalTime.of(20, 0));
    private static final Authorisation CONSENT = new Authorisation("p1", Purpose.LOAN_APPROVAL, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), false, Digest.of("signed".getBytes(StandardCharsets.UTF_8)));

    private static Enquiry enquiry(Purpose purpose, Purpose.Part part, boolean disbursed, LocalDateTime at, List<Authorisation> consents, LocalDateTime newest, int today) {
        return new Enquiry("p1", part, purpose, "张三", "李四", disbursed, at, new Enquiry.Known(consents, newest, today));
    }

    private static Enquiry plain() {
        return enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), null, 0);
    }

    private static List<FailureCode> refused(Enquiry enquiry, EnquiryTerms terms) {
        return EnquiryGate.judge(enquiry, terms) instanceof EnquiryGate.Verdict.Refused refused ? refused.problems().stream().map(Problem::code).toList() : List.of();
    }

    @Test
    void asksWithConsentAndNamesTheOneItStandsOn() {
        assertThat(EnquiryGate.judge(plain(), TERMS)).isEqualTo(new EnquiryGate.Verdict.Ask(CONSENT));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-10-31, false
            2026-11-01, true
            2026-11-30, true
            2026-12-01, false""")
    void consentHoldsFromTheDayItWasSignedToItsLastDay(LocalDate day, boolean allowed) {
        Enquiry enquiry = enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, day.atTime(12, 0), List.of(CONSENT), null, 0);
        assertThat(refused(enquiry, TERMS)).isEqualTo(allowed ? List.of() : List.of(FailureCode.AUTHORISATION_MISSING));
    }

    @Test
    void consentOfSomebodyElseOrForSomethingElseIsNone() {
        Authorisation other = new Authorisation("p2", Purpose.LOAN_APPROVAL, CONSENT.signed(), CONSENT.lastDay(), true, CONSENT.document());
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(other), null, 0), TERMS)).containsExactly(FailureCode.AUTHORISATION_MISSING);
        assertThat(refused(enquiry(Purpose.WITHDRAWAL_REVIEW, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), null, 0), TERMS)).containsExactly(FailureCode.AUTHORISATION_MISSING);
    }

    @Test
    void askingWhileTheLoanIsRepaidNeedsAClauseOfItsOwn() {
        Authorisation clause = new Authorisation("p1", Purpose.LOAN_APPROVAL, CONSENT.signed(), CONSENT.lastDay(), true, CONSENT.document());
        assertThat(refused(enquiry(Purpose.POST_LOAN, Purpose.Part.BORROWER, true, NOON, List.of(CONSENT), null, 0), TERMS)).containsExactly(FailureCode.AUTHORISATION_MISSING);
        assertThat(refused(enquiry(Purpose.POST_LOAN, Purpose.Part.BORROWER, true, NOON, List.of(clause), null, 0), TERMS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LOAN_APPROVAL, GUARANTOR, false
            LOAN_APPROVAL, BORROWER, true
            GUARANTOR_CHECK, BORROWER, false
            POST_LOAN, BORROWER, false
            POST_LOAN, GUARANTOR, true""")
    void theReasonFitsWhoIsAskedAboutAndWhen(Purpose purpose, Purpose.Part part, boolean disbursed) {
        assertThat(refused(enquiry(purpose, part, disbursed, NOON, List.of(CONSENT), null, 0), TERMS)).contains(FailureCode.CREDIT_PURPOSE_UNFIT);
    }

    @Test
    void aReasonTheAgreementDoesNotHaveIsNotUsed() {
        EnquiryTerms less = new EnquiryTerms(Set.of(Purpose.LOAN_APPROVAL), true, 30, 20, TERMS.from(), TERMS.until());
        assertThat(refused(enquiry(Purpose.WITHDRAWAL_REVIEW, Purpose.Part.BORROWER, false, NOON, List.of(), null, 0), less)).contains(FailureCode.CREDIT_PURPOSE_NOT_AGREED);
    }

    @Test
    void anotherPersonAgreesWhereThatIsOrdered() {
        Enquiry alone = new Enquiry("p1", Purpose.Part.BORROWER, Purpose.LOAN_APPROVAL, "张三", " 张三 ", false, NOON, plain().history());
        Enquiry nobody = new Enquiry("p1", Purpose.Part.BORROWER, Purpose.LOAN_APPROVAL, "张三", null, false, NOON, plain().history());
        assertThat(refused(alone, TERMS)).containsExactly(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(nobody, TERMS)).containsExactly(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(nobody, new EnquiryTerms(TERMS.purposes(), false, 30, 20, TERMS.from(), TERMS.until()))).isEmpty();
    }

    @Test
    void aFreshReportIsShownAgainButOnlyWithConsent() {
        LocalDateTime newest = NOON.minusDays(30);
        assertThat(EnquiryGate.judge(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), newest, 0), TERMS)).isEqualTo(new EnquiryGate.Verdict.Reuse(CONSENT));
        assertThat(EnquiryGate.judge(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), newest.minusDays(1), 0), TERMS)).isInstanceOf(EnquiryGate.Verdict.Ask.class);
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(), newest, 0), TERMS)).containsExactly(FailureCode.AUTHORISATION_MISSING);
    }

    @Test
    void nobodyAsksOutsideTheHoursOrBeyondTheLimit() {
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON.withHour(7), List.of(CONSENT), null, 0), TERMS)).containsExactly(FailureCode.CREDIT_OUTSIDE_HOURS);
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON.withHour(20), List.of(CONSENT), null, 0), TERMS)).containsExactly(FailureCode.CREDIT_OUTSIDE_HOURS);
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), null, 20), TERMS)).containsExactly(FailureCode.CREDIT_LIMIT_REACHED);
        assertThat(refused(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), null, 19), TERMS)).isEmpty();
    }

    @Test
    void tellsEverythingAtOnce() {
        Enquiry enquiry = new Enquiry("p1", Purpose.Part.GUARANTOR, Purpose.LOAN_APPROVAL, "张三", null, false, NOON.withHour(22), new Enquiry.Known(List.of(), null, 99));
        assertThat(refused(enquiry, TERMS)).containsExactly(
                FailureCode.CREDIT_PURPOSE_UNFIT, FailureCode.DUTIES_NOT_SEPARATED, FailureCode.AUTHORISATION_MISSING, FailureCode.CREDIT_OUTSIDE_HOURS, FailureCode.CREDIT_LIMIT_REACHED);
    }

    @Test
    void whereNoReportIsUsedAgainNotEvenTodaysIs() {
        EnquiryTerms never = new EnquiryTerms(TERMS.purposes(), true, 0, 20, TERMS.from(), TERMS.until());
        assertThat(EnquiryGate.judge(enquiry(Purpose.LOAN_APPROVAL, Purpose.Part.BORROWER, false, NOON, List.of(CONSENT), NOON, 0), never)).isInstanceOf(EnquiryGate.Verdict.Ask.class);
    }

    @Test
    void aRefusalNamesTheCentersReasonAndThePart() {
        EnquiryTerms less = new EnquiryTerms(Set.of(Purpose.POST_LOAN), true, 30, 20, TERMS.from(), TERMS.until());
        Enquiry guarantor = new Enquiry("p1", Purpose.Part.CO_BORROWER, Purpose.GUARANTOR_CHECK, "张三", "李四", false, NOON, plain().history());
        assertThat(EnquiryGate.judge(guarantor, less)).isInstanceOfSatisfying(EnquiryGate.Verdict.Refused.class, refused -> assertThat(refused.problems())
                .extracting(Problem::arguments)
                .containsExactly(List.of("08"), List.of("08", "co-borrower"), List.of("co-borrower")));
    }
}
