package io.jinqiao.mortgage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.Reply;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.PossibleFrom;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are told is late. */
class AlarmDeskTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Days today = new Days();
    private HikariDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Doors doors;
    /** Proof of the pre-notice of the mortgage. */
    private @Nullable CertificateNumber noticed;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        doors = new Doors(database, today, () -> new MessageId("A" + NUMBER.incrementAndGet()));
        today.is("2026-12-01");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCaseIsLateAfterItsPromisedDaysAndUnlawfullyLateAfterTheLegalOnesAndNoMoreOnceItIsEntered() {
        RegistrationApplication sent = filed(SampleRegistry.mortgage());
        assertThat(on("2026-12-08")).isEmpty();
        assertThat(on("2026-12-09")).containsExactly(sent.caseNo() + " late 2026-12-08");
        assertThat(on("2027-01-13")).containsExactly(sent.caseNo() + " unlawfully-late 2027-01-12");
        callBack(new RegistrationEntry("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", Kind.MORTGAGE, entry(Right.MORTGAGE, sent)));
        assertThat(on("2027-01-14")).isEmpty();
    }

    @Test
    void theRegistrysDaysStandStillWhileItWaitsForUs() {
        RegistrationApplication sent = filed(SampleRegistry.mortgage());
        callBack(new RegistrationStatus("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", RegistrationState.SUPPLEMENT, today.instant(), "缺页", LocalDate.of(2027, 1, 9)));
        assertThat(on("2026-12-20")).isEmpty();
    }

    @Test
    void theDaysRunAnewFromWhatTheRegistryHadAskedForOnTheDayItGoesThere() {
        RegistrationApplication sent = filed(SampleRegistry.mortgage());
        supplementWanted(sent);
        today.is("2026-12-15");
        ApplicationSupplement pages = new ApplicationSupplement("BJ" + NUMBER.incrementAndGet(), "HF1", List.of(), "补件");
        inOneCommit(() -> doors.registrations.follow(Outcome.accepted(Content.Group.EMPTY).with(
                new Consequence.Supplemented(BANK, new MessageId("M" + NUMBER.incrementAndGet()), pages, List.of(), "办理中"))));
        assertThat(on("2026-12-22")).isEmpty();
        assertThat(on("2026-12-23")).as("the registry says nothing").containsExactly(sent.caseNo() + " late 2026-12-22");
        assertThat(jdbc.sql("SELECT days_from || ' ' || legal_by FROM mortgage_fact_case WHERE case_no = ?").param(sent.caseNo()).query(String.class).single())
                .isEqualTo("2026-12-15 2027-01-26");
    }

    @Test
    void theDaysRunAnewWhenTheRegistryGoesOnWithACaseWhosePagesItGotOtherwise() {
        RegistrationApplication sent = filed(SampleRegistry.mortgage());
        supplementWanted(sent);
        today.is("2026-12-10");
        callBack(new RegistrationStatus("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", RegistrationState.ACCEPTED, today.instant(), null, null));
        assertThat(on("2026-12-17")).isEmpty();
        assertThat(on("2026-12-18")).containsExactly(sent.caseNo() + " late 2026-12-17");
    }

    private void supplementWanted(RegistrationApplication sent) {
        today.is("2026-12-02");
        callBack(new RegistrationStatus("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", RegistrationState.SUPPLEMENT, today.instant(), "缺页", LocalDate.of(2027, 1, 9)));
    }

    @Test
    void aCertificateThatDoesNotComeIsToldAfterItsDaysUnlessTheFormHasNone() {
        RegistrationApplication sent = filed(SampleRegistry.mortgage());
        callBack(new RegistrationEntry("TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", Kind.MORTGAGE, entry(Right.MORTGAGE, sent)));
        doors.lacking.add(Operation.REGISTRATION_CERTIFICATE);
        RegistrationApplication national = filed(SampleRegistry.mortgage());
        callBack(new RegistrationEntry("TS" + NUMBER.incrementAndGet(), national.caseNo(), "SL2", Kind.MORTGAGE, entry(Right.MORTGAGE, national)));
        assertThat(on("2026-12-04")).isEmpty();
        assertThat(on("2026-12-05")).containsExactly(sent.caseNo() + " certificate-late 2026-12-04");
    }

    @Test
    void theRegisterIsAskedWhenTheBuildingWasRegisteredAndTheNinetyDaysRunFromThen() {
        RegistrationApplication sent = preNoticed();
        assertThat(asked("2026-12-07")).as("just pre-noticed").isEmpty();
        PropertyCheck first = asked("2026-12-09").get(0);
        assertThat(first.holders()).extracting(PropertyCheck.Holder::name).containsExactly("虚构开发有限公司");
        answered(first, sent, null, LocalDate.of(2026, 12, 8));
        assertThat(on("2026-12-09")).as("one of the two units is not registered").isEmpty();
        assertThat(asked("2026-12-15")).isEmpty();
        answered(asked("2026-12-17").get(0), sent, LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 30));
        assertThat(on("2026-12-17")).containsExactlyInAnyOrder(sent.caseNo() + " mortgage-near 2026-12-29", sent.caseNo() + " purchase-near 2026-12-29");
        assertThat(asked("2027-02-01")).as("it is known").isEmpty();
        possible(sent, "2026-12-16", null, "分户登记日，非楼栋首次登记");
        assertThat(on("2027-02-01")).as("a person says otherwise").isEmpty();
        answered(first, sent, LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 11));
        assertThat(on("2027-02-01")).as("and that stands").isEmpty();
        assertThat(jdbc.sql("SELECT said_by || ' ' || by_register || ' ' || possible_on FROM mortgage_fact_possible ORDER BY said_at").query(String.class).list())
                .containsExactly("city-a true 2026-09-30", "chen false 2026-12-16");
    }

    @Test
    void aBuildingThatIsRegisteredInTheFutureIsNot() {
        RegistrationApplication sent = preNoticed();
        answered(asked("2026-12-09").get(0), sent, LocalDate.of(2099, 1, 1), LocalDate.of(2026, 9, 30));
        assertThat(jdbc.sql("SELECT count(*) FROM mortgage_fact_possible").query(Long.class).single()).isZero();
    }

    private List<PropertyCheck> asked(String day) {
        today.is(day);
        return inOneCommit(() -> doors.registrations.rounds(new Rounds(today.instant()))).outgoing().stream()
                .map(Outgoing::message)
                .filter(PropertyCheck.class::isInstance)
                .map(PropertyCheck.class::cast)
                .toList();
    }

    private void answered(PropertyCheck question, RegistrationApplication sent, @Nullable LocalDate... days) {
        List<UnitRights> rows = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            rows.add(new UnitRights(sent.units().get(i).unitNumber(), UnitRights.Holders.MATCH, Map.of(), days[i]));
        }
        PropertyCheck.Answer answer = new PropertyCheck.Answer(question.checkNo(), today.instant(), rows);
        Outcome outcome = inOneCommit(() -> doors.registrations.checked(new Answered(Doors.CITY, new MessageId("M" + NUMBER.incrementAndGet()), question, new Reply.Accepted(answer.content()))));
        assertThat(outcome.consequences()).as("nothing for the loan").isEmpty();
    }

    @Test
    void bothPreNoticesAreFollowedForNinetyCalendarDaysFromTheDayAPersonSays() {
        RegistrationApplication sent = preNoticed();
        assertThat(on("2027-12-01")).as("not possible yet").isEmpty();
        today.is("2028-03-02");
        possible(sent, "2028-03-01", null, "首次登记已办");
        assertThat(on("2028-04-29")).isEmpty();
        assertThat(on("2028-04-30")).containsExactlyInAnyOrder(sent.caseNo() + " mortgage-near 2028-05-30", sent.caseNo() + " purchase-near 2028-05-30");
        today.is("2028-05-02");
        possible(sent, "2028-03-01", "2028-05-01", "转移登记已申请");
        assertThat(on("2028-05-30")).containsExactly(sent.caseNo() + " mortgage-near 2028-05-30");
        assertThat(on("2028-05-31")).containsExactly(sent.caseNo() + " mortgage-lost 2028-05-30");
    }

    @Test
    void theDayCanBeChangedWithAReasonAndEveryWordStays() {
        RegistrationApplication sent = preNoticed();
        today.is("2028-05-20");
        possible(sent, "2028-03-01", null, "首次登记已办");
        assertThat(on("2028-05-20")).hasSize(2);
        possible(sent, "2028-05-10", null, "首次登记日期更正");
        assertThat(on("2028-05-20")).isEmpty();
        assertThat(jdbc.sql("SELECT said_by || ' ' || reason FROM mortgage_fact_possible ORDER BY said_at, possible_on").query(String.class).list())
                .containsExactly("chen 首次登记已办", "chen 首次登记日期更正");
    }

    @Test
    void aConversionAppliedForInTimeEndsTheAlarm() {
        RegistrationApplication sent = preNoticed();
        today.is("2028-05-20");
        possible(sent, "2028-03-01", null, "首次登记已办");
        assertThat(on("2028-05-20")).hasSize(2);
        RegistrationApplication conversion = filed(SampleRegistry.conversion());
        assertThat(on("2028-05-21")).as("it is not known to have arrived").hasSize(2);
        callBack(new RegistrationStatus("TS" + NUMBER.incrementAndGet(), conversion.caseNo(), "SL2", RegistrationState.SUBMITTED, today.instant(), null, null));
        assertThat(on("2028-05-23")).isEmpty();
    }

    @Test
    void aPreNoticeThatWasCancelledHasNothingLeftToLose() {
        RegistrationApplication sent = preNoticed();
        today.is("2028-03-02");
        possible(sent, "2028-03-01", null, "首次登记已办");
        assertThat(on("2028-06-30")).isNotEmpty();
        RegistrationApplication end = filed(SampleRegistry.cancellation());
        callBack(new RegistrationEntry("TS" + NUMBER.incrementAndGet(), end.caseNo(), "SL3", Kind.CANCELLATION, new RegisterEntry(today.instant(), null, List.of())));
        assertThat(on("2028-07-01")).isEmpty();
    }

    @Test
    void onlyForPreNoticesInTheRegisterAndNeverForADayToCome() {
        RegistrationApplication sent = preNoticed();
        RegistrationApplication mortgage = filed(SampleRegistry.mortgage());
        assertThat(refusal(() -> possible(mortgage, "2026-11-01", null, "x"))).isEqualTo(FailureCode.CASE_UNKNOWN);
        assertThat(refusal(() -> possible(sent, "2026-12-02", null, "x"))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    @Test
    void noDayOnWhichAPreNoticeWouldHaveLostItsEffectBeforeItHadAny() {
        RegistrationApplication sent = preNoticed();
        assertThat(refusal(() -> possible(sent, "1990-01-01", null, "typo"))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
        assertThat(refusal(() -> possible(sent, "2026-09-01", null, "91 days before the entry"))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
        assertThat(refusal(() -> possible(sent, "2026-11-20", "2026-11-19", "applied for before it was possible"))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
        possible(sent, "2026-09-02", "2026-09-02", "首次登记先于预告登记");
        assertThat(on("2026-12-01")).containsExactly(sent.caseNo() + " mortgage-near 2026-12-01");
    }

    private List<String> on(String day) {
        today.is(day);
        inOneCommit(() -> {
            doors.alarms.raise();
            return true;
        });
        return jdbc.sql("SELECT case_no || ' ' || kind || ' ' || last_day FROM mortgage_fact_alarm WHERE ended_at IS NULL").query(String.class).list();
    }

    private void possible(RegistrationApplication sent, String from, @Nullable String transfer, String reason) {
        inOneCommit(() -> doors.registrations.possible(
                new PossibleFrom(sent.caseNo(), LocalDate.parse(from), transfer == null ? null : LocalDate.parse(transfer), reason, "chen")));
    }

    /** By a registry that hands no certificates over: only the ninety days are looked at. */
    private RegistrationApplication preNoticed() {
        doors.lacking.add(Operation.REGISTRATION_CERTIFICATE);
        RegistrationApplication sent = filed(SampleRegistry.doublePreNotice());
        List<RegisterEntry.Proof> proofs = sent.units().stream()
                .flatMap(unit -> List.of(proof(Right.PURCHASE_PRE_NOTICE, unit, sent), proof(Right.MORTGAGE_PRE_NOTICE, unit, sent)).stream())
                .toList();
        noticed = proofs.get(1).proofNo();
        callBack(new RegistrationEntry(
                "TS" + NUMBER.incrementAndGet(), sent.caseNo(), "SL1", Kind.DOUBLE_PRE_NOTICE, new RegisterEntry(today.instant(), sent.claim().amount(), proofs)));
        return sent;
    }

    private RegisterEntry entry(Right right, RegistrationApplication sent) {
        return new RegisterEntry(today.instant(), sent.claim().amount(), sent.units().stream().map(unit -> proof(right, unit, sent)).toList());
    }

    private static RegisterEntry.Proof proof(Right right, RegistrationApplication.Unit unit, RegistrationApplication sent) {
        return new RegisterEntry.Proof(
                right, unit.unitNumber(), CertificateNumber.proof("虚(2026)虚构市不动产证明第" + (1000 + NUMBER.incrementAndGet()) + "号"), sent.parties().get(0).name());
    }

    private RegistrationApplication filed(RegistrationApplication sample) {
        Content.Group content = sample.content().with("caseNo", "DJ" + NUMBER.incrementAndGet());
        Content.Group onWhatStands = sample.earlierNo() == null ? content : content.with("earlierNo", Objects.requireNonNull(noticed).value());
        RegistrationApplication application = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(onWhatStands);
        inOneCommit(() -> doors.registrations.file(new FileCase(Doors.CITY, BANK, "HF1", application, "chen")));
        return application;
    }

    private void callBack(CanonicalMessage notice) {
        Incoming incoming = new Incoming(Doors.CITY, new MessageId("M" + NUMBER.incrementAndGet()), today.instant(), notice);
        inOneCommit(() -> notice instanceof RegistrationStatus ? doors.registrations.status(incoming) : doors.registrations.entry(incoming));
    }

    private static FailureCode refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }

    private <T> T inOneCommit(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** Ten in the morning. */
    private static final class Days extends Clock {
        private Instant now = Instant.EPOCH;

        void is(String day) {
            now = LocalDate.parse(day).atTime(10, 0).atZone(WorkingCalendar.ZONE).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
