package io.jinqiao.credit.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.facts.LedgerFacts;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.credit.store.ProfileStore;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.Scans;
import io.jinqiao.loan.rules.LoanProperties;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RowSink;
import io.jinqiao.message.Subject;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.desk.Ledgers;
import io.jinqiao.repayment.store.AccountStore;
import io.jinqiao.rulebook.CalendarFiles;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestPersonalData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loans, their papers and a bank's files, in the tables of the rooms that own them. */
final class House implements AutoCloseable {
    static final PartnerId BANK = new PartnerId("icbc");
    static final String CODE = "0102";
    private static final String RULES =
            """
            format: 1
            source: invented
            reporter: {segment: D19999999H0001, segments: [D19999999H0001]}
            banks:
              - {bank: icbc, code: "0102", office: D19999999H0001, reporter: centre, notifier: centre, objections: centre}
              - {bank: abc, code: "0103", office: D19999999H0001, reporter: centre, notifier: bank, objections: bank, agreement: "2026-1"}
              - {bank: ccb, code: "0105", office: D19999999H0001, reporter: bank, notifier: bank, objections: bank, agreement: "2026-2"}
            account: {funds: "24", form: "1", guarantees: {existing-home: "2"}}
            categories: [{from-days: 0, code: "1"}, {from-days: 1, code: "2"}, {from-days: 91, code: "3"}]
            consent: {purpose: credit-report}
            notice: {channels: [short-message, letter], suffices: delivery, release-after-days: 10, once-per-loan: false}
            month: {day: 2, at: "01:00", alarm-day: 8, last-day: 10}
            feedback: {header-counts: true, wrapped: false, within-days: 3}
            """;

    final Ledgers ledgers;
    final HikariDataSource database;
    final PersonalData data;
    final ReportingRules rules;
    final LedgerFacts facts;
    private final LoanStore loans;
    private final LoanRules loanRules;
    private int files;

    House(Path home) throws IOException {
        Files.createDirectories(home.resolve("rules/credit"));
        Files.writeString(home.resolve("rules/credit/reporting.yaml"), RULES);
        Sources sources = new Sources(home, House.class.getClassLoader());
        ledgers = new Ledgers(home);
        database = ledgers.database;
        data = TestPersonalData.on(database);
        rules = new ReportingRules(sources);
        facts = new LedgerFacts(database, rules, data, new IdentifierStore(new JdbcTemplate(database)), new ConsentStore(JdbcClient.create(database)));
        loanRules = new LoanRules(sources, new CalendarFiles().workingCalendar(sources), new LoanProperties(null));
        loans = new LoanStore(JdbcClient.create(database), loanRules, data);
    }

    /** Whether an identifier is made of the number of a loan there is. */
    boolean isALoan(String account) {
        return rules.loan(account).filter(loan -> new IdentifierStore(new JdbcTemplate(database)).loan(loan.bank().bank(), loan.loanAccountNo())).isPresent();
    }

    static String account(PartnerId bank, String number) {
        return Samples.PROVIDER + (bank.equals(BANK) ? CODE : "0103") + number;
    }

    /** A loan as this house has it when its money was paid out: accepted, told of by the core system, open in the ledger. */
    void loan(PartnerId bank, int number, LocalDate disbursedOn, UnaryOperator<LoanApplication> bent) {
        Party borrower = Applications.person(Party.Role.BORROWER, "测试甲" + number, "19900307", number, 20_000);
        LoanApplication application = bent.apply(consenting(Applications.good().no("APP-" + number).borrower(borrower).build()));
        Loan draft = Loan.accepted("", bank, application, loanRules.schemes().of(application), new Scans(List.of(), java.util.Set.of()));
        Instant at = disbursedOn.atStartOfDay().toInstant(java.time.ZoneOffset.UTC);
        ledgers.clock.set(at.toString());
        in(() -> loans.insert(draft, new Incoming(bank, new MessageId("m" + number), at, application), List.of(), List.of(), disbursedOn, at));
        OpenLoan open = new OpenLoan(
                bank, loanAccount(number), "HT" + number, "APP-" + number, new Money(60_000_000), 240, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, disbursedOn, disbursedOn.plusMonths(1),
                new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE), new Penalty(Penalty.Base.PRINCIPAL_AND_INTEREST, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(60_000_000),
                disbursedOn);
        new AccountStore(new JdbcTemplate(database)).open(List.of(open), "gateway", null, at);
    }

    void profile(PartnerId bank, int number, LocalDate updated) {
        PersonProfile profile = new PersonProfile("10", "20", "4", "17", "测试公司", "2", "测试市测试路 " + number + " 号", updated);
        in(() -> {
            new ProfileStore(new JdbcTemplate(database), data).told(bank, "APP-" + number, profile, "core", Instant.EPOCH);
            return true;
        });
    }

