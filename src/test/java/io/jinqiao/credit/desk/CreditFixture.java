package io.jinqiao.credit.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.file.FeedbackProblem;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.ContractFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.rules.ReportedBank;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.NoticeStore;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import io.jinqiao.message.Money;
import io.jinqiao.workbench.simulate.credit.report.Feedback;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The credit room on a real database, without Spring: invented loans, a clock that is set, files without a cipher. */
final class CreditFixture {
    static final LocalDate OPENED = LocalDate.of(2025, 3, 12);
    static final Duties.NoticeTerms TERMS = new Duties.NoticeTerms(List.of(Channel.SHORT_MESSAGE, Channel.LETTER), Duties.Suffices.DELIVERY, 10, false);

    static final ReportedBank BANK = new ReportedBank("icbc", "GJJ0", Samples.PROVIDER, Side.CENTRE, Side.CENTRE, Side.CENTRE, null);

    static final int PER_FILE = 2_000;

    final JdbcTemplate sql;
    final NoticeStore notices;
    final Reports house;
    Instant now = Instant.parse("2026-10-01T01:00:00Z");
    Duties duties = new Duties(Side.CENTRE, Side.CENTRE, Side.CENTRE, null, TERMS);
    Function<String, Duties> perLoan = account -> duties;

    CreditFixture(HikariDataSource database, Path folder) {
        this(database, folder, ".txt.gz", packed -> packed);
    }

    CreditFixture(HikariDataSource database, Path folder, String extension, ReportFile.Cipher cipher) {
        sql = new JdbcTemplate(database);
        notices = new NoticeStore(sql);
        house = new Reports(
                new HistoryStore(sql),
                new ReportStore(sql, database),
                new ReferenceStore(sql),
                new IdentifierStore(sql),
                new AsideStore(sql),
                new ListStore(sql),
                new AdverseNotices(notices),
                accounts -> accounts.stream().distinct().collect(Collectors.toMap(account -> account, account -> perLoan.apply(account))),
                account -> new ReportingRules.Loan(BANK, account.substring(Samples.PROVIDER.length())),
                new ReportFolder(folder, extension),
                cipher,
                PER_FILE,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new Clock() {
                    @Override
                    public Instant instant() {
                        return now;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.ofHours(8);
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                });
    }

    static AccountFacts account(int number) {
        return new AccountFacts(
                Samples.PROVIDER + "GJJ" + number,
                new AccountFacts.Person("测试甲", "10", "999999199003071234"),
                Samples.PROVIDER,
                OPENED,
                OPENED.plusYears(20),
                new Money(60_000_000),
                "11",
                240,
                "2",
                "24",
                "1",
                "110000",
                List.of(new AccountFacts.Responsible(new AccountFacts.Person("测试乙", "10", "99999919920815456X"), "1", null, null)),
                List.of(Samples.PROVIDER + "DY" + number));
    }

    static LoanFacts loan(AccountFacts account) {
        PersonFacts borrower = new PersonFacts(account.borrower().idNumber(), account.borrower(), LocalDate.of(1990, 3, 7), "2", "10", null, "20", "4", "17", "测试公司", "2", "测试市测试路 " + account.account().substring(17) + " 号", account.opened());
        List<ContractFacts> contracts = account.contracts().stream()
                .map(contract -> new ContractFacts(contract, account.amount(), account.opened(), account.due(), "测（2025）不动产权第" + contract.substring(16) + "号", "110000", new Money(90_000_000), account.opened(), account.borrower()))
                .toList();
        return new LoanFacts(account, borrower, contracts, Set.copyOf(account.parts()));
    }

    /** @param late instalments */
    static MonthFacts month(YearMonth month, int late) {
        LocalDate end = month.atEndOfMonth();
        Money debt = new Money(199_050L * late);
        return new MonthFacts(
                month, month.atDay(12), new Money(54_430_149), 210, late, late == 0 ? 0 : end.getDayOfMonth() - 12 + 30 * (late - 1), debt, debt, MonthFacts.Aged.NONE,
                new Money(328_333), late == 0 ? new Money(328_333) : Money.ZERO, false, late == 0 ? month.atDay(12) : OPENED, "1", end, null, List.of());
    }

    MonthlyRun.Result run(YearMonth month, CreditFacts facts) throws IOException {
        now = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)).plusSeconds(3600);
        return again(month, facts);
    }

    /** The same at whatever time it is. */
    MonthlyRun.Result again(YearMonth month, CreditFacts facts) throws IOException {
        try (MonthlyRun run = new MonthlyRun(house, month, month.atEndOfMonth(), Samples.TYPES, Samples.REPORTER, far -> {})) {
            return run.over(facts);
        }
    }

    /** Loans 1 to some number, all paying. */
    static CreditFacts paying(int loans) {
        return (month, sink) -> {
            for (int i = 1; i <= loans; i++) {
                sink.accept(loan(account(i)), month(month, 0));
            }
        };
    }

    static CreditFacts one(int number, int late) {
        return (month, sink) -> sink.accept(loan(account(number)), month(month, late));
    }

    String text(FileName name) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(house.folder().path(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The Center loads the accounts and what they refer to. */
    void loaded(MonthlyRun.Result result) throws IOException {
        for (FileName name : result.files()) {
            loaded(name);
        }
    }

    /** The file of accounts of a run. */
    static FileName accounts(MonthlyRun.Result result) {
        return result.files().stream().filter(name -> name.record().equals("210")).findFirst().orElseThrow();
    }

    /** The Center loads all of it. */
    Answers.Result loaded(FileName name) throws IOException {
        long rows = text(name).lines().count() - 1;
        return answer(name, 1, rows, 0, "");
    }

    Answers.Result answer(FileName name, int flag, long right, long wrong, String rows) throws IOException {
        String header = "A0722.0.0" + name.toString().substring(0, 29) + flag + "2.0.020261002090000" + "%07d%07d\r\n".formatted(right, wrong);
        FileName answer = new FileName(name.provider(), name.day(), name.record(), name.serial(), flag);
        return new Answers(house, true).take(answer, new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)));
    }

    static String refused(int row, String rule) {
        return "<Document><FbInf><ErrRecId>" + row + "</ErrRecId><FbErrNum>1</FbErrNum><ErrInf><FbCode>" + rule + "</FbCode><FbMsg>0000</FbMsg></ErrInf></FbInf></Document>\r\n";
    }

    static List<String> texts(List<FeedbackProblem> problems) {
        return problems.stream().map(FeedbackProblem::en).toList();
    }

    /** Files reach the simulated Center and what it says of them is taken in. @return what it refused, and what of its answers could not be taken in */
    List<String> deliver(ReportingDesk center, List<FileName> files) throws IOException {
        List<String> refusals = new ArrayList<>();
        for (FileName file : files) {
            for (Feedback feedback : center.deliver(file + ".txt.gz", Files.readAllBytes(house.folder().path(file)))) {
                if (feedback.flag() != '1') {
                    refusals.add(file + " " + new TreeSet<>(feedback.codes()));
                }
                Answers.Result taken = new Answers(house, true).take(FileName.parse(feedback.name()).orElseThrow(), new ByteArrayInputStream(feedback.bytes()));
                taken.problems().forEach(problem -> refusals.add(file + " answer " + problem));
            }
        }
        return refusals;
    }
}
