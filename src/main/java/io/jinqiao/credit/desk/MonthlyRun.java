package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.ledger.Acceptance;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.credit.report.AccountRecords;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.NextReport;
import io.jinqiao.credit.report.Standing;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.HistoryStore;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run over all loans for one month. A record that fails a rule is set aside, the rest goes. What was made in files that committed is not made again, so
 * that a run killed anywhere is simply run again.
 */
final class MonthlyRun implements AutoCloseable {
    private static final int TOGETHER = 1000;
    private static final String RECORD = "210";
    private static final String ACCOUNT_TYPE = "D1";
    private static final String NOTICE = "NOTICE";

    /** @param sent records in files @param aside set aside @param underWay skipped: a record of theirs is not answered yet @param done skipped: told already */
    record Result(List<FileName> files, long sent, long aside, long underWay, long done) {}

    private record Loan(LoanFacts facts, MonthFacts month) {
        String account() {
            return facts.account().account();
        }
    }

    private final Reports house;
    private final YearMonth month;
    private final LocalDate reported;
    private final NextReport next;
    private final ReportContext context;
    private final List<Loan> batch = new ArrayList<>();
    private final References references;
    private final FileInMaking accounts;
    private long aside;
    private long underWay;
    private long done;

    /** @param reported day of the records; of the month, or within one month of it */
    MonthlyRun(Reports house, YearMonth month, LocalDate reported, RecordTypes types, Reporter reporter) throws IOException {
        this.house = house;
        this.month = month;
        this.reported = reported;
        this.next = new NextReport(new AccountRecords(types.at(RECORD, reported)));
        this.context = new ReportContext(reporter, LocalDate.now(house.clock()));
        this.references = new References(house, reported, types, context);
        this.accounts = new FileInMaking(house, reporter.segment(), RECORD);
    }

    Result over(CreditFacts facts) throws IOException {
        facts.each(month, (loan, standing) -> {
            batch.add(new Loan(loan, standing));
            if (batch.size() == TOGETHER) {
                judge();
            }
        });
        judge();
        List<FileName> files = new ArrayList<>(references.finish());
        files.addAll(accounts.finish());
        return new Result(List.copyOf(files), accounts.sent(), aside, underWay, done);
    }

    private void judge() {
        List<String> names = batch.stream().map(Loan::account).toList();
        Map<String, HistoryStore.Latest> known = house.histories().latest(names);
        Set<String> open = house.histories().underWay(names);
        List<AsideStore.Aside> asides = new ArrayList<>();
        for (Loan loan : batch) {
            if (open.contains(loan.account()) || accounts.has(loan.account())) {
                underWay++;
            } else {
                asides.addAll(judge(loan, known.get(loan.account())));
            }
        }
        house.asides().clear(names, month);
        house.asides().add(asides, house.clock().instant());
        batch.clear();
    }

    private List<AsideStore.Aside> judge(Loan loan, HistoryStore.@Nullable Latest latest) {
        String account = loan.account();
        AccountHistory history = latest == null ? AccountHistory.none(ACCOUNT_TYPE) : latest.history();
        CreditRecord record = told(account, history) ? null : next.at(history, loan.facts().account(), loan.month(), reported).orElse(null);
        if (record == null) {
            done++;
            return List.of();
        }
        List<AsideStore.Aside> reasons = new ArrayList<>();
        Validation.of(record, context).forEach(finding -> reasons.add(reason(account, finding)));
        if (reasons.isEmpty()) {
            Acceptance.of(whole(account, history, record), record).forEach(finding -> reasons.add(reason(account, finding)));
        }
        if (reasons.isEmpty() && Standing.adverse(record)) {
            Duties duties = house.duties().of(account);
            house.notices()
                    .holds(loan.facts().account(), latest, month, duties, context.fileDate(), house.clock().instant())
                    .forEach(hold -> reasons.add(new AsideStore.Aside(account, month, NOTICE, hold.person())));
        }
        if (reasons.isEmpty()) {
            references.before(loan.facts(), history.known()).forEach(finding -> reasons.add(reason(account, finding)));
        }
        if (reasons.isEmpty()) {
            accounts.add(account, ACCOUNT_TYPE, record, Accepted.of(record), Standing.adverse(record));
            references.after(loan.facts(), record);
        } else {
            aside++;
        }
        return reasons;
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

    private AsideStore.Aside reason(String account, Finding finding) {
        return new AsideStore.Aside(account, month, finding.rule(), finding.item());
    }

    @Override
    public void close() throws IOException {
        references.close();
        accounts.close();
    }
}
