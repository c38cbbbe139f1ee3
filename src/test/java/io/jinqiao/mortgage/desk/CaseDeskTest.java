package io.jinqiao.mortgage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.Answered;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.SealedLicence;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.support.DatabaseText;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger of cases on a real database. */
class CaseDeskTest {
    private static final PartnerId CITY = new PartnerId("city-a");
    private static final PartnerId OTHER_CITY = new PartnerId("city-b");
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static TransactionTemplate transaction;
    private static Registrations registrations;
    /** What the verifier says of every certificate; its own tests are elsewhere. */
    private static SealedLicence found;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        registrations = new Doors(database, Clock.fixed(NOW, ZoneOffset.UTC), () -> new MessageId("Q" + NUMBER.incrementAndGet()), file -> found).registrations;
    }

    @BeforeEach
    void everyCertificateHolds() {
        found = good();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aCaseIsAppliedForOnceHoweverOftenTheCommandComes() {
        RegistrationApplication application = application();
        assertThat(file(application).outgoing()).containsExactly(new Outgoing(CITY, application));
        assertThat(file(application).outgoing()).isEmpty();
        RegistrationApplication other = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(application.content().with("reason", "另一原因"));
        assertThat(refusal(() -> file(other))).isEqualTo(FailureCode.KEY_CONFLICT);
    }

    @Test
    void itsDaysAreCountedInWorkingDaysFromTheDayAfterItWasFiled() {
        RegistrationApplication application = filed();
        assertThat(jdbc.sql("SELECT filed_on || ' ' || promised_by || ' ' || legal_by FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query(String.class).single())
                .isEqualTo("2026-12-01 2026-12-08 2027-01-12");
    }

    @Test
    void aCityThatPromisesAnotherNumberOfDaysIsHeldToItsOwn() {
        RegistrationApplication application = application();
        inOneCommit(() -> registrations.file(new FileCase(OTHER_CITY, BANK, "HF" + application.caseNo(), application, "chen")));
        assertThat(jdbc.sql("SELECT promised_by::text FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query(String.class).single()).isEqualTo("2026-12-11");
    }

    @Test
    void everyOrderOfCallBacksEndsInTheSameCase() {
        List<List<Integer>> orders = List.of(List.of(0, 1, 2, 3), List.of(3, 2, 1, 0), List.of(2, 0, 3, 1), List.of(3, 3, 2, 2, 1, 0, 0));
        for (List<Integer> order : orders) {
            RegistrationApplication application = filed();
            List<CanonicalMessage> notices = notices(application.caseNo());
            order.forEach(i -> callBack(CITY, notices.get(i)));
            assertThat(row(application.caseNo())).isEqualTo("registered true true true {}");
            assertThat(told(application.caseNo())).isEqualTo(4);
        }
    }

    @Test
    void aLostCallBackIsFoundByThePoll() {
        RegistrationApplication application = filed();
        callBack(CITY, notices(application.caseNo()).get(0));
        RegistrationEnquiry enquiry = polled(NOW.plus(Duration.ofHours(5)), application.caseNo());
        assertThat(enquiry).isNotNull();
        assertThat(polled(NOW.plus(Duration.ofHours(6)), application.caseNo())).isNull();
        answered(enquiry, new RegistrationEnquiry.Answer(
                        application.caseNo(), "SL1", RegistrationState.REGISTERED, entry().enteredAt(), null, null, entry()).content());
        assertThat(row(application.caseNo())).isEqualTo("registered true false false {}");
        assertThat(polled(NOW.plus(Duration.ofDays(2)), application.caseNo())).as("the certificate is still due").isNotNull();
    }

    @Test
    void anAnswerAboutAnotherCaseOrAnotherDayIsNotTaken() {
        RegistrationApplication application = filed();
        Instant later = NOW.plus(Duration.ofDays(2));
        RegistrationEnquiry asked = polled(later, application.caseNo());
        answered(asked, new RegistrationEnquiry.Answer("DJ-OF-ANOTHER", "R1", RegistrationState.DELETED, NOW, "of another", null, null).content());
        assertThat(told(application.caseNo())).isZero();
        RegistrationReconciliation day = new RegistrationReconciliation("DZ-OF-A-DAY", LocalDate.of(2026, 5, 1), null);
        List<RegistrationReconciliation.Row> rows = List.of(new RegistrationReconciliation.Row("DJ-OF-NOBODY", "R1", RegistrationState.ACCEPTED, NOW));
        assertThat(page(day, new RegistrationReconciliation.Answer(day.day().minusDays(1), 2, rows, "more")).outgoing()).isEmpty();
        assertThat(page(day, new RegistrationReconciliation.Answer(day.day(), 2, rows, "more")).outgoing()).hasSize(1);
    }

    @Test
    void aCaseTheRegistrySaysItDoesNotHaveIsToldUntilItSpeaksOfItAgain() {
        RegistrationApplication sent = filed();
        RegistrationEnquiry enquiry = new RegistrationEnquiry("CX" + NUMBER.incrementAndGet(), sent.caseNo(), null);
        inOneCommit(() -> registrations.progress(new Answered(
                CITY, new MessageId("M" + NUMBER.incrementAndGet()), enquiry, new Reply.Rejected(List.of(Problem.at("caseNo", FailureCode.CASE_UNKNOWN))))));
        assertThat(unknownThere()).contains(sent.caseNo());
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW, null, null));
        assertThat(unknownThere()).doesNotContain(sent.caseNo());
    }

    @Test
    void aCertificateThatDidNotComeIsAskedForAndCounts() {
        RegistrationApplication application = filed();
        callBack(CITY, notices(application.caseNo()).get(2));
        RegistrationCertificateEnquiry asked = asked(NOW.plus(Duration.ofHours(5)), RegistrationCertificateEnquiry.class).stream()
                .filter(one -> one.caseNo().equals(application.caseNo()))
                .findFirst()
                .orElseThrow();
        found(asked, new Reply.Rejected(List.of(Problem.at("proofNo", FailureCode.CASE_UNKNOWN))));
        assertThat(row(application.caseNo())).as("not issued yet").isEqualTo("registered true false false {}");
        Content.Group handedOver = notices(application.caseNo()).get(3).content().with("noticeNo", asked.enquiryNo());
        found(asked, new Reply.Accepted(handedOver));
        assertThat(row(application.caseNo())).isEqualTo("registered true true true {}");
        callBack(CITY, notices(application.caseNo()).get(3));
        assertThat(told(application.caseNo())).as("the late push changes nothing").isEqualTo(2);
    }

    @Test
    void aCertificateThatDoesNotHoldIsAskedForAgainForSomeDaysAndWhenAPersonLooked() {
        RegistrationApplication application = filed();
        notices(application.caseNo()).subList(0, 3).forEach(notice -> callBack(CITY, notice));
        assertThat(asksForTheCertificate(NOW.plus(Duration.ofDays(20)), application)).as("not issued yet: there is no end").isTrue();
        found = new SealedLicence(verdict(false), Map.of("YWR", "云𬱖"), "");
        callBack(CITY, notices(application.caseNo()).get(3));
        assertThat(asksForTheCertificate(NOW.plus(Duration.ofDays(30)), application)).isFalse();
        assertThat(polled(NOW.plus(Duration.ofDays(40)), application.caseNo())).as("its progress is asked for all the same").isNotNull();

        Clock later = Clock.fixed(NOW.plus(Duration.ofDays(41)), ZoneOffset.UTC);
        Registrations thatDay = new Doors(database, later, () -> id(), file -> found).registrations;
        inOneCommit(() -> thatDay.looked(new Looked(application.caseNo(), null, told(application), "已请登记中心重新签发", "zhou")));
        assertThat(asksForTheCertificate(later.instant().plus(Duration.ofHours(5)), application)).isTrue();
        assertThat(asksForTheCertificate(later.instant().plus(Duration.ofHours(10)), application)).isTrue();
        assertThat(asksForTheCertificate(later.instant().plus(Duration.ofDays(9)), application)).isFalse();
    }

    private static boolean asksForTheCertificate(Instant at, RegistrationApplication application) {
        return asked(at, RegistrationCertificateEnquiry.class).stream().anyMatch(one -> one.caseNo().equals(application.caseNo()));
    }

    private static void found(RegistrationCertificateEnquiry asked, Reply reply) {
        inOneCommit(() -> registrations.found(new Answered(CITY, id(), asked, reply)));
    }

    private static List<String> unknownThere() {
        return jdbc.sql("SELECT case_no FROM mortgage_fact_unknown_there").query(String.class).list();
    }

    @Test
    void aSettledCaseIsAskedAboutNoMore() {
        RegistrationApplication application = filed();
        notices(application.caseNo()).forEach(notice -> callBack(CITY, notice));
        assertThat(polled(NOW.plus(Duration.ofDays(9)), application.caseNo())).isNull();
    }

    @Test
    void aDayNobodyAskedAboutOrThatGotNoAnswerIsAskedAboutLaterThoughEveryCaseIsDone() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        RegistrationApplication application = filed();
        notices(application.caseNo()).forEach(notice -> callBack(CITY, notice));
        Instant later = NOW.plus(Duration.ofDays(3));
        LocalDate first = LocalDate.ofInstant(NOW, WorkingCalendar.ZONE);
        List<RegistrationReconciliation> asked = reconciliations(later);
        assertThat(asked).extracting(RegistrationReconciliation::day).containsExactlyInAnyOrder(first, first.plusDays(1), first.plusDays(2));
        page(asked.get(0), new RegistrationReconciliation.Answer(asked.get(0).day(), 0, List.of(), null));
        assertThat(reconciliations(later.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(reconciliations(later.plus(Duration.ofHours(7)))).hasSize(2);
    }

    @Test
    void theDayBeforeIsReconciledOnceAndPageByPage() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        RegistrationApplication application = filed();
        Instant nextDay = NOW.plus(Duration.ofDays(1));
        List<RegistrationReconciliation> first = reconciliations(nextDay);
        assertThat(first).hasSize(1);
        assertThat(reconciliations(nextDay)).isEmpty();
        RegistrationReconciliation.Row row =
                new RegistrationReconciliation.Row(application.caseNo(), "SL1", RegistrationState.REJECTED, NOW.plusSeconds(60));
        RegistrationReconciliation.Row nobodys = new RegistrationReconciliation.Row("XX1", "SL9", RegistrationState.ACCEPTED, NOW);
        Outcome more = page(first.get(0), new RegistrationReconciliation.Answer(first.get(0).day(), 2, List.of(row, nobodys), "SL9"));
        RegistrationReconciliation second = (RegistrationReconciliation) more.outgoing().get(0).message();
        assertThat(second.after()).isEqualTo("SL9");
        assertThat(page(second, new RegistrationReconciliation.Answer(second.day(), 2, List.of(), null)).outgoing()).isEmpty();
        assertThat(row(application.caseNo())).isEqualTo("rejected false false true {}");
        assertThat(jdbc.sql("SELECT rows || ' ' || unknown || ' ' || (done_at IS NOT NULL) FROM mortgage_day WHERE partner = 'city-a'").query(String.class).single())
                .isEqualTo("2 1 true");
    }

    /** What a page tells leaves every case as the same words told one by one, and nothing follows from what was told before. */
    @Test
    void aDayOfWhichRowsAreMissingIsNotDoneAndAPageThatNamesItselfAsTheNextIsNotFollowed() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        filed();
        RegistrationReconciliation asked = reconciliations(NOW.plus(Duration.ofDays(1))).get(0);
        List<RegistrationReconciliation.Row> one = List.of(new RegistrationReconciliation.Row("XX1", "SL9", RegistrationState.ACCEPTED, NOW));
        page(asked, new RegistrationReconciliation.Answer(asked.day(), 1000, one, null));
        assertThat(isDone(asked)).isFalse();
        RegistrationReconciliation next = new RegistrationReconciliation("DZ-2", asked.day(), "SL9");
        assertThat(page(next, new RegistrationReconciliation.Answer(asked.day(), 1000, one, "SL9")).outgoing()).isEmpty();
        assertThat(isDone(asked)).isFalse();
        page(next, new RegistrationReconciliation.Answer(asked.day(), 3, one, null));
        assertThat(isDone(asked)).isTrue();
    }

    @Test
    void aCaseThatMovedTwiceOnADayIsHeardTwiceAndCountedOnce() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        RegistrationApplication application = filed();
        RegistrationReconciliation asked = reconciliations(NOW.plus(Duration.ofDays(1))).get(0);
        List<RegistrationReconciliation.Row> twice = List.of(
                new RegistrationReconciliation.Row(application.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW.plusSeconds(60)),
                new RegistrationReconciliation.Row(application.caseNo(), "SL1", RegistrationState.REJECTED, NOW.plusSeconds(120)));
        page(asked, new RegistrationReconciliation.Answer(asked.day(), 2, twice, null));
        assertThat(told(application.caseNo())).isEqualTo(2);
        assertThat(row(application.caseNo())).startsWith("rejected");
        assertThat(isDone(asked)).as("of two cases one was told").isFalse();
        page(asked, new RegistrationReconciliation.Answer(asked.day(), 1, twice, null));
        assertThat(isDone(asked)).isTrue();
    }

    @Test
    void pagesThatGoRoundInACircleEnd() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        filed();
        RegistrationReconciliation asked = reconciliations(NOW.plus(Duration.ofDays(1))).get(0);
        for (int pages = 0; asked != null; pages++) {
            assertThat(pages).isLessThan(5);
            String after = asked.after() == null ? "2" : asked.after().equals("2") ? "3" : "2";
            List<RegistrationReconciliation.Row> one = List.of(new RegistrationReconciliation.Row("XX" + after, "SL9", RegistrationState.ACCEPTED, NOW));
            Outcome more = page(asked, new RegistrationReconciliation.Answer(asked.day(), 9, one, after));
            asked = more.outgoing().isEmpty() ? null : (RegistrationReconciliation) more.outgoing().get(0).message();
        }
        assertThat(jdbc.sql("SELECT count(*) FROM mortgage_day WHERE partner = 'city-a' AND done_at IS NULL").query(Long.class).single()).isEqualTo(1);
    }

    /** It is shown, and it is asked about until it is done, however long that takes. */
    @Test
    void aDayTheRegistryDoesNotTellOfIsShownAndNeverGivenUp() {
        jdbc.sql("DELETE FROM mortgage_day").update();
        filed();
        RegistrationReconciliation asked = reconciliations(NOW.plus(Duration.ofDays(1))).get(0);
        inOneCommit(() -> registrations.page(new Answered(CITY, id(), asked, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "09"))))));
        assertThat(days(asked.day())).containsExactly("partner.refused false false");
        Instant longAfter = NOW.plus(Duration.ofDays(20));
        List<RegistrationReconciliation> again = reconciliations(longAfter);
        assertThat(again).extracting(RegistrationReconciliation::day).contains(asked.day());
        assertThat(days(asked.day())).containsExactly("null true false");
        assertThat(reconciliations(longAfter.plus(Duration.ofHours(7)))).extracting(RegistrationReconciliation::day).as("an old day once a day").doesNotContain(asked.day());
        page(asked, new RegistrationReconciliation.Answer(asked.day(), 0, List.of(), null));
        assertThat(days(asked.day())).containsExactly("null true true");
    }

    private static List<String> days(LocalDate day) {
        return jdbc.sql("SELECT coalesce(refused, 'null') || ' ' || (told_at IS NOT NULL) || ' ' || (done_at IS NOT NULL) FROM mortgage_fact_day WHERE partner = 'city-a' AND day = ?")
                .param(day).query(String.class).list();
    }

    private static boolean isDone(RegistrationReconciliation asked) {
        return jdbc.sql("SELECT done_at IS NOT NULL FROM mortgage_day WHERE partner = 'city-a' AND day = ?").param(asked.day()).query(Boolean.class).single();
    }

    @Test
    void aPageEndsInTheSameCasesAsItsWordsOneByOne() {
        List<RegistrationApplication> byPage = List.of(filed(), filed(), filed());
        List<RegistrationApplication> oneByOne = List.of(filed(), filed(), filed());
        notices(byPage.get(2).caseNo()).forEach(notice -> callBack(CITY, notice));
        notices(oneByOne.get(2).caseNo()).forEach(notice -> callBack(CITY, notice));
        RegistrationReconciliation asked = new RegistrationReconciliation("DZ9", LocalDate.of(2026, 12, 1), null);
        RegistrationReconciliation.Answer page = new RegistrationReconciliation.Answer(asked.day(), 3, words(byPage), null);
        assertThat(page(asked, page).consequences()).as("one for each case that is another one now").hasSize(2);
        for (RegistrationReconciliation.Row word : words(oneByOne)) {
            answered(new RegistrationEnquiry("Q", word.caseNo(), null), new RegistrationEnquiry.Answer(
                            word.caseNo(), word.registryNo(), word.state(), word.changedAt(), null, null, null)
                    .content());
        }
        for (int i = 0; i < byPage.size(); i++) {
            assertThat(row(byPage.get(i).caseNo())).isEqualTo(row(oneByOne.get(i).caseNo()));
        }
        long told = told(byPage.get(2).caseNo());
        assertThat(page(asked, page)).isEqualTo(Outcome.accepted(Content.Group.EMPTY));
        assertThat(told(byPage.get(2).caseNo())).isEqualTo(told).isEqualTo(5);
    }

    /** Two cases move; what is told of the third comes too late to move anything. */
    private static List<RegistrationReconciliation.Row> words(List<RegistrationApplication> cases) {
        return List.of(
                new RegistrationReconciliation.Row(cases.get(0).caseNo(), "SL1", RegistrationState.ACCEPTED, NOW.plusSeconds(60)),
                new RegistrationReconciliation.Row(cases.get(1).caseNo(), "SL2", RegistrationState.WITHDRAWN, NOW.plusSeconds(90)),
                new RegistrationReconciliation.Row(cases.get(2).caseNo(), "SL1", RegistrationState.SUBMITTED, NOW));
    }

    @Test
    void aPageOfAnotherRegistryTouchesNothing() {
        RegistrationApplication application = filed();
        RegistrationReconciliation asked = new RegistrationReconciliation("DZ8", LocalDate.of(2026, 12, 1), null);
        Answered answered = new Answered(OTHER_CITY, id(), asked, new Reply.Accepted(
                new RegistrationReconciliation.Answer(asked.day(), 1, List.of(new RegistrationReconciliation.Row(application.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW)), null).content()));
        inOneCommit(() -> registrations.page(answered));
        assertThat(row(application.caseNo())).isEqualTo("null false false false {}");
        assertThat(jdbc.sql("SELECT count(*) FROM mortgage_fact_case WHERE case_no = ? AND heard_at IS NOT NULL").param(application.caseNo()).query(Long.class).single()).isZero();
    }

    @Test
    void aPersonWhoseDataWereErasedStopsNoPage() {
        RegistrationApplication erased = application();
        inOneCommit(() -> registrations.file(new FileCase(CITY, BANK, "HF-erased", erased, "chen")));
        RegistrationApplication other = filed();
        jdbc.sql("UPDATE mortgage_case SET content = '' WHERE case_no = ?").param(erased.caseNo()).update();
        RegistrationReconciliation asked = new RegistrationReconciliation("DZ7", LocalDate.of(2026, 12, 1), null);
        List<RegistrationReconciliation.Row> rows = List.of(
                new RegistrationReconciliation.Row(erased.caseNo(), "SL1", RegistrationState.DELETED, NOW), new RegistrationReconciliation.Row(other.caseNo(), "SL2", RegistrationState.ACCEPTED, NOW));
        page(asked, new RegistrationReconciliation.Answer(asked.day(), 2, rows, null));
        assertThat(row(other.caseNo())).isEqualTo("accepted false false false {}");
        assertThat(told(erased.caseNo())).isZero();
    }

    @Test
    void aResultForAnUnknownCaseOrByAnotherRegistryIsRefused() {
        RegistrationApplication application = filed();
        RegistrationStatus accepted = (RegistrationStatus) notices(application.caseNo()).get(0);
        assertThat(refusal(() -> callBack(OTHER_CITY, accepted))).isEqualTo(FailureCode.CASE_UNKNOWN);
        assertThat(refusal(() -> callBack(CITY, notices("DJ-nobodys").get(0)))).isEqualTo(FailureCode.CASE_UNKNOWN);
        assertThat(row(application.caseNo())).isEqualTo("null false false false {}");
    }

    @Test
    void anEntryThatCannotBeThisCasesIsKeptAndDoubtedAndSecuresNothing() {
        RegistrationApplication application = filed();
        RegisterEntry dear = new RegisterEntry(entry().enteredAt(), new Money(6_000L), entry().proofs());
        callBack(CITY, new RegistrationEntry("TS1", application.caseNo(), "SL1", MortgageApplication.Kind.MORTGAGE, dear));
        assertThat(row(application.caseNo())).isEqualTo("null false false false {amount-in-another-unit}");
        assertThat(told(application.caseNo())).isEqualTo(1);
    }

    /** By call-back, poll and page alike. */
    @Test
    void aMomentToComeIsDoubtedAndHidesNothingThatHappensLater() {
        Instant far = Instant.parse("2099-01-01T00:00:00Z");
        RegistrationApplication told = filed();
        callBack(CITY, new RegistrationStatus("TS1", told.caseNo(), "SL1", RegistrationState.ACCEPTED, far, null, null));
        RegistrationApplication polled = filed();
        answered(new RegistrationEnquiry("Q", polled.caseNo(), null), new RegistrationEnquiry.Answer(
                        polled.caseNo(), "SL1", RegistrationState.ACCEPTED, far, null, null, null)
                .content());
        RegistrationApplication paged = filed();
        page(new RegistrationReconciliation("DZ6", LocalDate.of(2026, 12, 1), null), new RegistrationReconciliation.Answer(LocalDate.of(2026, 12, 1), 1,
                List.of(new RegistrationReconciliation.Row(paged.caseNo(), "SL1", RegistrationState.ACCEPTED, far)), null));
        for (RegistrationApplication one : List.of(told, polled, paged)) {
            assertThat(row(one.caseNo())).isEqualTo("null false false false {time-to-come}");
            callBack(CITY, new RegistrationStatus("TS2", one.caseNo(), "SL1", RegistrationState.REJECTED, NOW.plusSeconds(60), "权属有争议", null));
            assertThat(row(one.caseNo())).isEqualTo("rejected false false true {time-to-come}");
        }
    }

    @Test
    void aDoubtAPersonLookedAtIsGoneUntilTheNextOneIsTold() {
        RegistrationApplication application = filed();
        RegistrationEntry early = new RegistrationEntry(
                "TS1", application.caseNo(), "SL1", MortgageApplication.Kind.MORTGAGE, new RegisterEntry(NOW.plus(Duration.ofDays(60)), entry().amount(), entry().proofs()));
        callBack(CITY, early);
        assertThat(waiting(application)).containsExactly("centre doubt");
        assertThat(looked(application)).isEqualTo("time-to-come");
        assertThat(row(application.caseNo())).isEqualTo("null false false false {}");
        assertThat(waiting(application)).as("the registry still owes its result").containsExactly("registrar receipt");
        callBack(CITY, early);
        assertThat(row(application.caseNo())).as("told before").isEqualTo("null false false false {}");
        callBack(CITY, notices(application.caseNo()).get(0));
        assertThat(row(application.caseNo())).isEqualTo("accepted false false false {}");
        RegisterEntry dearer = new RegisterEntry(entry().enteredAt(), new Money(7_000L), entry().proofs());
        callBack(CITY, new RegistrationEntry("TS2", application.caseNo(), "SL1", MortgageApplication.Kind.MORTGAGE, dearer));
        assertThat(row(application.caseNo())).isEqualTo("accepted false false false {other-amount}");
        assertThat(jdbc.sql("SELECT said_by || ' ' || reason || ' ' || doubts::text FROM mortgage_fact_look WHERE case_no = ?").param(application.caseNo()).query(String.class).list())
                .containsExactly("zhou 已电话核对 {time-to-come}");
        assertThat(refusal(() -> looked(application))).as("what was entered is not only looked at").isEqualTo(FailureCode.FIELD_MISSING);
        assertThat(looked(filed())).as("nothing to look at").isEmpty();
        assertThat(refusal(() -> inOneCommit(() -> registrations.looked(new Looked("DJ-nobodys", null, 0, "x", "zhou"))))).isEqualTo(FailureCode.CASE_UNKNOWN);
    }

    @Test
    void aRegistryWhoseFormHasNoCertificateIsDoneWithTheEntry() {
        Doors national = new Doors(database, Clock.fixed(NOW, ZoneOffset.UTC), CaseDeskTest::id);
        national.lacking.add(Operation.REGISTRATION_CERTIFICATE);
        RegistrationApplication application = application();
        inOneCommit(() -> national.registrations.file(new FileCase(CITY, BANK, "HF-national", application, "chen")));
        callBack(CITY, notices(application.caseNo()).get(2));
        assertThat(row(application.caseNo())).isEqualTo("registered true false true {}");
        assertThat(waiting(application)).isEmpty();
        assertThat(polled(NOW.plus(Duration.ofDays(9)), application.caseNo())).isNull();
    }

    @Test
    void whatWasTakenOffIsShownUntilTheSameIsAppliedForAgain() {
        RegistrationApplication taken = later("HF-off", SampleRegistry.mortgage());
        callBack(CITY, notices(taken.caseNo()).get(2));
        callBack(CITY, new RegistrationStatus("TS9", taken.caseNo(), "SL1", RegistrationState.DELETED, NOW.plusSeconds(9000), "登记错误", null));
        later("HF-off", (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.change().content().with("earlierNo", "虚(2011)虚构市不动产证明第0000001号")));
        assertThat(waiting(taken)).as("a change puts nothing back").containsExactly("centre deleted");
        later("HF-off", SampleRegistry.mortgage());
        assertThat(waiting(taken)).isEmpty();
    }

    @Test
    void anEntryAfterTheDeletionWaitsForAPersonAndSecuresNothing() {
        RegistrationApplication application = later("HF-back", SampleRegistry.mortgage());
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.DELETED, NOW.plusSeconds(60), "登记错误", null));
        assertThat(waiting(application)).containsExactly("centre deleted");
        Outcome entered = callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), entry()));
        assertThat(entered.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.NONE);
        assertThat(row(application.caseNo())).isEqualTo("deleted false false true {entered-after-its-deletion}");
        assertThat(waiting(application)).containsExactly("centre doubt");
        assertThat(looked(application)).isEqualTo("entered-after-its-deletion");
        assertThat(waiting(application)).containsExactly("centre deleted");
    }

    @Test
    void aCaseWithTwoNumbersIsAskedAboutByTheOneOfItsPresentStep() {
        RegistrationApplication application = filed();
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL-A", RegistrationState.SUBMITTED, NOW, null, null));
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL-Z", RegistrationState.ACCEPTED, NOW.plusSeconds(60), null, null));
        assertThat(row(application.caseNo())).isEqualTo("accepted false false false {two-registry-numbers}");
        assertThat(polled(NOW.plus(Duration.ofDays(1)), application.caseNo()).registryNo()).isEqualTo("SL-Z");
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL-A", application.kind(), entry()));
        assertThat(asked(NOW.plus(Duration.ofDays(2)), RegistrationCertificateEnquiry.class).stream()
                .filter(one -> one.caseNo().equals(application.caseNo()))).extracting(RegistrationCertificateEnquiry::registryNo).containsOnly("SL-A");
    }

    @Test
    void aCaseThatWasWithdrawnWaitsForSomebodyUntilTheSameIsAppliedForAgain() {
        RegistrationApplication withdrawn = later("HF-withdrawn", SampleRegistry.mortgage());
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), withdrawn.caseNo(), "SL1", RegistrationState.WITHDRAWN, NOW.plusSeconds(60), "撤回", null));
        assertThat(waiting(withdrawn)).containsExactly("centre withdrawn");
        later("HF-withdrawn", SampleRegistry.mortgage());
        assertThat(waiting(withdrawn)).isEmpty();
    }

    private static RegistrationApplication later(String applicationNo, RegistrationApplication sample) {
        RegistrationApplication application = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(sample.content().with("caseNo", "DJ" + NUMBER.incrementAndGet()));
        inOneCommit(() -> registrations.file(new FileCase(CITY, BANK, applicationNo, application, "chen")));
        jdbc.sql("UPDATE mortgage_case SET filed_at = filed_at + ? * interval '1 second' WHERE case_no = ?").params(NUMBER.get(), application.caseNo()).update();
        return application;
    }

    private static String looked(RegistrationApplication application) {
        return String.valueOf(((Reply.Accepted) looked(application, null).reply()).content().text("doubts"));
    }

    private static int told(RegistrationApplication application) {
        return jdbc.sql("SELECT count(*) FROM mortgage_fact_told WHERE case_no = ?").param(application.caseNo()).query(Integer.class).single();
    }

    private static Outcome looked(RegistrationApplication application, Looked.@Nullable Verdict verdict) {
        return inOneCommit(() -> registrations.looked(new Looked(application.caseNo(), verdict, told(application), "已电话核对", "zhou")));
    }

    private static List<String> waiting(RegistrationApplication application) {
        return jdbc.sql("SELECT waits_for || ' ' || why FROM mortgage_fact_waiting WHERE source = 'case' AND number = ?").param(application.caseNo()).query(String.class).list();
    }

    @Test
    void aReceiptGivesTheNumberAndARefusalEndsTheCase() {
        RegistrationApplication application = filed();
        inOneCommit(() -> registrations.receipt(new Answered(
                CITY, id(), application, new Reply.Accepted(new RegistrationApplication.Answer(application.caseNo(), "SL7", NOW).content()))));
        assertThat(row(application.caseNo())).isEqualTo("submitted false false false {}");
        RegistrationApplication refused = filed();
        inOneCommit(() -> registrations.receipt(
                new Answered(CITY, id(), refused, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "03"))))));
        assertThat(jdbc.sql("SELECT refused FROM mortgage_fact_case WHERE case_no = ?").param(refused.caseNo()).query(String.class).single())
                .isEqualTo("partner.refused");
        assertThat(polled(NOW.plus(Duration.ofDays(9)), refused.caseNo())).isNull();
    }

    @Test
    void whatTheRegistryToldOfACaseStandsAgainstARefusalOfTheApplication() {
        RegistrationApplication application = filed();
        callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW, null, null));
        inOneCommit(() -> registrations.receipt(
                new Answered(CITY, id(), application, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "duplicate"))))));
        assertThat(row(application.caseNo())).isEqualTo("accepted false false false {}");
        assertThat(polled(NOW.plus(Duration.ofDays(2)), application.caseNo())).isNotNull();
    }

    /** Else what was applied for under an approval that was taken back would secure the next. */
    @Test
    void whatStandsInTheRegisterIsToldWithTheMomentItWasAppliedFor() {
        RegistrationApplication application = later("HF-filed", SampleRegistry.mortgage());
        Instant filedAt = jdbc.sql("SELECT filed_at FROM mortgage_case WHERE case_no = ?").param(application.caseNo()).query(OffsetDateTime.class).single().toInstant();
        Outcome accepted = callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW, null, null));
        assertThat(accepted.consequences()).extracting(one -> ((Consequence.Secured) one).filedAt()).containsOnlyNulls();
        Outcome entered = callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), entry()));
        assertThat(entered.consequences()).extracting(one -> ((Consequence.Secured) one).filedAt()).containsExactly(filedAt);
    }

    /** The same whichever came first. */
    @Test
    void norDoesARefusalEndACaseTheRegistryTellsOfAfterwards() {
        RegistrationApplication application = later("HF-refused", SampleRegistry.mortgage());
        inOneCommit(() -> registrations.receipt(
                new Answered(CITY, id(), application, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "duplicate"))))));
        assertThat(polled(NOW.plus(Duration.ofDays(2)), application.caseNo())).isNull();
        Outcome accepted = callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.ACCEPTED, NOW, null, null));
        assertThat(accepted.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.SUBMITTED);
        assertThat(row(application.caseNo())).isEqualTo("accepted false false false {}");
        assertThat(waiting(application)).as("refused no more, and late when it is").containsExactly("registrar result");
        assertThat(jdbc.sql("SELECT refused FROM mortgage_fact_case WHERE case_no = ?").param(application.caseNo()).query(String.class).list()).containsOnlyNulls();
        assertThat(polled(NOW.plus(Duration.ofDays(4)), application.caseNo())).isNotNull();
    }

    @Test
    void aRefusalAfterTheEntryShutsTheGateUntilAPersonLooked() {
        RegistrationApplication application = later("HF-ended", SampleRegistry.mortgage());
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), entry()));
        RegistrationStatus refused =
                new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.REJECTED, entry().enteredAt().plusSeconds(86_400), "退件", null);
        Outcome shut = callBack(CITY, refused);
        assertThat(shut.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.NONE);
        assertThat(row(application.caseNo())).endsWith("{ended-after-its-entry}");
        assertThat(refusal(() -> looked(application))).as("without a verdict").isEqualTo(FailureCode.FIELD_MISSING);
        assertThat(row(application.caseNo())).endsWith("{ended-after-its-entry}");
        Outcome stands = looked(application, Looked.Verdict.STANDS);
        assertThat(stands.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.REGISTERED);
        assertThat(row(application.caseNo())).endsWith("{}");
    }

    /** It really was cancelled, as a person heard at the registry. */
    @Test
    void whatAPersonFindsToStandNoMoreStaysOffTheRegister() {
        RegistrationApplication application = later("HF-gone", SampleRegistry.mortgage());
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), entry()));
        RegisterEntry off = new RegisterEntry(NOW.plusSeconds(7200), entry().amount(), entry().proofs().stream()
                .map(p -> new RegisterEntry.Proof(p.right(), p.unitNumber(), p.proofNo(), p.obligors(), null, RegisterEntry.RightState.HISTORIC)).toList());
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), off));
        assertThat(row(application.caseNo())).endsWith("{right-not-current}");
        Outcome gone = looked(application, Looked.Verdict.STANDS_NO_MORE);
        assertThat(gone.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.NONE);
        assertThat(row(application.caseNo())).isEqualTo("deleted false false true {}");
        assertThat(waiting(application)).as("until it is applied for anew").containsExactly("centre deleted");
        Outcome again = callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", RegistrationState.REGISTERED, NOW.plusSeconds(60), null, null));
        assertThat(again.consequences()).allMatch(one -> ((Consequence.Secured) one).state() == Consequence.Secured.State.NONE);
        assertThat(row(application.caseNo())).startsWith("deleted false false true");
        assertThat(jdbc.sql("SELECT verdict FROM mortgage_fact_look WHERE case_no = ?").param(application.caseNo()).query(String.class).single()).isEqualTo("stands-no-more");
    }

    /** The register has the centre under a branch office's name. */
    @Test
    void whatAPersonFindsToStandIsTaken() {
        RegistrationApplication application = later("HF-branch", SampleRegistry.mortgage());
        RegisterEntry branch = new RegisterEntry(entry().enteredAt(), entry().amount(), entry().proofs(), List.of(new RegisterEntry.Holder("虚构市住房公积金管理中心东城管理部", null, null)));
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), application.caseNo(), "SL1", application.kind(), branch));
        assertThat(row(application.caseNo())).isEqualTo("null false false false {other-mortgagee}");
        Outcome stands = looked(application, Looked.Verdict.STANDS);
        assertThat(stands.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.REGISTERED);
        assertThat(row(application.caseNo())).isEqualTo("registered true false false {}");
        callBack(CITY, notices(application.caseNo()).get(3));
        assertThat(row(application.caseNo())).as("its number is known").isEqualTo("registered true true true {}");
    }

    /** What the register has instead shuts the gate, whatever a person says. */
    @Test
    void aChangeThatWasEnteredForAnotherAmountIsNeverFoundToStand() {
        RegistrationApplication first = later("HF-change", SampleRegistry.mortgage());
        callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), first.caseNo(), "SL1", first.kind(), entry()));
        RegistrationApplication change = later("HF-change", SampleRegistry.change());
        RegisterEntry tiny = new RegisterEntry(entry().enteredAt(), new Money(100), entry().proofs());
        Outcome shut = callBack(CITY, new RegistrationEntry("TS" + NUMBER.incrementAndGet(), change.caseNo(), "SL2", change.kind(), tiny));
        assertThat(shut.consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.NONE);
        assertThat(refusal(() -> looked(change))).isEqualTo(FailureCode.FIELD_MISSING);
        assertThat(refusal(() -> looked(change, Looked.Verdict.STANDS))).isEqualTo(FailureCode.ENTRY_NOT_AS_APPLIED);
        assertThat(row(change.caseNo())).endsWith("{other-amount}");
        assertThat(looked(change, Looked.Verdict.STANDS_NO_MORE).consequences()).extracting(one -> ((Consequence.Secured) one).state()).containsExactly(Consequence.Secured.State.NONE);
    }

    @Test
    void ofWhatNeverWasInTheRegisterNobodySaysThatItStandsNoMore() {
        RegistrationApplication application = later("HF-two", SampleRegistry.mortgage());
        for (String number : List.of("SL1", "SL2")) {
            callBack(CITY, new RegistrationStatus("TS" + NUMBER.incrementAndGet(), application.caseNo(), number, RegistrationState.ACCEPTED, NOW, null, null));
        }
        assertThat(row(application.caseNo())).endsWith("{two-registry-numbers}");
        assertThat(refusal(() -> looked(application, Looked.Verdict.STANDS_NO_MORE))).isEqualTo(FailureCode.FIELDS_DISAGREE);
    }

    @Test
    void aCertificateThatDoesNotHoldIsKeptAndDoubtedAndTheCaseWaitsForAGoodOne() {
        RegistrationApplication application = filed();
        List<CanonicalMessage> notices = notices(application.caseNo());
        notices.subList(0, 3).forEach(notice -> callBack(CITY, notice));
        found = new SealedLicence(verdict(false), Map.of("YWR", "云𬱖"), "");
        callBack(CITY, notices.get(3));
        assertThat(row(application.caseNo())).isEqualTo("registered true false false {certificate-seal-broken}");
        assertThat(certificates(application.caseNo())).containsExactly("refused {document.signature_wrong} {certificate-seal-broken}");
        found = good();
        callBack(CITY, notices.get(3));
        assertThat(row(application.caseNo())).isEqualTo("registered true true true {certificate-seal-broken}");
        assertThat(certificates(application.caseNo())).containsExactly("authentic {} {}");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '义务人：云𬱖', ''
            '义务人云𬱖 坐落', ''
            '义务人：云 𬱖、沐䶮', ''
            '义务人：云𬱖乙丙', certificate-of-another-holder
            '义务人：李云𬱖', certificate-of-another-holder""")
    void aNameOnThePageIsAWholeName(String page, String doubt) {
        RegistrationApplication application = filed();
        Map<String, String> said = new HashMap<>(good().metadata());
        said.remove("YWR");
        found = new SealedLicence(verdict(true), said, page);
        notices(application.caseNo()).forEach(notice -> callBack(CITY, notice));
        assertThat(certificates(application.caseNo())).containsExactly("authentic {} {" + doubt + "}");
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X, certificate-of-another-holder", "own, ''"})
    void aNamesakesCertificateIsSomebodyElses(String number, String doubt) {
        RegistrationApplication application = filed();
        Map<String, String> said = new HashMap<>(good().metadata());
        said.put("YWRZJH", number.equals("own") ? application.parties().get(0).identity().number() : number);
        found = new SealedLicence(verdict(true), said, "");
        notices(application.caseNo()).forEach(notice -> callBack(CITY, notice));
        assertThat(certificates(application.caseNo())).containsExactly("authentic {} {" + doubt + "}");
    }

    @Test
    void aCertificateOfAnUnknownCaseIsRefusedAndNotKept() {
        RegistrationCertificate nobodys = (RegistrationCertificate) notices("DJ-nobodys").get(3);
        assertThat(refusal(() -> callBack(CITY, nobodys))).isEqualTo(FailureCode.CASE_UNKNOWN);
        RegistrationApplication application = filed();
        assertThat(refusal(() -> callBack(OTHER_CITY, notices(application.caseNo()).get(3)))).isEqualTo(FailureCode.CASE_UNKNOWN);
        assertThat(certificates(application.caseNo())).isEmpty();
    }

    private static List<String> certificates(String caseNo) {
        return jdbc.sql("SELECT verdict || ' ' || findings::text || ' ' || doubts::text FROM mortgage_fact_certificate WHERE case_no = ?")
                .param(caseNo).query(String.class).list();
    }

    private static SealedLicence good() {
        return new SealedLicence(
                verdict(true),
                Map.of("ZZBH", SampleRegistry.PROOF.value(), "ZZBS", SampleRegistry.certificate().licence().value(), "CZZT", SampleRegistry.mortgage().mortgagee().name(),
                        "YWR", "云𬱖", "BDCDYH", SampleRegistry.HOME + "," + SampleRegistry.GARAGE),
                "");
    }

    private static DocumentVerdict verdict(boolean holds) {
        return new DocumentVerdict("ofd", null, List.of(
                holds ? Finding.passed(VerificationStep.SIGNATURE) : Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG)));
    }

    @Test
    void noNameStandsInTheTables() {
        RegistrationApplication application = filed();
        notices(application.caseNo()).forEach(notice -> callBack(CITY, notice));
        assertThat(new DatabaseText(new JdbcTemplate(database)).tablesThatTell("云𬱖", application.parties().get(0).identity().number())).isEmpty();
    }

    private static RegisterEntry entry() {
        return new RegisterEntry(
                NOW.plusSeconds(7200), SampleRegistry.mortgage().claim().amount(),
                List.of(
                        new RegisterEntry.Proof(RegisterEntry.Right.MORTGAGE, SampleRegistry.HOME, SampleRegistry.PROOF, "云𬱖"),
                        new RegisterEntry.Proof(RegisterEntry.Right.MORTGAGE, SampleRegistry.GARAGE, SampleRegistry.PROOF, "云𬱖")));
    }

    /** Accepted, said to be registered, entered, certified. */
    private static List<CanonicalMessage> notices(String caseNo) {
        RegistrationCertificate sample = SampleRegistry.certificate();
        CertificateNumber proof = SampleRegistry.PROOF;
        return List.of(
                new RegistrationStatus("TS1", caseNo, "SL1", RegistrationState.ACCEPTED, NOW.plusSeconds(3600), null, null),
                new RegistrationStatus("TS2", caseNo, "SL1", RegistrationState.REGISTERED, NOW.plusSeconds(7200), null, null),
                new RegistrationEntry("TS3", caseNo, "SL1", MortgageApplication.Kind.MORTGAGE, entry()),
                new RegistrationCertificate("TS4", caseNo, "SL1", proof, sample.licence(), sample.issuedOn(), sample.format(), sample.digest(), sample.document()));
    }

    private static RegistrationApplication application() {
        return (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", "DJ" + NUMBER.incrementAndGet()));
    }

    private static RegistrationApplication filed() {
        RegistrationApplication application = application();
        file(application);
        return application;
    }

    private static Outcome file(RegistrationApplication application) {
        return inOneCommit(() -> registrations.file(new FileCase(CITY, BANK, "HF" + application.caseNo(), application, "chen")));
    }

    private static Outcome callBack(PartnerId registry, CanonicalMessage notice) {
        Incoming incoming = new Incoming(registry, id(), NOW, notice);
        return inOneCommit(() -> notice instanceof RegistrationStatus
                ? registrations.status(incoming)
                : notice instanceof RegistrationEntry ? registrations.entry(incoming) : registrations.certificate(incoming));
    }

    private static void answered(RegistrationEnquiry enquiry, Content.Group content) {
        inOneCommit(() -> registrations.progress(new Answered(CITY, id(), enquiry, new Reply.Accepted(content))));
    }

    private static Outcome page(RegistrationReconciliation asked, RegistrationReconciliation.Answer page) {
        return inOneCommit(() -> registrations.page(new Answered(CITY, id(), asked, new Reply.Accepted(page.content()))));
    }

    private static RegistrationEnquiry polled(Instant at, String caseNo) {
        return asked(at, RegistrationEnquiry.class).stream().filter(enquiry -> enquiry.caseNo().equals(caseNo)).findFirst().orElse(null);
    }

    private static List<RegistrationReconciliation> reconciliations(Instant at) {
        return asked(at, RegistrationReconciliation.class);
    }

    private static <T> List<T> asked(Instant at, Class<T> type) {
        return new ArrayList<>(inOneCommit(() -> registrations.rounds(new Rounds(at))).outgoing()).stream()
                .map(Outgoing::message).filter(type::isInstance).map(type::cast).toList();
    }

    private static String row(String caseNo) {
        return jdbc.sql("SELECT coalesce(state, 'null') || ' ' || registered || ' ' || certified || ' ' || settled || ' ' || doubts::text FROM mortgage_fact_case WHERE case_no = ?")
                .param(caseNo).query(String.class).single();
    }

    private static long told(String caseNo) {
        return jdbc.sql("SELECT count(*) FROM mortgage_fact_told WHERE case_no = ?").param(caseNo).query(Long.class).single();
    }

    private static FailureCode refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }

    private static MessageId id() {
        return new MessageId("M" + NUMBER.incrementAndGet());
    }

    private static <T> T inOneCommit(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
