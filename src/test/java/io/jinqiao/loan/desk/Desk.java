package io.jinqiao.loan.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.CoreSystem;
import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.ExpireApprovals;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.loan.Loans;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.rules.LoanProperties;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.loan.store.CheckStore;
import io.jinqiao.loan.store.DisbursementStore;
import io.jinqiao.loan.store.EventStore;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.evidence.store.KeyRing;
import io.jinqiao.message.PersonalData;
import io.jinqiao.support.TestPersonalData;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.CalendarFiles;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The loan desk on a real database, with a clock one can set. */
public final class Desk implements AutoCloseable {
    public static final PartnerId BANK = new PartnerId("bank-a");
    public static final PartnerId OTHER_BANK = new PartnerId("bank-b");
    public static final Officer FIRST_REVIEWER = new Officer("chen", "reviewer");
    public static final Officer REVIEWER = new Officer("wang", "reviewer");
    public static final Officer APPROVER = new Officer("zhao", "approver");

    public final HikariDataSource database = TestDatabase.migrated();
    public final JdbcClient jdbc = JdbcClient.create(database);
    public final KeyRing keys = TestPersonalData.keys(database);
    public final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    public final SetClock clock = new SetClock();
    public final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    public final Loans loans;
    public final LoanDeadlines deadlines;
    public final LoanStore store;
    public final LoanRules rules;
    private final AtomicInteger messages = new AtomicInteger();

    public Desk() {
        this(null);
    }

    public Desk(@Nullable String assumptions) {
        Sources sources = new Sources(Path.of("target/no-home"));
        WorkingCalendar calendar = new CalendarFiles().workingCalendar(sources);
        rules = new LoanRules(sources, calendar, new LoanProperties(assumptions));
        PersonalData data = new ConcealedData(keys);
        store = new LoanStore(jdbc, rules, data);
        ScanStore scans = new ScanStore(jdbc, data);
        Movements movements = new Movements(store, clock);
        Dates dates = new Dates(rules);
        ObjectProvider<CoreSystem> core = beans.getBeanProvider(CoreSystem.class);
        loans = new LoanDesk(
                new ApplicantChecks(core, new CheckStore(jdbc), clock),
                new Intake(rules, store, clock),
                new ScanIntake(store, scans, clock),
                new BankDesk(store, scans, movements, clock),
                new CentreDesk(store, scans, movements, dates, this::nextId, clock),
                new DecisionDesk(store, movements, rules, dates, this::nextId, clock),
                new RegistryDesk(store, scans, movements, clock),
                new MoneyDesk(store, new DisbursementStore(jdbc), movements, this::nextId, clock),
                new MoneyBack(store, new DisbursementStore(jdbc), movements, clock),
                new Addressees(store));
        deadlines = new DeadlineDesk(new EventStore(jdbc), rules, clock);
    }

    public MessageId nextId() {
        return new MessageId("m" + messages.incrementAndGet());
    }

    public Incoming from(PartnerId bank, CanonicalMessage message) {
        return new Incoming(bank, nextId(), clock.instant(), message);
    }

    public <T> T inOneCommit(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** @return acceptance number */
    public String accept(LoanApplication application) {
        return number(inOneCommit(() -> loans.accept(from(BANK, application))));
    }

    /** @return how many */
    public int expireApprovals() {
        return loans.expireApprovals(new ExpireApprovals(WorkingCalendar.today(clock))).consequences().size();
    }

    public static String number(Outcome outcome) {
        return content(outcome).text("acceptanceNo");
    }

    public static Content.Group content(Outcome outcome) {
        return ((Reply.Accepted) outcome.reply()).content();
    }

    /** Uploads both scans of a good application. */
    public void uploadScans(String applicationNo) {
        upload(applicationNo, "identity-card", Applications.IDENTITY_SCAN);
        upload(applicationNo, "purchase-contract", Applications.CONTRACT_SCAN);
    }

    public Outcome upload(String applicationNo, String kind, byte[] bytes) {
        return inOneCommit(() -> loans.attachment(from(BANK, whole(applicationNo, kind, bytes))));
    }

    public static Attachment whole(String applicationNo, String kind, byte[] bytes) {
        return new Attachment(
                applicationNo, kind, Digest.of(bytes), bytes.length, 1, 1, Base64.getEncoder().encodeToString(bytes));
    }

    /** @return acceptance number of an application with its scans and both reviews */
    public String reviewed(LoanApplication application) {
        String no = accept(application);
        if (!application.attachments().isEmpty()) {
            uploadScans(application.applicationNo());
        }
        review(no, ReviewLoan.Stage.INITIAL);
        review(no, ReviewLoan.Stage.SECOND);
        return no;
    }

    public Outcome review(String no, ReviewLoan.Stage stage) {
        Officer by = stage == ReviewLoan.Stage.INITIAL ? FIRST_REVIEWER : REVIEWER;
        return inOneCommit(() -> loans.review(new ReviewLoan(no, stage, true, null, by)));
    }

    public DecidedLoan approve(String no) {
        return approve(no, null, null);
    }

    public DecidedLoan approve(String no, @Nullable Money amount, @Nullable Integer months) {
        return inOneCommit(() -> loans.decide(new DecideLoan(
                no, DecisionNotice.Outcome.APPROVED, null, null, amount, months, List.of(), null, APPROVER)));
    }

    public DecidedLoan reject(String no) {
        return inOneCommit(() -> loans.decide(new DecideLoan(
                no, DecisionNotice.Outcome.REJECTED, null, null, null, null, List.of(), "收入证明不足", APPROVER)));
    }

    /** Column of the published view. */
    public String fact(String acceptanceNo, String column) {
        return jdbc.sql("SELECT " + column + "::text FROM loan_fact_loan WHERE acceptance_no = ?")
                .param(acceptanceNo)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    public List<String> events(String acceptanceNo) {
        return jdbc.sql("SELECT type FROM loan_event WHERE acceptance_no = ? ORDER BY id")
                .param(acceptanceNo)
                .query(String.class)
                .list();
    }

    /** No loan is there. */
    public void empty() {
        jdbc.sql("TRUNCATE loan_return, loan_disbursement, loan_loan, loan_event, loan_attachment, loan_attachment_chunk, loan_remark").update();
    }

    /** The codes and places of what is refused. */
    public static List<String> refusal(Runnable work) {
        Refusal refusal = Assertions.catchThrowableOfType(Refusal.class, work::run);
        Assertions.assertThat(refusal).as("nothing was refused").isNotNull();
        return refusal.problems().stream().map(Desk::problem).toList();
    }

    private static String problem(Problem problem) {
        FailureCode code = problem.code();
        return problem.field() == null ? code.name() : code.name() + "@" + problem.field();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Ten in the morning at the centre, on any day. */
    public static final class SetClock extends Clock {
        private volatile Instant now = at(Applications.DAY);

        void set(LocalDate day) {
            now = at(day);
        }

        public void set(Instant moment) {
            now = moment;
        }

        private static Instant at(LocalDate day) {
            return day.atTime(10, 0).atZone(WorkingCalendar.ZONE).toInstant();
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
