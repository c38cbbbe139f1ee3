package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.Acceptance;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.ledger.EarlierMonths;
import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.notice.ConsentGate;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.AccountRecords;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.NextReport;
import io.jinqiao.credit.report.Standing;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.message.WorkingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run over all loans for one month. A record that fails a rule is set aside, the rest goes. What was made in files that committed is not made again, so
 * that a run killed anywhere is simply run again.
 */
final class MonthlyRun implements AutoCloseable {
    private static final int TOGETHER = 1000;
    private static final String RECORD = "210";
    private static final String ACCOUNT_TYPE = "D1";
    private static final String MONTH_END = "30";
    static final String NOTICE = "NOTICE";
    static final String CONSENT = "CONSENT";
    private static final String FACTS = "FACTS";
    private static final String UNDER_WAY = "UNDERWAY";
    private static final String EARLIER = "EARLIER";

    /**
     * @param sent records in files
     * @param aside set aside
     * @param underWay skipped: a record of theirs is not answered yet
     * @param done skipped: told already
     * @param elsewhere skipped: their bank reports them
     */
    record Result(List<FileName> files, long sent, long aside, long underWay, long done, long elsewhere) {}

    /** What is not known of a loan. */
    private record Unknown(String account, String what) {}

    private record Loan(LoanFacts facts, MonthFacts month) {
        String account() {
            return facts.account().account();
        }
    }

    private final Reports house;
    private final YearMonth month;
    private final LocalDate reported;
    private final AccountRecords records;
    private final NextReport next;
    private final ReportContext context;
    private final List<Loan> batch = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private final Consumer<RunStore.Far> progress;
    private final References references;
    private Map<String, Duties> duties = Map.of();
    private Map<String, List<EarlierMonths.Waiting>> earlier = Map.of();
    private References.There there = new References.There(Map.of(), Set.of(), Set.of(), Set.of());
    private final FileInMaking accounts;
    private final LeftToBanks leftToBanks;
    private long seen;
    private long aside;
    private long underWay;
    private long done;

    /** @param reported day of the records; of the month, or within one month of it @param progress told after some loans each */
    MonthlyRun(Reports house, YearMonth month, LocalDate reported, RecordTypes types, Reporter reporter, Consumer<RunStore.Far> progress) {
        this.house = house;
        this.progress = progress;
        this.month = month;
        this.reported = reported;
        this.records = new AccountRecords(types.at(RECORD, reported));
        this.next = new NextReport(records);
        this.leftToBanks = new LeftToBanks(house, month);
        this.context = new ReportContext(reporter, WorkingCalendar.today(house.clock()));
        this.references = new References(house, reported, types, context);
        this.accounts = new FileInMaking(house, reporter.segment(), RECORD);
    }

    Result over(CreditFacts facts) throws IOException {
        facts.each(month, new CreditFacts.Sink() {
            @Override
            public void accept(LoanFacts loan, MonthFacts standing) {
                batch.add(new Loan(loan, standing));
                judgeWhenFull();
            }

            @Override
            public void unknown(String account, String what) {
                unknown.add(new Unknown(account, what));
                judgeWhenFull();
            }
        });
        judge();
        List<FileName> files = new ArrayList<>(references.finish());
        files.addAll(accounts.finish());
        return new Result(List.copyOf(files), accounts.sent(), aside, underWay, done, leftToBanks.count());
    }

    private void judgeWhenFull() {
        if (batch.size() + unknown.size() == TOGETHER) {
            judge();
        }
    }

    private void judge() {
        List<String> names = batch.stream().map(Loan::account).toList();
        accounts.lookedUp();
        Map<String, HistoryStore.Latest> known = house.histories().latest(names);
        Set<String> open = house.histories().underWay(names);
        Set<String> beingTold = house.histories().beingTold(names, month);
        Identifiers identifiers = house.identifiers().all();
        earlier = house.asides().earlier(names, month);
        duties = house.duties().of(names);
        there = references.there(batch.stream().map(Loan::facts).toList());
        List<AsideStore.Aside> asides = new ArrayList<>();
        unknown.forEach(one -> asides.add(new AsideStore.Aside(one.account(), month, FACTS, one.what())));
        aside += unknown.size();
        for (Loan loan : batch) {
            if (duties(loan).bankReports()) {
                leftToBanks.add(loan.account(), records.monthly(loan.facts().account(), loan.month(), MONTH_END, reported));
            } else if (open.contains(loan.account()) || accounts.has(loan.account()) || !identifiers.current(loan.account()).equals(loan.account())) {
                underWay++;
                if (!beingTold.contains(loan.account()) && !accounts.has(loan.account())) {
                    asides.add(new AsideStore.Aside(identifiers.current(loan.account()), month, UNDER_WAY, ""));
                }
            } else {
                asides.addAll(judge(loan, known.get(loan.account())));
            }
        }
        leftToBanks.write();
        house.asides().clear(Stream.concat(names.stream(), unknown.stream().map(Unknown::account)).toList(), month);
        house.asides().add(asides, house.clock().instant());
        seen += batch.size() + unknown.size();
        batch.clear();
        unknown.clear();
        finishWhatIsDue();
        progress.accept(new RunStore.Far(seen, accounts.made(), aside, underWay, done, leftToBanks.count()));
    }

