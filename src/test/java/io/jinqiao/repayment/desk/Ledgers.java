package io.jinqiao.repayment.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.rules.PublishedRates;
import io.jinqiao.repayment.store.AccountStore;
import io.jinqiao.repayment.store.DeductionStore;
import io.jinqiao.repayment.store.EndingStore;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.IntakeStore;
import io.jinqiao.repayment.store.Judging;
import io.jinqiao.repayment.store.LeftOut;
import io.jinqiao.repayment.store.LoanBooks;
import io.jinqiao.repayment.store.MonthJudging;
import io.jinqiao.repayment.store.OpeningStore;
import io.jinqiao.repayment.store.PaymentStore;
import io.jinqiao.repayment.store.ResultRows;
import io.jinqiao.repayment.store.RowStore;
import io.jinqiao.repayment.store.TwiceStore;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a real database, each call in a transaction of its own as the hall would open it. */
public final class Ledgers implements AutoCloseable {
    static final PublishedRates RATES = new PublishedRates(new Sources(Path.of(".")));
    public final HikariDataSource database;
    public final JdbcClient jdbc;
    final TransactionTemplate transaction;
    public final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T20:00:00Z"));
    final FileStore files;
    final RepaymentDesk desk;
    final Intake intake;
    private final Intake stubborn;

    Ledgers() {
        this(Path.of("."));
    }

    public Ledgers(Path home) {
        this(TestDatabase.migrated(), home);
    }

    /** On a database that is there and migrated. */
    Ledgers(HikariDataSource database, Path home) {
        this(database, home, new Judging(JdbcClient.create(database)));
    }

    /** That looks at every file as if it had many rows. */
    static Ledgers ofManyRows() {
        HikariDataSource database = TestDatabase.migrated();
        return new Ledgers(database, Path.of("."), new Judging(JdbcClient.create(database), 0));
    }

    private Ledgers(HikariDataSource database, Path home, Judging judging) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.files = new FileStore(jdbc, new JdbcTemplate(database));
        Agreements agreements = new Agreements(new Sources(home));
        DeductionStore deductions = new DeductionStore(jdbc, new JdbcTemplate(database));
        PaidTwice twice = new PaidTwice(new TwiceStore(jdbc), new PaymentStore(jdbc), agreements, new WorkingCalendar(List.of()), clock);
        BookedAgain results = new BookedAgain(new ResultRows(jdbc, files), deductions, new LoanBooks(jdbc, RATES), new PaymentStore(jdbc), twice, files);
        MonthJudging months = new MonthJudging(jdbc, judging, new LeftOut(jdbc));
        IntakeStore intakes = new IntakeStore(jdbc, new DataSourceTransactionManager(database));
        intake = new Intake(new RowStore(database), judging, months, new LeftOut(jdbc), files, intakes, results, agreements, clock);
        stubborn = new Intake(new RowStore(database), judging, months, new LeftOut(jdbc), files, intakes, results, agreements, clock) {
            @Override
            FileResult take(IncomingFile file, boolean single) {
                FileResult.LineProblem wrong = new FileResult.LineProblem(1, Problem.of(FailureCode.REPAYMENT_SUM_WRONG, "1", "2", "3"));
                return single ? new FileResult(file.name(), file.name(), LocalDate.EPOCH, 1, List.of(wrong), List.of(), 1) : super.take(file, false);
            }
        };
        desk = new RepaymentDesk(intake, new Openings(new OpeningStore(jdbc), new AccountStore(new JdbcTemplate(database)), agreements, clock), new Endings(files, new EndingStore(jdbc), new LoanBooks(jdbc, RATES), results, intake, clock));
    }

    public static final class SettableClock extends Clock {
        private Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        public void set(String instant) {
            now = Instant.parse(instant);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Intake intakeThatBooksNothingAgain() {
        return stubborn;
    }

    static OpenLoan loan(PartnerId bank, String account, long amount, LocalDate disbursedOn) {
        return new OpenLoan(
                bank, account, "HT" + account, null, new Money(amount), 120, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, disbursedOn,
                disbursedOn.plusMonths(1), new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(amount), disbursedOn);
    }

    void open(OpenLoan... loans) {
        in(() -> {
            List.of(loans).forEach(loan -> desk.opened(loan, "gateway"));
            return true;
        });
    }

    /** A loan older than the gateway, opened with what is still owed of it. */
    public void openOlder(String bank, String account, long amount, int months, LocalDate disbursedOn, long balance, LocalDate balanceOn) {
        OpenLoan loan = loan(new PartnerId(bank), account, amount, disbursedOn);
        open(new OpenLoan(
                loan.bank(), account, null, null, loan.amount(), months, loan.rate(), loan.method(), disbursedOn, loan.firstDue(), loan.repricing(), loan.penalty(),
                new Money(balance), balanceOn));
    }

    public FileResult take(IncomingFile file) {
        return in(() -> desk.file(file));
    }

    <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    List<String> lines(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        database.close();
    }
}