    /** A mortgage that stands in the register. */
    void mortgage(PartnerId bank, int number, LocalDate from) {
        LoanApplication application = consenting(Applications.good().build());
        Party owner = Applications.person(Party.Role.MORTGAGOR, "测试甲" + number, "19900307", number, 0);
        RegistrationApplication registered = new RegistrationApplication(
                "CASE-" + number, "110101", MortgageApplication.Kind.MORTGAGE,
                List.of(new RegistrationApplication.Unit(application.home().unitNumber(), "测试市桥东区 1 号", CertificateNumber.title("测(2026)桥东区不动产权第%07d号".formatted(number)), null)), null,
                new RegistrationApplication.Mortgagee("测试市住房公积金管理中心", application.mortgagee()), List.of(owner), "DY" + number,
                new MortgageApplication.Claim(new Money(60_000_000), from, from.plusYears(20), new Money(90_000_000)), "抵押", List.of());
        in(() -> new JdbcTemplate(database).update(
                "INSERT INTO mortgage_case (case_no, partner, bank, application_no, kind, area_code, content, content_digest, filed_by, filed_on, days_from, filed_at, promised_by, legal_by, registered)"
                        + " VALUES (?, 'registry', ?, ?, 'mortgage', '110101', ?, ?, 'test', ?, ?, now(), ?, ?, true)",
                "CASE-" + number, bank.value(), "APP-" + number, data.concealText(new Subject(bank, "APP-" + number), CanonicalJson.write(registered.content())), new byte[32], from, from, from, from));
    }

    static String loanAccount(int number) {
        return "62220000%04d".formatted(number);
    }

    private static LoanApplication consenting(LoanApplication a) {
        List<LoanApplication.Authorisation> consents = new ArrayList<>(a.authorisations());
        a.parties().stream()
                .filter(Party::answersForTheLoan)
                .forEach(party -> consents.add(new LoanApplication.Authorisation(
                        party.identity().number(), "credit-report", LocalDate.of(2026, 1, 2), LocalDate.of(2050, 1, 1), Digest.of(new byte[] {1}))));
        return with(a, consents);
    }

    static LoanApplication parties(LoanApplication a, List<Party> parties) {
        return consenting(new LoanApplication(
                a.applicationNo(), a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), parties, a.mortgagee(), a.home(), a.contract(), a.terms(), a.accounts(), a.authorisations(), a.attachments(),
                a.initialOpinion(), a.mortgageRequest()));
    }

    static LoanApplication with(LoanApplication a, List<LoanApplication.Authorisation> authorisations) {
        return new LoanApplication(
                a.applicationNo(), a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), a.parties(), a.mortgagee(), a.home(), a.contract(), a.terms(), a.accounts(), authorisations, a.attachments(),
                a.initialOpinion(), a.mortgageRequest());
    }

    <T> T in(java.util.function.Supplier<T> work) {
        return new org.springframework.transaction.support.TransactionTemplate(new org.springframework.jdbc.datasource.DataSourceTransactionManager(database)).execute(status -> work.get());
    }

    /** What a bank tells of one instalment at the end of a day. */
    record Told(int number, int instalment, LocalDate dueOn, long principal, long interest, @Nullable LocalDate paidOn, String source, long balance, int remaining, long penalty) {
        Content.Group row(LocalDate day) {
            boolean paid = paidOn != null;
            boolean late = day.isAfter(dueOn);
            return Content.group()
                    .put("loanAccountNo", loanAccount(number))
                    .put("borrowerName", "测试甲" + number)
                    .put("instalment", instalment)
                    .put("dueOn", dueOn)
                    .put("accountingDate", day)
                    .put("paidOn", paidOn)
                    .put("paid", paid ? parts(principal, interest, paidOn.isAfter(dueOn), penalty) : parts(0, 0, false, 0))
                    .put("unpaid", paid ? parts(0, 0, false, 0) : parts(principal, interest, late, 0))
                    .put("source", paid ? source : null)
                    .put("balance", balance)
                    .put("remainingMonths", remaining)
                    .put("result", paid ? "paid" : "insufficient-funds")
                    .build();
        }

        private static Content.Group parts(long principal, long interest, boolean late, long penalty) {
            return Content.group()
                    .put("principal", late ? 0 : principal)
                    .put("overduePrincipal", late ? principal : 0)
                    .put("interest", late ? 0 : interest)
                    .put("overdueInterest", late ? interest : 0)
                    .put("penalty", penalty)
                    .put("fine", 0)
                    .build();
        }
    }

    /** The daily file of a bank, in that bank's form, taken in as the file door would hand it over. */
    void file(PartnerId bank, LocalDate day, List<Told> told) {
        List<Content.Group> rows = told.stream().map(one -> one.row(day)).toList();
        Content.Group head = Content.group().put("fileNo", "F%07d".formatted(++files)).put("accountingDate", day).put("rows", rows.size()).put("paid", sum(rows, "paid")).put("unpaid", sum(rows, "unpaid")).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            String beside = ShippedFolders.files(bank.value()).request().write(head, rows.iterator(), out);
            ledgers.clock.set(day.plusDays(1).atStartOfDay().toInstant(java.time.ZoneOffset.UTC).toString());
            ledgers.take(new Written(bank, "F%07d".formatted(files), out.toByteArray(), beside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(List<Content.Group> rows, String parts) {
        return rows.stream().flatMap(row -> ((Content.Group) row.get(parts)).members().values().stream()).mapToLong(part -> Long.parseLong(((Content.Text) part).value())).sum();
    }

    private record Written(PartnerId partner, String name, byte[] bytes, @Nullable String beside) implements IncomingFile {
        @Override
        public FileKind kind() {
            return FileKind.REPAYMENT_STATUS;
        }

        @Override
        public MessageId id() {
            return new MessageId("file " + name);
        }

        @Override
        public Digest digest() {
            return Digest.of(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Instant receivedAt() {
            return Instant.EPOCH;
        }

        @Override
        public FileHead read(RowSink sink) {
            return FileHead.of(ShippedFolders.files(partner.value()).request().read(new ByteArrayInputStream(bytes), beside, sink).head(), kind(), List.of());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