    /** What accounts refer to reaches the Center before them. */
    private void finishWhatIsDue() {
        try {
            if (accounts.due()) {
                references.finish();
                accounts.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AsideStore.Aside> judge(Loan loan, HistoryStore.@Nullable Latest latest) {
        AccountHistory history = latest == null ? AccountHistory.none(ACCOUNT_TYPE) : latest.history();
        CreditRecord record = told(loan.account(), history) ? null : next.at(history, loan.facts().account(), loan.month(), reported, there.newContract(loan.facts())).orElse(null);
        if (record == null) {
            if (history.closed() && loan.month().closedOn() != null) {
                references.afterClosing(loan.facts(), there);
            }
            done++;
            return List.of();
        }
        boolean adverse = Standing.adverse(record);
        List<AsideStore.Aside> reasons = refused(loan, history, record);
        if (reasons.isEmpty()) {
            reasons = before(loan);
        }
        if (reasons.isEmpty()) {
            reasons = held(loan, latest, adverse);
        }
        boolean goes = reasons.isEmpty();
        if (goes) {
            References.Before before = references.before(loan.facts(), history.known(), there);
            reasons = reasons(loan, before.wrong());
            goes = !before.holds();
        }
        if (goes) {
            accounts.add(loan.account(), ACCOUNT_TYPE, record, Accepted.of(record), adverse);
            references.after(loan.facts(), record, there);
        } else {
            aside++;
        }
        return reasons;
    }

    /** What the Center would refuse. */
    private List<AsideStore.Aside> refused(Loan loan, AccountHistory history, CreditRecord record) {
        List<Finding> findings = Validation.of(record, context);
        return reasons(loan, findings.isEmpty() ? Acceptance.of(whole(loan.account(), history, record), record) : findings);
    }

    /** What must be told of the account first. */
    private List<AsideStore.Aside> before(Loan loan) {
        return EarlierMonths.first(earlier.getOrDefault(loan.account(), List.of()), loan.month().closedOn() != null).map(first -> List.of(new AsideStore.Aside(loan.account(), month, EARLIER, first.toString()))).orElse(List.of());
    }

    /** What the duties to the people hold back. */
    private List<AsideStore.Aside> held(Loan loan, HistoryStore.@Nullable Latest latest, boolean adverse) {
        AccountFacts account = loan.facts().account();
        List<AsideStore.Aside> held = new ArrayList<>();
        ConsentGate.holds(account.parts(), loan.facts().consented(), latest != null).forEach(part -> held.add(new AsideStore.Aside(loan.account(), month, CONSENT, part)));
        if (adverse) {
            house.notices()
                    .holds(account, loan.month(), duties(loan), context.fileDate(), house.clock().instant())
                    .forEach(hold -> held.add(new AsideStore.Aside(loan.account(), month, NOTICE, hold.person())));
        }
        return held;
    }

    private Duties duties(Loan loan) {
        return Objects.requireNonNull(duties.get(loan.account()));
    }

    /** The month was told on this day or a later one. */
    private boolean told(String account, AccountHistory history) {
        if (!history.known() || history.latest().isBefore(reported)) {
            return false;
        }
        return house.histories().whole(account).told(month, reported);
    }

    /** The latest record is enough to judge one that is newer and tells of no special transaction. */
    private AccountHistory whole(String account, AccountHistory latest, CreditRecord record) {
        boolean enough = !latest.known() || latest.latest().isBefore(reported) && !record.has("K") && latest.monthBefore(month);
        return enough ? latest : house.histories().whole(account);
    }

    private List<AsideStore.Aside> reasons(Loan loan, List<Finding> findings) {
        return findings.stream().map(finding -> new AsideStore.Aside(loan.account(), month, finding.rule(), finding.item())).toList();
    }

    @Override
    public void close() throws IOException {
        references.close();
        accounts.close();
    }
}
